import * as z from "zod";
import { CaseId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Step } from "../policy/workflow.ts";
import type { Act } from "./act.ts";
import { type Actor, keyed } from "./actor.ts";
import type { Case } from "./case.ts";
import type { Rulebook } from "./clocks.ts";
import type { Refusal } from "./fault.ts";
import type { Opens } from "./open.ts";
import { notOfRoles } from "./roles.ts";

/** The case in whose place another stands, and since when the matter has been open in all. */
export const Superseded = z.strictObject({ caseId: CaseId, number: z.string(), firstReceivedAt: Instant });
export type Superseded = z.infer<typeof Superseded>;

/** A new case has taken the place of this one (CCF-27). */
export const superseded = z.strictObject({
  ...keyed,
  type: z.literal("superseded"),
  successor: CaseId,
  number: z.string(),
});

export type SupersedeCommand = { readonly do: "supersede"; readonly successor: CaseId; readonly number: string };

/** The step that ended a case for another to take its place; undefined where it ended otherwise or goes on. */
const endingOf = ({ workflow }: Policy, { state }: Case): Step | undefined =>
  workflow?.steps.find(({ successor, to }) => successor && to === state);

/** Why no new case can be filed in place of this one; undefined when it can. Whether one was is another question. */
export const notSuperseded = ({ policy }: Rulebook, current: Case, by: Actor): Refusal | undefined => {
  const ending = endingOf(policy, current);
  const ways = (policy.workflow?.steps ?? []).filter(({ successor }) => successor);
  const roles = ending?.by ?? ways.flatMap((step) => step.by);
  const foreign = notOfRoles(policy, by, roles, ending?.rules ?? []);
  if (foreign !== undefined || ending !== undefined) return foreign;
  const says = say("本案未以新案代替", "no new case takes the place of this one");
  return { code: "nothing-to-do", says, rules: [] };
};

/** Keeps with the old case which one has taken its place; the same again changes nothing. */
export const supersede: Act<SupersedeCommand> = {
  decide: (rulebook, current, { successor, number, key }, asked) => {
    const no = notSuperseded(rulebook, current, asked.by);
    if (no !== undefined) return refuse(no);
    if (current.supersededBy?.caseId === successor) return accept([]);
    if (current.supersededBy !== undefined) {
      const says = say("本案已由新案代替", "another case has taken the place of this one");
      return refuse({ code: "nothing-to-do", says, rules: [] });
    }
    return accept([{ type: "superseded", ...asked, key, successor, number }]);
  },
  led: (_policy, event, { successor }) => event.type === "superseded" && event.successor === successor,
};

/** The new form, as long as it has not been filed: asked anew is what has changed. */
export const openSuccessor: Opens = ({ policy }, current, by) => {
  const ending = endingOf(policy, current);
  if (ending === undefined || current.supersededBy !== undefined) return [];
  return [
    {
      act: "supersede",
      of: ending.id,
      title: say("另填新表（附原表）", "File the new form in its place"),
      rules: ending.rules,
      path: "successor",
      given: {},
      fields: (policy.intake?.fields ?? []).map((field) => ({ ...field, required: false })),
      closed: notOfRoles(policy, by, ending.by, ending.rules),
    },
  ];
};
