import { describe, expect, test } from "vitest";
import { actsFor, type CampaignAct } from "../../../shared/survey/acts.ts";
import { campaignOf } from "../../../shared/survey/campaign.ts";
import { type CampaignCommand, decideCampaign } from "../../../shared/survey/decide.ts";
import type { CampaignEvent } from "../../../shared/survey/event.ts";
import { sh, staff } from "../../fixtures/cases.ts";
import { owners, plan } from "../../fixtures/surveys.ts";

const NOW = sh("2026-10-08 10:00");
const planner = staff("management");
const head = { ...staff("office"), sub: "sub-head" };
const both = { ...staff("management", "office"), sub: "sub-both" };
const ground = { ...owners, survey: { ...owners.survey, approvedBy: ["office"] } };

const planned: CampaignEvent = { type: "planned", at: NOW, by: planner, plan: plan() };
const approved: CampaignEvent = { type: "approved", at: NOW, by: head };
const paused: CampaignEvent = { type: "paused", at: NOW, by: planner, reason: "wrong text" };
const system = { at: NOW, by: { kind: "system" } } as const;
const closed: CampaignEvent = { ...system, type: "closed" };
const analysed: CampaignEvent = { ...system, type: "analysed" };

const COMMANDS: Readonly<Record<CampaignAct, CampaignCommand>> = {
  replan: { do: "replan", plan: plan() },
  approve: { do: "approve" },
  return: { do: "return", reason: "x" },
  pause: { do: "pause", reason: "x" },
  resume: { do: "resume" },
  cancel: { do: "cancel", reason: "x" },
  report: { do: "report", to: "x" },
};

const TIMELINES: readonly (readonly [string, readonly CampaignEvent[]])[] = [
  ["planned", [planned]],
  ["planned by the head", [{ ...planned, by: both }]],
  ["approved", [planned, approved]],
  ["held up", [planned, approved, paused]],
  ["closed", [planned, approved, closed]],
  ["counted", [planned, approved, closed, analysed]],
];
const PEOPLE = [planner, head, both, staff("department"), { kind: "reporter" } as const];

describe.each(TIMELINES)("a campaign that is %s", (_why, timeline) => {
  test("offers everybody what would be obeyed, and nothing else", () => {
    const current = campaignOf(timeline);
    for (const by of PEOPLE) {
      const obeyed = Object.values(COMMANDS).filter(
        (command) => decideCampaign(ground, current, timeline, command, { at: NOW, by }).ok,
      );
      expect([...actsFor(ground.survey, current, by)].sort()).toEqual(obeyed.map((command) => command.do).sort());
    }
  });
});
