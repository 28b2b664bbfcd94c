import type { CaseEvent } from "../case/event.ts";
import { numberedAt } from "../case/numbered.ts";
import type { CaseId, OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Deps, Loaded } from "./change.ts";
import { numberOf, periodOf } from "./numbering.ts";

type Port = Pick<Deps, "orgs" | "records">;
type Wanted = { readonly org: OrgId; readonly policy: Policy; readonly at: Instant; readonly id: CaseId };

/**
 * The next number of a policy that leads to no other case: one that was taken over may stand in the counter's way. It is
 * claimed before the record that bears it is saved, for a name that leads nowhere is harmless.
 */
export const numberFor = async ({ orgs, records }: Port, { org, policy, at, id }: Wanted): Promise<string> => {
  const counter = `${policy.id}-${periodOf(policy, at)}`;
  for (;;) {
    const number = numberOf(policy, at, await orgs.next(org, counter));
    if ((await records.claim(org, policy.id, number, id)) === "claimed") return number;
  }
};

/**
 * Puts the giving of a number before the event that gives it, so that letters about that event bear it (AS-41). A crash
 * before the save leaves a gap, never the same number twice. Whoever is overtaken and asks again goes on with the number it
 * has taken.
 */
export const numberGiver = (port: Port) => {
  let taken: { readonly period: string; readonly number: string } | undefined;
  return async ({ record, rulebook, current }: Loaded, events: readonly CaseEvent[]): Promise<readonly CaseEvent[]> => {
    const { policy } = rulebook;
    const at = numberedAt(policy, current, events);
    const [first] = events;
    if (at === undefined || first === undefined) return events;
    const period = periodOf(policy, at);
    const known = taken?.period === period ? taken.number : undefined;
    const number = known ?? (await numberFor(port, { org: record.org, policy, at, id: record.id }));
    taken = { period, number };
    return [{ type: "numbered", at: first.at, by: first.by, number }, ...events];
  };
};
