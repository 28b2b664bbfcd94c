import type { Instant } from "../kernel/instant.ts";
import { caseOf } from "./case.ts";
import { type Rulebook, readClocks } from "./clocks.ts";
import type { CaseEvent } from "./event.ts";
import type { ClockReading } from "./reading.ts";
import { isOwed } from "./window.ts";

/** One past case: what happened to it, and the rules it was judged by. */
export type PastCase = { readonly rulebook: Rulebook; readonly timeline: readonly CaseEvent[] };

/** What a draft would have made of one clock of one case. */
type Shift = {
  readonly number: string;
  readonly category: string;
  readonly department: string;
  readonly clock: string;
  readonly was: { readonly due: Instant | undefined; readonly late: boolean } | undefined;
  readonly would: { readonly due: Instant | undefined; readonly late: boolean } | undefined;
};

type Count = { gained: number; lost: number };

/** What a draft would have changed on past cases: breaches gained and lost, and every due that would have moved. */
export type Replay = {
  readonly cases: number;
  readonly clocks: number;
  readonly gained: number;
  readonly lost: number;
  readonly moved: number;
  readonly byCategory: Readonly<Record<string, Count>>;
  readonly byDepartment: Readonly<Record<string, Count>>;
  readonly shifts: readonly Shift[];
};

const judged = (reading: ClockReading | undefined) =>
  reading === undefined || reading.clock.grade === "advisory" || !isOwed(reading)
    ? undefined
    : { due: reading.due, late: reading.missed !== undefined };

/** Each reading under its clock's name; of several promises the second and later ones say which they are. */
const named = (readings: readonly ClockReading[]): ReadonlyMap<string, ClockReading> => {
  const found = new Map<string, ClockReading>();
  const times = new Map<string, number>();
  for (const reading of readings) {
    const { id } = reading.clock;
    const nth = (times.get(id) ?? 0) + 1;
    times.set(id, nth);
    found.set(nth === 1 ? id : `${id} (${nth})`, reading);
  }
  return found;
};

const shiftsOf = (
  { rulebook, timeline }: PastCase,
  draft: Rulebook,
  now: Instant,
): { clocks: number; shifts: Shift[] } => {
  const [old, anew] = [rulebook, draft].map((book) => caseOf(book.policy, timeline));
  if (old === undefined || anew === undefined) return { clocks: 0, shifts: [] };
  const before = named(readClocks(rulebook, old, now));
  const after = named(readClocks(draft, anew, now));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const shifts = ids.flatMap((clock): Shift[] => {
    const [was, would] = [judged(before.get(clock)), judged(after.get(clock))];
    if (was?.due === would?.due && was?.late === would?.late) return [];
    const category = String(old.facts.category ?? "—");
    return [{ number: old.number, category, department: rulebook.policy.intake?.receivedBy ?? "—", clock, was, would }];
  });
  return { clocks: ids.length, shifts };
};

const tally = (shifts: readonly Shift[], key: "category" | "department"): Record<string, Count> => {
  const counts: Record<string, Count> = {};
  for (const shift of shifts) {
    const gained = shift.would?.late === true && shift.was?.late !== true ? 1 : 0;
    const lost = shift.was?.late === true && shift.would?.late !== true ? 1 : 0;
    if (gained + lost === 0) continue;
    const count = counts[shift[key]] ?? { gained: 0, lost: 0 };
    counts[shift[key]] = { gained: count.gained + gained, lost: count.lost + lost };
  }
  return counts;
};

/**
 * Judges past cases by a draft as if it had been in force when they came in, beside the version that did judge them.
 * Nothing is written anywhere; the timelines stay as they are, so what people did then is taken as it was.
 */
export const replay = (past: readonly PastCase[], draft: Rulebook, now: Instant): Replay => {
  const each = past.map((one) => shiftsOf(one, draft, now));
  const shifts = each.flatMap((one) => one.shifts);
  const byCategory = tally(shifts, "category");
  const total = Object.values(byCategory);
  return {
    cases: past.length,
    clocks: each.reduce((sum, { clocks }) => sum + clocks, 0),
    gained: total.reduce((sum, { gained }) => sum + gained, 0),
    lost: total.reduce((sum, { lost }) => sum + lost, 0),
    moved: shifts.filter(({ was, would }) => was?.due !== would?.due).length,
    byCategory,
    byDepartment: tally(shifts, "department"),
    shifts,
  };
};
