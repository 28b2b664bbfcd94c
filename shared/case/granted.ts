import type { Instant } from "../kernel/instant.ts";
import type { Case, Exception, Extension } from "./case.ts";
import type { Run } from "./run.ts";

export type Granted = { readonly newDue: Instant; readonly approvedAt: Instant; readonly late: boolean };

type Decided = NonNullable<(Extension | Exception)["decision"]>;

const approvedWithin = <T extends Extension | Exception>(
  all: readonly T[],
  clock: string,
  { startAt }: Run,
  until: Instant | undefined,
): readonly { readonly one: T; readonly at: Instant }[] =>
  all
    .filter((one) => one.clock === clock && one.decision?.approved === true)
    .map((one) => ({ one, at: (one.decision as Decided).at })) // filtered for it above
    .filter(({ at }) => at >= startAt && (until === undefined || at < until))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/**
 * Extensions move a due one after the other; one that was approved after its due had passed is late for good.
 * @param until what was decided from then on no longer counts.
 */
export const walk = (current: Case, clock: string, run: Run, effectiveDue: Instant, until: Instant | undefined) => {
  let due = effectiveDue;
  let missed: Instant | undefined;
  const granted: Granted[] = [];
  for (const { one, at } of approvedWithin(current.extensions, clock, run, until)) {
    const late = at > due;
    if (late) missed ??= due;
    granted.push({ newDue: one.newDue, approvedAt: at, late });
    due = one.newDue;
  }
  return { due, missed, granted };
};

/** The first approval of an exception while the clock ran, and whether it came after a due had passed. */
export const excuseOf = (
  current: Case,
  clock: string,
  run: Run,
  effectiveDue: Instant,
  until: Instant | undefined,
): { readonly promised: Instant; readonly at: Instant; readonly late: boolean } | undefined => {
  const [first] = approvedWithin(current.exceptions, clock, run, until);
  if (first === undefined) return undefined;
  const { due, missed } = walk(current, clock, run, effectiveDue, first.at);
  return { promised: first.one.promised, at: first.at, late: missed !== undefined || first.at > due };
};
