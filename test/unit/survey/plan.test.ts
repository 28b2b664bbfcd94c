import { describe, expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { CampaignPlan, momentsOf, planFaults } from "../../../shared/survey/plan.ts";
import { endOf, sh } from "../../fixtures/cases.ts";
import { owners, plan } from "../../fixtures/surveys.ts";

const TODAY = CivilDate.parse("2026-10-08");
const day = (said: string): CivilDate => CivilDate.parse(said);
const days = (...said: string[]): CivilDate[] => said.map(day);

describe("the days of a plan", () => {
  test.each<[why: string, over: Partial<CampaignPlan>, paths: string[]]>([
    ["all in order", {}, []],
    ["sent today", { sendOn: TODAY }, []],
    ["sent yesterday", { sendOn: day("2026-10-07") }, ["/sendOn"]],
    ["over on the day on which it is sent", { closesOn: day("2026-10-12"), remindOn: [] }, ["/closesOn"]],
    ["over before it is sent", { closesOn: day("2026-10-11"), remindOn: [] }, ["/closesOn"]],
    ["a year and a day", { closesOn: day("2027-10-13") }, []],
    ["a year and two days", { closesOn: day("2027-10-14") }, ["/closesOn"]],
    ["reminded on its last day", { remindOn: days("2026-11-20") }, []],
    ["reminded after it", { remindOn: days("2026-11-21") }, ["/remindOn"]],
    ["reminded as it is sent", { remindOn: days("2026-10-12") }, ["/remindOn"]],
    ["reminded twice on a day", { remindOn: days("2026-10-20", "2026-10-20") }, ["/remindOn"]],
    ["reminded in the wrong order", { remindOn: days("2026-10-27", "2026-10-20") }, ["/remindOn"]],
    [
      "wrong three times",
      { sendOn: day("2026-10-01"), closesOn: day("2026-09-30") },
      ["/sendOn", "/closesOn", "/remindOn"],
    ],
  ])("%s", (_why, over, paths) => {
    const faults = planFaults(plan(over), owners.survey, TODAY);
    expect(faults.map(({ path }) => path)).toEqual(paths);
    expect(faults.every(({ rule }) => rule === "OSS-01")).toBe(true);
  });

  test("nobody is reminded three times", () => {
    const three = { ...plan(), remindOn: days("2026-10-20", "2026-10-21", "2026-10-22") };
    expect(CampaignPlan.safeParse(three).success).toBe(false);
  });

  test("mails leave when the office reminds, and its last day counts to its end", () => {
    expect(momentsOf(owners.policy, plan())).toEqual({
      opens: sh("2026-10-12 09:00"),
      reminds: [sh("2026-10-26 09:00")],
      closes: endOf("2026-11-20"),
    });
  });
});
