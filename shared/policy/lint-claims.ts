import type { Claims } from "./claims.ts";
import { plainFields } from "./field.ts";
import { lintCondition } from "./lint-facts.ts";
import { lintMoves } from "./lint-moves.ts";
import { factFields, type Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice, undeclared } from "./problem.ts";
import { registerOf } from "./register-form.ts";

/** A rung may only wait for one that is there; its own list of rungs it comes after is never a way round the first. */
const lintLadder = (rungs: Claims["dispute"]): readonly Problem[] => {
  const values = rungs.map(({ value }) => value);
  return [
    ...twice("rung", "claims.dispute", values),
    ...undeclared(
      "rung",
      new Set(values),
      rungs.flatMap(({ after = [] }, at) =>
        after.map((rung, nth) => [`claims.dispute[${at}].after[${nth}]`, rung] as const),
      ),
    ),
  ];
};

const lintClaim = (policy: Policy, declared: Declared): readonly Problem[] => {
  const { claims } = policy;
  if (claims === undefined) return [];
  return [
    ...lintCondition(policy, "claims.when", claims.when),
    ...refers(declared, "people", "claims.claimants", claims.claimants),
    ...refers(declared, "facts", "claims.claimant", claims.claimant),
    ...refers(declared, "facts", "claims.exclusion", claims.exclusion),
    ...Object.entries(claims.figures).flatMap(([name, fact]) =>
      refers(declared, "facts", `claims.figures.${name}`, fact),
    ),
    ...claims.payees.flatMap(({ named }, at) => refers(declared, "facts", `claims.payees[${at}].named`, named)),
    ...lintLadder(claims.dispute),
    ...lintMoves(policy, "claims", claims.moves),
    ...refers(declared, "people", "claims.against", claims.against),
    ...refers(declared, "clocks", "claims.window", claims.window),
    ...refers(declared, "clocks", "claims.answer", claims.answer),
    ...refers(declared, "clocks", "claims.settlement", claims.settlement),
    ...twice("claim document", "claims.documents", ids(claims.documents)),
    ...twice("exclusion", "claims.exclusions", ids(claims.exclusions)),
    ...twice("compensation", "claims.compensation", ids(claims.compensation)),
    ...claims.documents.flatMap(({ when, signedBy }, at) => [
      ...lintCondition(policy, `claims.documents[${at}].when`, when),
      ...refers(declared, "people", `claims.documents[${at}].signedBy`, signedBy),
    ]),
    ...claims.exclusions.flatMap(({ when }, at) => lintCondition(policy, `claims.exclusions[${at}].when`, when)),
    ...claims.compensation.flatMap(({ id, when, formula, examples }, at) => [
      ...lintCondition(policy, `claims.compensation[${at}].when`, when),
      ...(examples.length === 0 && formula !== "as-agreed" && formula !== "none"
        ? [problem(`claims.compensation[${at}]`, "no-example", `The compensation "${id}" has no example of a sum.`)]
        : []),
    ]),
  ];
};

const lintQuotas = (policy: Policy, declared: Declared): readonly Problem[] => {
  const facts = new Set(ids(factFields(policy)));
  const steps = new Set((policy.workflow?.steps ?? []).map(({ event }) => event));
  return policy.quotas.flatMap(({ id, counts, form, also, max, min, window, subject }, at) => {
    const path = `quotas[${at}]`;
    const kept = form === undefined ? undefined : registerOf(policy, form);
    const known = kept === undefined ? facts : new Set(ids(plainFields(kept.fields)));
    const counted = [...(subject === undefined ? [] : [subject]), ...also];
    return [
      ...refers(declared, "forms", `${path}.form`, form),
      ...((counts === undefined) === (form === undefined) || (form !== undefined && kept === undefined)
        ? [problem(path, "quota-of-what", `Say of "${id}" either which event \`counts\` or which register's \`form\`.`)]
        : []),
      ...("clock" in window && form !== undefined
        ? [problem(`${path}.window`, "quota-by-clock", `Entries are counted by the calendar; "${id}" names a clock.`)]
        : []),
      ...refers(declared, "events", `${path}.counts`, counts),
      ...("clock" in window ? refers(declared, "clocks", `${path}.window.clock`, window.clock) : []),
      ...undeclared(
        kept === undefined ? "fact" : "field",
        known,
        counted.map((name) => [`${path}.subject`, name] as const),
      ),
      ...(max !== undefined && subject === undefined && counts !== undefined && steps.has(counts)
        ? [problem(path, "quota-no-subject", `Say by \`subject\` which fact of a case "${id}" is counted by.`)]
        : []),
      ...(max === undefined && min === undefined
        ? [problem(path, "quota-no-figure", `The quota "${id}" has no figure: say \`max\` or \`min\`.`)]
        : []),
      ...(max !== undefined && min !== undefined && min > max
        ? [problem(path, "quota-contradicts", `The quota "${id}" asks for at least ${min} and at most ${max}.`)]
        : []),
    ];
  });
};

/** Claims, and how often something may happen. */
export const lintClaims = (policy: Policy, declared: Declared): readonly Problem[] => [
  ...lintClaim(policy, declared),
  ...lintQuotas(policy, declared),
];
