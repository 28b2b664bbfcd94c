import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Clock } from "../policy/clock.ts";
import { dueWith } from "../policy/due.ts";
import { moment } from "../policy/explain-words.ts";
import { factOf, groupsOf } from "../policy/holds.ts";
import type { Pause } from "../policy/pause.ts";
import { fieldOf, type Policy } from "../policy/policy.ts";
import { startedBy } from "../policy/since.ts";
import type { Fact, Facts } from "../policy/terms.ts";
import { joined, labelOf, sayFact } from "../policy/wording.ts";
import type { Case } from "./case.ts";
import type { Rulebook } from "./clocks.ts";
import { momentOf } from "./moment.ts";
import type { Move } from "./reading.ts";
import type { Run } from "./run.ts";

/** The facts on which it depends whether a clock exists, when it began and how long it runs. */
const decidingOf = ({ when, bands, until, since }: Clock): readonly string[] => [
  ...new Set([
    ...(when === undefined ? [] : groupsOf(when).flatMap((group) => Object.keys(group))),
    ...(bands === undefined ? [] : [bands.fact]),
    ...[until, since].filter((name) => name !== undefined),
  ]),
];

const sayValue = (policy: Policy, name: string, fact: Fact | undefined): Text => {
  if (fact === undefined) return say("未知", "unknown");
  const type = fieldOf(policy, name)?.type;
  const at = type === "date" || type === "moment" ? momentOf(String(fact), policy.calendar.timeZone) : undefined;
  return at === undefined ? sayFact(policy, name, fact) : moment(policy, at);
};

/** 投诉程度：一般 → 重大. */
const sayChange = (policy: Policy, names: readonly string[], before: Facts, after: Facts): Text => {
  const told = names.map((name) => ({ name, values: [before, after].map((facts) => factOf(policy, facts, name)) }));
  const said = told
    .filter(({ values: [was, is] }) => was !== is)
    .map(({ name, values }) => {
      const change = joined(
        values.map((fact) => sayValue(policy, name, fact)),
        " → ",
        " → ",
      );
      return joined([labelOf(policy, name), change], "：", ": ");
    });
  return joined(said, "，", ", ");
};

type Known = { readonly at: Instant; readonly facts: Facts; readonly pauses: readonly Pause[]; readonly why: Text };

/** What was known of the case and of its pauses at each moment of a run at which either changed, with what changed. */
const statesOf = (policy: Policy, current: Case, clock: Clock, { startAt }: Run, pauses: readonly Pause[]) => {
  const names = decidingOf(clock);
  const pausedBy = (at: Instant) => pauses.filter(({ to }) => to !== undefined && to <= at);
  const first = Math.max(
    0,
    current.learnt.findLastIndex(({ at }) => at <= startAt),
  );
  const learnt = current.learnt.slice(first).map(({ at, facts }, nth): Known => {
    const before = nth === 0 ? facts : (current.learnt[first + nth - 1]?.facts ?? facts);
    return { at, facts, pauses: pausedBy(at), why: sayChange(policy, names, before, facts) };
  });
  const paused = pauses.flatMap(({ to, why }): Known[] => {
    if (to === undefined) return [];
    const { facts } = current.learnt.findLast(({ at }) => at <= to) ?? current;
    return [{ at: to, facts, pauses: pausedBy(to), why }];
  });
  return [...learnt, ...paused].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/**
 * How the due of a run came to move by what became known and by pauses, always counted from the original
 * start. The first due that is known is no move. A promise that is given anew is another run, and moves nothing.
 */
export const movesOf = (
  { policy, calendar }: Rulebook,
  current: Case,
  clock: Clock,
  run: Run,
  pauses: readonly Pause[],
): readonly Move[] => {
  if (clock.renewable || (current.learnt.length < 2 && pauses.length === 0)) return [];
  const moves: Move[] = [];
  let was: Instant | undefined;
  for (const { at, facts, pauses: known, why } of statesOf(policy, current, clock, run, pauses)) {
    const from = clock.since === undefined ? run.startAt : startedBy(policy, clock, facts);
    if (from === undefined) continue;
    const given = dueWith(policy, clock, { from, facts, calendar, pauses: known });
    if (given.applies === "unknown" || (given.applies && given.state !== "RUNNING")) continue;
    const due = given.applies ? given.effectiveDue : undefined;
    if (was !== undefined && due !== was) moves.push({ at, was, due, why });
    was = due;
  }
  return moves;
};
