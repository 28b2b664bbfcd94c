import { lintCondition } from "./lint-facts.ts";
import { factFields, type Policy } from "./policy.ts";
import { type Declared, type Problem, refers, twice, undeclared } from "./problem.ts";

/** What happens outside the workflow: who records it, what is asked of them and what it tells of the case. */
export const lintEvents = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.events.flatMap(({ by, fields, sets, customerSees }, at) => {
    const path = `events[${at}]`;
    const own = fields.map(({ id }) => id);
    const named = [...sets, ...(customerSees ?? [])].map((name) => [`${path}.fields`, name] as const);
    const known = [...factFields(policy), ...fields];
    return [
      ...refers(declared, "roles", `${path}.by`, by),
      ...refers(declared, "facts", `${path}.sets`, sets),
      ...undeclared("field", new Set(own), named),
      ...twice("field", `${path}.fields`, own),
      ...fields.flatMap(({ when }, nth) => lintCondition(policy, `${path}.fields[${nth}].when`, when, known)),
    ];
  });
