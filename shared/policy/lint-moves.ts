import type { Policy } from "./policy.ts";
import { type Problem, undeclared } from "./problem.ts";

/** A step that moves a claim or a return on, with the names of the step's fields that it reads. */
type Move = { readonly step: string; readonly makes: string } & Readonly<Record<string, string | undefined>>;

/** The steps and fields of which a section says what they make of it. */
export const lintMoves = (policy: Policy, section: string, moves: readonly Move[]): readonly Problem[] => {
  const steps = policy.workflow?.steps ?? [];
  return moves.flatMap(({ step, makes: _makes, ...fields }, at) => {
    const path = `${section}.moves[${at}]`;
    const taken = steps.find(({ id }) => id === step);
    if (taken === undefined) return undeclared("step", new Set(steps.map(({ id }) => id)), [[`${path}.step`, step]]);
    return undeclared(
      "field",
      new Set(taken.fields.map(({ id }) => id)),
      Object.entries(fields).flatMap(([name, field]) => (field === undefined ? [] : [[`${path}.${name}`, field]])),
    );
  });
};
