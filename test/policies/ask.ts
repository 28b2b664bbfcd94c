import { expect } from "vitest";
import { answer } from "../../infra/policy/commands.ts";

/** What `policy due` prints, as far as a test looks at it. */
export type DueSaid = {
  readonly nominalDue: string;
  readonly effectiveDue: string;
  readonly firstReminder: string | null;
  readonly grade: string;
  readonly state?: string;
  readonly year?: number;
  readonly applies?: false;
  readonly why?: string;
};

/** One row of what `policy schedule` prints. */
export type RowSaid = {
  readonly window: readonly [string, string];
  readonly nominalDue: string;
  readonly effectiveDue: string;
  readonly reminder: string | null;
  readonly state: string;
  readonly why: string;
};

/** What `policy kpi` prints. */
export type VerdictSaid = { readonly value: number; readonly shown: string; readonly met: boolean };

const said = (line: string): unknown => {
  const given = answer(line.split(" "));
  return given.ok ? given.value : expect.unreachable(`policy ${line}: ${given.error}`);
};

/** The answers of the command line in its own words; a refusal fails the test. */
export const due = (line: string): DueSaid => said(`due ${line} --lang en`) as DueSaid; // as printed
export const schedule = (line: string): readonly RowSaid[] => said(`schedule ${line} --lang en`) as RowSaid[]; // as printed
export const kpi = (id: string, numerator: number, denominator: number): VerdictSaid =>
  said(`kpi ${id} --numerator ${numerator} --denominator ${denominator}`) as VerdictSaid; // as printed

/** A moment to the minute, without its offset: `2026-10-11T00:00` is 24:00 of the 10th. */
export const minute = (at: string): string => at.slice(0, 16);
