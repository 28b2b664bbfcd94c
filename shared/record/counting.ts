import type { Case } from "../case/case.ts";
import { type Counting, countings } from "../case/counting.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Place } from "../policy/repetition.ts";
import type { Deps, Loaded } from "./change.ts";
import type { Chore } from "./do-chores.ts";
import type { Entry, TallyKey } from "./tally.ts";

const system = { kind: "system" } as const;

const keyOf = ({ record }: Loaded, rule: string, { subject, period }: Place): TallyKey => ({
  org: record.org,
  policy: record.policy.id,
  rule,
  subject,
  period,
});

/** Whether this case is the one that completed the number; one opens it, once for the subject in the period. */
const completes = async (
  { orgs: { tallies } }: Pick<Deps, "orgs">,
  found: Loaded,
  { rule, times, place }: Counting,
  entry: Entry,
): Promise<boolean> => {
  if (place === undefined) return false;
  const { entries } = await tallies.enter(keyOf(found, `corrective.${rule.id}`, place), entry);
  const opening = keyOf(found, `corrective.${rule.id}.opened`, place);
  // who was about to open it and died stands there already, even if the number is not full any more
  const opened = await tallies.read(opening);
  if (opened.length > 0) return opened.some(({ member }) => member === entry.member);
  if (entries[times - 1]?.member !== entry.member) return false;
  return (await tallies.enter(opening, entry, 1)).in;
};

const counted = (current: Case, { rule, place, changes, times }: Counting, opens: boolean, at: Entry["at"]) => {
  const events: CaseEvent[] = [
    { type: "counted", at, by: system, corrective: rule.id, changes, ...(place === undefined ? {} : { place }) },
  ];
  if (!opens || place === undefined) return events;
  const before = current.actions.filter(({ corrective }) => corrective === rule.id);
  const there = before.some(({ repeated }) => repeated?.subject === place.subject && repeated.period === place.period);
  const action = `${rule.id}-${before.length + 1}`;
  return there
    ? events
    : [...events, { type: "actionOpened" as const, at, by: system, action, corrective: rule.id, ...place, times }];
};

/** Founded cases are counted across cases, and the one that completes a number gets the action that is then owed (A-68, AS-124). */
export const counting: Chore = async (deps, found, at) => {
  const open = countings(found.rulebook.policy, found.current);
  const opening = new Set<string>();
  for (const one of open) {
    const entry = { member: found.record.id, at };
    for (const place of one.others) {
      await deps.orgs.tallies.leave(keyOf(found, `corrective.${one.rule.id}`, place), entry.member);
    }
    if (await completes(deps, found, one, entry)) opening.add(one.rule.id);
  }
  return (current) =>
    open
      .filter(({ rule, changes }) => !isTold(current, rule.id, changes))
      .flatMap((one) => counted(current, one, opening.has(one.rule.id), at));
};

const isTold = ({ timeline }: Case, corrective: string, changes: number): boolean =>
  timeline.some((event) => event.type === "counted" && event.corrective === corrective && event.changes >= changes);
