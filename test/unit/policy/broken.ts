import { lint } from "../../../shared/policy/lint.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import type { Problem } from "../../../shared/policy/problem.ts";
import { source } from "./fixture.ts";

/** The small policy, open to be broken in ways that the type of a policy forbids. */
// biome-ignore lint/suspicious/noExplicitAny: each row of a table breaks another place of the file
export type Broken = { [K in keyof ReturnType<typeof source>]: any };

/** What lint says of the small policy after one change. */
export const problemsOf = (change: (policy: Broken) => void): readonly Problem[] => {
  const broken: Broken = source();
  change(broken);
  return lint(Policy.parse(broken));
};

/** Gives the clock bands of 24 hours each instead of its figure. */
export const withBands =
  (of: readonly object[]) =>
  (policy: Broken): void => {
    policy.clocks[0].within = undefined;
    policy.clocks[0].bands = { fact: "km", of: of.map((band) => ({ ...band, within: "24 hours" })) };
  };
