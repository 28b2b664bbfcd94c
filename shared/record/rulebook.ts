import { calendarOf } from "../calendar/known.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { OrgStore } from "./org.ts";
import type { CaseRecord } from "./record.ts";

/** The policy version and calendar that judge a record: those it was opened under, for life (AS-117). */
export const rulebookOf = async (
  orgs: Pick<OrgStore, "policy">,
  { org, policy: ref }: Pick<CaseRecord, "org" | "policy">,
): Promise<Rulebook> => {
  const policy = await orgs.policy(org, ref);
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined)
    throw new Error(`policy ${ref.id} v${ref.version} names an unknown calendar; lint refuses it`);
  return { policy, calendar };
};
