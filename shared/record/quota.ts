import type { CaseEvent } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { type Draw, drawsOf, isCounted, usedUp } from "../case/quota.ts";
import { CaseId } from "../kernel/ids.ts";
import { type Instant, MINUTE, plusMs } from "../kernel/instant.ts";
import type { Deps, Loaded } from "./change.ts";
import type { Entry, TallyKey } from "./tally.ts";

/** Longer than any request may run: a place that was taken before and not used by now belongs to nobody. */
const ABANDONED_AFTER_MINUTES = 2;

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
 * Takes a place before the case is saved, so that of two who draw at once on the last one only one gets it. Whoever dies
 * in between leaves a place that is held and not used; it is given back when somebody asks for one and finds none.
 */
const take = async (deps: Deps, found: Loaded, draw: Draw, at: Instant): Promise<boolean> => {
  const { tallies } = deps.orgs;
  const key = keyOf(found, draw);
  const entry = { member: found.record.id, at };
  const { in: taken, entries } = await tallies.enter(key, entry, draw.max);
  if (taken) return true;
  const old = entries.filter((one) => one.at < plusMs(at, -ABANDONED_AFTER_MINUTES * MINUTE));
  const unused = [];
  for (const one of old) if (!(await isUsed(deps, found, draw, one))) unused.push(one);
  for (const { member } of unused) await tallies.leave(key, member);
  return unused.length > 0 && (await tallies.enter(key, entry, draw.max)).in;
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
    if (!(await take(deps, found, draw, now))) return usedUp(draw.quota, draw.max);
  }
  return undefined;
};
