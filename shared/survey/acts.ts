import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Campaign, CampaignState } from "./campaign.ts";

/** What people do with a campaign once it is planned. */
export type CampaignAct = "replan" | "approve" | "return" | "pause" | "resume" | "cancel" | "report";

/** In which states each thing can be done. */
export const OPEN: Readonly<Record<CampaignAct, readonly CampaignState[]>> = {
  approve: ["DRAFT"],
  return: ["DRAFT"],
  replan: ["DRAFT"],
  pause: ["APPROVED"],
  resume: ["APPROVED"],
  report: ["ANALYSED"],
  cancel: ["DRAFT", "APPROVED"],
};
const ACTS = Object.keys(OPEN) as readonly CampaignAct[]; // the keys of the table above

type Whose = Pick<Survey, "by" | "approvedBy">;

/** Who may do what: the plan is approved, or sent back, by whom the regulation names; all else is of those who make it. */
export const rolesFor = ({ by, approvedBy }: Whose, act: CampaignAct): readonly string[] =>
  (act === "approve" || act === "return") && approvedBy.length > 0 ? approvedBy : by;

/** Whether somebody would approve a plan of their own, where the regulation wants another to. */
export const isOwnPlan = ({ approvedBy }: Whose, { plannedBy }: Pick<Campaign, "plannedBy">, by: Actor): boolean =>
  approvedBy.length > 0 && plannedBy.kind === "staff" && by.kind === "staff" && plannedBy.sub === by.sub;

/** What somebody may do with a campaign as it stands, in the order in which it is offered. */
export const actsFor = (
  survey: Whose,
  current: Pick<Campaign, "state" | "paused" | "plannedBy">,
  by: Actor,
): readonly CampaignAct[] =>
  ACTS.filter(
    (act) =>
      OPEN[act].includes(current.state) &&
      actsAs(by, rolesFor(survey, act)) &&
      !(act === "approve" && isOwnPlan(survey, current, by)) &&
      !(act === (current.paused ? "pause" : "resume")),
  );
