import { describe, expect, test } from "vitest";
import { askings } from "../../../shared/case/asked.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { CaseId } from "../../../shared/kernel/ids.ts";
import { isSentAfter, type SentAfter } from "../../../shared/policy/follow-up.ts";
import { lapsed, mailed } from "../../../shared/survey/invitation.ts";
import { CampaignPlan, momentsOf } from "../../../shared/survey/plan.ts";
import { momentsFor, standingFaults, standingPlan } from "../../../shared/survey/standing.ts";
import { caseIdText, endOf, sh } from "../../fixtures/cases.ts";
import { buses, invitation } from "../../fixtures/surveys.ts";

const { policy } = buses;
const survey: SentAfter = isSentAfter(buses.survey)
  ? buses.survey
  : expect.unreachable("BUS-19 goes with each service");
const plan = standingPlan(policy, survey, sh("2026-10-31 23:30"));
const about = { case: CaseId.parse(caseIdText(1)), at: sh("2026-10-31 23:30") };
const asked = invitation(1, { about });

describe("BUS-19 the campaign to which an event belongs", () => {
  test.each<[why: string, at: string, from: string, until: string, closes: string]>([
    ["the month of its figure", "2026-10-15 10:00", "2026-10-01", "2026-10-31", "2026-11-21"],
    ["the last moment of it by the office's wall", "2026-10-31 23:59", "2026-10-01", "2026-10-31", "2026-11-21"],
    ["a minute later", "2026-11-01 00:00", "2026-11-01", "2026-11-30", "2026-12-21"],
  ])("%s", (_why, at, sendOn, until, closesOn) => {
    const made = standingPlan(policy, survey, sh(at));
    expect(made).toMatchObject({ sendOn, closesOn, audience: { is: "after", event: "serviceFinished", until } });
    expect(CampaignPlan.parse(made), "it can be stored").toEqual(made);
  });

  test.each([
    ["no figure", [], "2026-12-31"],
    ["a figure of each survey", [{ period: "survey" }], "2026-12-31"],
    ["a figure of the year", [{ period: "year" }], "2026-12-31"],
    ["a figure of the half-year", [{ period: "half-year" }], "2026-12-31"],
    ["a figure of the week, which is too short", [{ period: "week" }], "2026-12-31"],
    ["a figure of the month", [{ period: "month" }], "2026-10-31"],
  ] as const)("lasts a quarter where there is %s", (_why, kpis, until) => {
    const fed = kpis.map((one) => ({ ...policy.kpis.find(({ id }) => id === "satisfaction"), ...one }));
    const made = standingPlan({ ...policy, kpis: fed as typeof policy.kpis }, survey, about.at);
    expect(made.audience).toMatchObject({ until });
  });
});

describe("the days of one customer", () => {
  test("are counted from the first mail, and from the event until it has left", () => {
    expect(momentsFor(policy, plan, asked)).toEqual({
      opens: about.at,
      reminds: [sh("2026-11-07 09:00")],
      closes: endOf("2026-11-21"),
    });
    const early = { about: { ...about, at: sh("2026-10-05 10:00") } };
    const late = { ...early, mails: [{ at: sh("2026-10-09 11:00"), messageId: "m" }] };
    expect(momentsFor(policy, plan, late)).toMatchObject({
      reminds: [sh("2026-10-16 09:00")],
      closes: endOf("2026-10-30"),
    });
  });

  test("never end after the campaign", () => {
    const held = { about, mails: [{ at: sh("2026-11-20 10:00"), messageId: "m" }] };
    expect(momentsFor(policy, plan, held).closes).toBe(momentsOf(policy, plan).closes);
  });

  test("one that could not leave in time says so, and nobody is reminded of what is over", () => {
    const now = endOf("2026-11-21");
    expect(lapsed({ ...asked, nextAt: about.at }, now)).toMatchObject({ ended: { is: "notSent" }, nextAt: undefined });
    const sent = mailed(asked, momentsFor(policy, plan, asked), about.at, "<0>");
    expect(sent.nextAt).toBe(sh("2026-11-07 09:00"));
    const over = lapsed(sent, now);
    expect([over.nextAt, over.ended, over.mails.length]).toEqual([undefined, undefined, 1]);
  });
});

describe("another plan for it", () => {
  const { audience } = plan;
  if (audience.is !== "after") throw new Error("it goes with an event");
  test.each<[why: string, over: Partial<CampaignPlan>, paths: string[]]>([
    ["another name", { title: "十月" }, []],
    [
      "fewer days",
      {
        audience: { ...audience, answerDays: 14, remindAfterDays: [5, 10] },
        closesOn: "2026-11-14" as CampaignPlan["closesOn"],
      },
      [],
    ],
    ["reminded when it is over", { audience: { ...audience, remindAfterDays: [21] } }, ["/audience/remindAfterDays"]],
    [
      "reminded in the wrong order",
      { audience: { ...audience, remindAfterDays: [7, 5] } },
      ["/audience/remindAfterDays"],
    ],
    ["another event", { audience: { ...audience, event: "closed" } }, ["/audience/event"]],
    ["whom it asks", { audience: { is: "customers", where: {} } }, ["/audience"]],
    [
      "other days",
      { sendOn: "2026-10-02" as CampaignPlan["sendOn"], closesOn: "2026-12-01" as CampaignPlan["closesOn"] },
      ["/sendOn", "/closesOn"],
    ],
    ["another survey", { survey: "another" }, ["/survey"]],
  ])("%s", (_why, over, paths) => {
    expect(standingFaults(plan, { ...plan, ...over }).map(({ path }) => path)).toEqual(paths);
  });
});

describe("what a case owes its customer", () => {
  const by = { kind: "system" } as const;
  const finished = (at: string): CaseEvent => ({
    type: "step",
    at: sh(at),
    by,
    step: "finish-service",
    event: "serviceFinished",
    answers: {},
  });
  const told = (n: number): CaseEvent => ({
    type: "surveyAsked",
    at: sh("2026-10-02 10:00"),
    by,
    survey: survey.id,
    about: n,
    outcome: { is: "late" },
  });
  const note: CaseEvent = { type: "noted", at: sh("2026-10-01 09:00"), by, text: "x" };
  test.each<[why: string, timeline: CaseEvent[], places: number[]]>([
    ["nothing before a service", [note], []],
    ["one for each service", [note, finished("2026-10-01 10:00"), note, finished("2026-10-02 10:00")], [1, 3]],
    ["none for what was asked", [note, finished("2026-10-01 10:00"), told(1)], []],
    ["the later of two", [note, finished("2026-10-01 10:00"), told(1), finished("2026-10-03 10:00")], [3]],
  ])("%s", (_why, timeline, places) => {
    expect(askings(policy, { timeline }).map((one) => one.about)).toEqual(places);
  });

  test("nobody is asked whose personal data is to be erased", () => {
    const erasure = { orderedAt: sh("2026-10-05 10:00") } as Parameters<typeof askings>[1]["erasure"];
    expect(askings(policy, { timeline: [finished("2026-10-01 10:00")], erasure })).toEqual([]);
  });
});
