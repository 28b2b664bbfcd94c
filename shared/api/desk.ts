import * as z from "zod";
import type { Actor } from "../case/actor.ts";
import { actsAs, mayNot, officers } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import { Capability } from "../policy/capability.ts";
import { CaseKind, kindTitle } from "../policy/case-kind.ts";
import type { Policy } from "../policy/policy.ts";
import { FormCategory } from "./bodies.ts";
import { formCategory } from "./form.ts";

const Named = z.object({ id: z.string(), title: z.string() });

/** What a member of staff works with: the regulations that take cases, and how their lists can be cut. */
export const DeskReply = z
  .object({
    org: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
    regulations: z.array(
      Named.extend({
        version: z.number().int(),
        keeps: z.boolean().meta({ description: "the caller looks after people's data under it" }),
        may: z.array(Capability).meta({ description: "what the caller may do with its cases" }),
        states: z.array(Named.extend({ final: z.boolean() })),
        desks: z.array(Named).meta({ description: "its roles" }),
        kinds: z.array(Named),
        categories: z.array(FormCategory),
      }),
    ),
  })
  .meta({ id: "Desk" });
export type DeskReply = z.infer<typeof DeskReply>;

const kindsOf = ({ intake }: Policy): readonly CaseKind[] => {
  const { is = "complaint", of = {}, after = {} } = intake?.kinds ?? {};
  const taken = new Set<string>([is, ...Object.values(of), ...Object.values(after)]);
  return CaseKind.options.filter((kind) => taken.has(kind));
};

/** One regulation as its reader finds cases by it; what they may not do is left out of `may`. */
export const regulationView = (policy: Policy, by: Actor, locale: Locale): DeskReply["regulations"][number] => ({
  id: policy.id,
  title: policy.title[locale],
  version: policy.version,
  keeps: actsAs(by, officers(policy)),
  may: Capability.options.filter((capability) => mayNot(policy, by, capability) === undefined),
  states: (policy.workflow?.states ?? []).map(({ id, title, final }) => ({ id, title: title[locale], final })),
  desks: policy.roles.map(({ id, title }) => ({ id, title: title[locale] })),
  kinds: kindsOf(policy).map((id) => ({ id, title: kindTitle(id)[locale] })),
  categories: policy.categories.map((node) => formCategory(node, locale)),
});
