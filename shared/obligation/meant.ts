import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Rhythm } from "../policy/schedule.ts";
import type { Proof } from "./event.ts";
import { isOpen, type Obligation } from "./obligation.ts";

const DAYS = { week: 7, month: 31, quarter: 92, "half-year": 184, year: 366 } as const;
const YEAR = 366;

/** No two windows of a rhythm begin further apart, and none is longer, within the year that is planned; in days. */
const spanOf = (rhythm: Rhythm): number => {
  switch (rhythm.kind) {
    case "daily":
      return 1;
    case "weekday":
      return DAYS.week;
    case "monthly":
    case "month-end":
      return DAYS.month;
    case "quarterly":
      return DAYS.quarter;
    case "every":
    case "random":
    case "by-plan":
      return DAYS[rhythm.period];
    default:
      return YEAR;
  }
};

/** Between which days the windows end that something done on a day may belong to: so much is read, whatever the history. */
export const around = (rhythm: Rhythm, day: CivilDate): readonly [CivilDate, CivilDate] => {
  const days = spanOf(rhythm) + 1;
  return [addDays(day, -days), addDays(day, days)];
};

type Candidate = { readonly id: string; readonly obligation: Obligation };

const proves = ({ proof }: Obligation, by: Proof): boolean => proof?.kind === by.kind && proof.id === by.id;

/**
 * Which obligation of one schedule something that was done at a moment fulfils: the open one that is due first among those
 * whose window has begun; else the last that began, where it was missed. What was missed before that was not made up for by
 * what the next window asks. Undefined where none waits for it; `already` where this very record has done one.
 */
export const meantBy = <C extends Candidate>(
  all: readonly C[],
  { at, day, by }: { readonly at: Instant; readonly day: CivilDate; readonly by: Proof },
): C | "already" | undefined => {
  if (all.some(({ obligation }) => proves(obligation, by))) return "already";
  const begun = all.filter(({ obligation }) => obligation.slot.window[0] <= day);
  const first = (some: readonly C[]): C | undefined =>
    some.toSorted((a, b) => (`${a.obligation.slot.due} ${a.id}` < `${b.obligation.slot.due} ${b.id}` ? -1 : 1))[0];
  const open = first(begun.filter(({ obligation }) => isOpen(obligation) && obligation.slot.due > at));
  if (open !== undefined) return open;
  const last = begun
    .map(({ obligation }) => obligation.slot.window[0])
    .toSorted()
    .at(-1);
  const waits = ({ state }: Obligation) => state === "MISSED" || state === "PLANNED";
  return first(begun.filter(({ obligation }) => obligation.slot.window[0] === last && waits(obligation)));
};
