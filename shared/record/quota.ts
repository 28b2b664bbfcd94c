import type { CaseEvent } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { type Draw, drawsOf, isCounted, usedUp } from "../case/quota.ts";
import { CaseId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Deps, Loaded } from "./change.ts";
import { takePlace } from "./place.ts";
import type { Entry, TallyKey } from "./tally.ts";

const keyOf = ({ record }: Loaded, { quota, subject, period }: Draw): TallyKey => ({
  org: record.org,
  policy: record.policy.id,
  rule: `quota.${quota.id}`,
  subject,
  period,
});

/** Whether a case has used the place that it holds. */
const isUsed = async ({ records }: Pick<Deps, "records">, found: Loaded, { quota }: Draw, { member }: Entry) => {
  const record = await records.load({ kind: "case", org: found.record.org, id: CaseId.parse(member) });
  return record !== undefined && isCounted(quota, record.timeline);
};

/**
 * Lets what would happen draw on the policy's quotas, across cases (HKC-02); why not, when one is used up. Costs nothing
 * where no quota counts it, and one conditional update where one does.
 */
export const drawOn = async (
  deps: Deps,
  found: Loaded,
  events: readonly CaseEvent[],
  now: Instant,
): Promise<Refusal | undefined> => {
  for (const draw of drawsOf(found.rulebook, found.current, events, now)) {
    if ("code" in draw) return draw;
    const entry = { member: found.record.id, at: now };
    const used = (one: Entry) => isUsed(deps, found, draw, one);
    const taken = await takePlace(deps.orgs.tallies, keyOf(found, draw), entry, draw.max, used);
    if (!taken) return usedUp(draw.quota, draw.max);
  }
  return undefined;
};
