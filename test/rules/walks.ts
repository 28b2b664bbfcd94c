import { policyIds, publishedPolicy } from "../../infra/policy/published.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { walkToEnds } from "../functions/life/ends.ts";
import { fileAll } from "../functions/life/left-lying.ts";
import type { TestStack } from "../stack/stack.ts";

/** A walk through every regulation that leaves traces of what was at work, and the test that it is. */
export type Walk = {
  /** The file of the test, and its name with `%s` for the regulation. */
  readonly file: string;
  readonly title: string;
  /** Where the clock starts. */
  readonly at: string;
  /** Leads one regulation; answers what it could not do. */
  readonly lead: (demo: TestStack, policy: Policy) => Promise<readonly string[]>;
  /** Until when what was led is then left alone. */
  readonly until?: string;
};

/** Every regulation under which a case has a life. */
export const lived = (): readonly Policy[] =>
  policyIds()
    .flatMap((id) => publishedPolicy(id)?.policy ?? [])
    .filter(({ intake }) => intake !== undefined);

export const toEnds: Walk = {
  file: "test/functions/life/every-regulation.test.ts",
  title: "%s: a case comes to each of its ends, each thing done by somebody who may",
  at: "2026-03-10T09:30+08:00",
  lead: walkToEnds,
};

export const leftLying: Walk = {
  file: "test/functions/life/every-form.test.ts",
  title: "%s: a case of every category, with every answer, is taken; what lies is reminded of",
  at: "2026-03-10T09:30+08:00",
  lead: fileAll,
  until: "2026-04-20T09:30+08:00",
};

export const walks: readonly Walk[] = [toEnds, leftLying];
