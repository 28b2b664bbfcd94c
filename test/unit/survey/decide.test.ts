import { describe, expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { campaignOf } from "../../../shared/survey/campaign.ts";
import { type CampaignCommand, decideCampaign, planCampaign } from "../../../shared/survey/decide.ts";
import type { CampaignEvent } from "../../../shared/survey/event.ts";
import { sh, staff } from "../../fixtures/cases.ts";
import { owners, plan } from "../../fixtures/surveys.ts";

const NOW = sh("2026-10-08 10:00");
const planner = staff("management");
const head = { ...staff("office"), sub: "sub-head" };
const ground = { ...owners, survey: { ...owners.survey, approvedBy: ["office"] } };
const engine = { at: NOW, by: { kind: "system" } } as const;

const PLANNED: CampaignEvent = { type: "planned", at: NOW, by: planner, key: "key-plan", plan: plan() };
const APPROVED: CampaignEvent = { type: "approved", at: NOW, by: head, key: "key-approve" };
const PAUSED: CampaignEvent = { type: "paused", at: NOW, by: planner, key: "key-pause", reason: "wrong text" };

type Told = { readonly by?: Parameters<typeof staff>[0] | typeof planner; readonly at?: Instant };
const say = (timeline: readonly CampaignEvent[], command: CampaignCommand, { by = planner, at = NOW }: Told = {}) => {
  const actor = typeof by === "string" ? staff(by) : by;
  const decided = decideCampaign(ground, campaignOf(timeline), timeline, command, { at, by: actor });
  return decided.ok ? decided.value.map(({ type }) => type) : decided.error.code;
};

describe("a plan", () => {
  test.each([
    ["by those who make it", planner, {}, true],
    ["by somebody else", staff("department"), {}, "not-your-role"],
    ["by a customer", { kind: "reporter" } as const, {}, "not-your-role"],
    ["for a day that is over", planner, { sendOn: CivilDate.parse("2026-10-01") }, "bad-fields"],
  ])("%s", (_why, by, over, said) => {
    const planned = planCampaign(ground, plan(over), { at: NOW, by });
    expect(planned.ok || planned.error.code).toBe(said);
  });

  test("whose role is wrong learns nothing of what else is", () => {
    const late = plan({ sendOn: CivilDate.parse("2026-10-01") });
    const planned = planCampaign(ground, late, { at: NOW, by: staff("department") });
    expect(planned).toMatchObject({ error: { code: "not-your-role" } });
  });
});

describe("what can be done when, and by whom", () => {
  const reason = "the questionnaire is wrong";
  const CLOSED: CampaignEvent = { ...engine, type: "closed" };
  const ANALYSED: CampaignEvent = { ...engine, type: "analysed" };
  const after = {
    planned: [PLANNED],
    approved: [PLANNED, APPROVED],
    paused: [PLANNED, APPROVED, PAUSED],
    cancelled: [PLANNED, APPROVED, { type: "cancelled", at: NOW, by: planner, reason }],
    closed: [PLANNED, APPROVED, CLOSED],
    analysed: [PLANNED, APPROVED, CLOSED, ANALYSED],
    reported: [PLANNED, APPROVED, CLOSED, ANALYSED, { type: "reported", at: NOW, by: planner, to: "the board" }],
  } satisfies Record<string, CampaignEvent[]>;
  const commands = {
    replan: { do: "replan", plan: plan({ title: "again" }) },
    pause: { do: "pause", reason },
    resume: { do: "resume" },
    cancel: { do: "cancel", reason },
    report: { do: "report", to: "the board" },
  } satisfies Record<string, CampaignCommand>;
  const OPEN: Record<keyof typeof after, Partial<Record<keyof typeof commands, string>>> = {
    planned: { replan: "replanned", cancel: "cancelled" },
    approved: { pause: "paused", cancel: "cancelled" },
    paused: { resume: "resumed", cancel: "cancelled" },
    cancelled: {},
    closed: {},
    analysed: { report: "reported" },
    reported: {},
  };
  const states = Object.keys(after) as (keyof typeof after)[]; // the keys of the literal above
  const does = Object.keys(commands) as (keyof typeof commands)[];

  test.each(states.flatMap((state) => does.map((what) => [state, what] as const)))("%s: %s", (state, what) => {
    const wanted = OPEN[state][what];
    expect(say(after[state], commands[what])).toEqual(wanted === undefined ? "nothing-to-do" : [wanted]);
  });

  test.each(does)("%s is of those who make it", (what) => {
    expect(say([PLANNED], commands[what], { by: head })).toBe("not-your-role");
  });

  test.each<CampaignCommand>([{ do: "approve" }, { do: "return", reason }])(
    "$do is of those who approve",
    (command) => {
      expect(say([PLANNED], command)).toBe("not-your-role");
      expect(say([PLANNED], command, { by: head })).toHaveLength(1);
      expect(say([PLANNED, APPROVED], command, { by: head })).toBe("nothing-to-do");
    },
  );

  test("PRV-01 nobody approves a plan of their own, however many roles they have", () => {
    const both = { ...planner, roles: ["management", "office"] } as typeof planner;
    expect(say([{ ...PLANNED, by: both }], { do: "approve" }, { by: both })).toBe("same-side");
  });

  test("where no rule names somebody who approves, those who make it do", () => {
    const decided = decideCampaign(
      owners,
      campaignOf([PLANNED]),
      [PLANNED],
      { do: "approve" },
      { at: NOW, by: planner },
    );
    expect(decided.ok).toBe(true);
  });

  test("a plan that is approved late begins late, and not after its last day", () => {
    const approve = (at: Instant) => say([PLANNED], { do: "approve" }, { by: head, at });
    expect(approve(sh("2026-11-20 23:59"))).toEqual(["approved"]);
    expect(approve(sh("2026-11-21 00:00"))).toBe("nothing-to-do");
  });

  test.each<CampaignCommand>([
    { do: "return", reason: " " },
    { do: "pause", reason: "" },
    { do: "cancel", reason: "\u0000\n" },
  ])("$do without a reason", (command) => {
    const by = command.do === "return" ? head : planner;
    expect(say(command.do === "pause" ? [PLANNED, APPROVED] : [PLANNED], command, { by })).toBe("bad-fields");
  });
});

describe("the same command again", () => {
  test("is obeyed once", () => {
    expect(say([PLANNED, APPROVED, PAUSED], { do: "pause", reason: "wrong text", key: "key-pause" })).toEqual([]);
  });
  test("also after it was undone", () => {
    const resumed: CampaignEvent = { type: "resumed", at: NOW, by: planner };
    expect(say([PLANNED, APPROVED, PAUSED, resumed], { do: "pause", reason: "x", key: "key-pause" })).toEqual([]);
  });
  test("and another under its key is refused", () => {
    expect(say([PLANNED, APPROVED, PAUSED], { do: "resume", key: "key-pause" })).toBe("key-reused");
  });
});

test("a campaign that does not begin with its plan is none", () => {
  expect(() => campaignOf([APPROVED])).toThrow("plan");
});
