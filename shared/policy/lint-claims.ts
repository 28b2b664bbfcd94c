import { lintCondition } from "./lint-facts.ts";
import type { Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice } from "./problem.ts";

const lintClaim = (policy: Policy, declared: Declared): readonly Problem[] => {
  const { claims } = policy;
  if (claims === undefined) return [];
  return [
    ...refers(declared, "people", "claims.claimants", claims.claimants),
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
    ...claims.compensation.flatMap(({ id, when, formula, examples }, at) => [
      ...lintCondition(policy, `claims.compensation[${at}].when`, when),
      ...(examples.length === 0 && formula !== "as-agreed" && formula !== "none"
        ? [problem(`claims.compensation[${at}]`, "no-example", `The compensation "${id}" has no example of a sum.`)]
        : []),
    ]),
  ];
};

const lintReturns = ({ returns }: Policy, declared: Declared): readonly Problem[] =>
  returns === undefined
    ? []
    : [
        ...refers(declared, "people", "returns.agreedBy", returns.agreedBy),
        ...refers(declared, "people", "returns.appraisedBy", returns.appraisedBy),
        ...refers(declared, "forms", "returns.slips", returns.slips),
        ...twice(
          "return outcome",
          "returns.outcomes",
          returns.outcomes.map(({ value }) => value),
        ),
        ...twice("return proof", "returns.proofs", ids(returns.proofs)),
      ];

const lintQuotas = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.quotas.flatMap(({ id, counts, max, min, window }, at) => {
    const path = `quotas[${at}]`;
    return [
      ...refers(declared, "events", `${path}.counts`, counts),
      ...("clock" in window ? refers(declared, "clocks", `${path}.window.clock`, window.clock) : []),
      ...(max === undefined && min === undefined
        ? [problem(path, "quota-no-figure", `The quota "${id}" has no figure: say \`max\` or \`min\`.`)]
        : []),
      ...(max !== undefined && min !== undefined && min > max
        ? [problem(path, "quota-contradicts", `The quota "${id}" asks for at least ${min} and at most ${max}.`)]
        : []),
    ];
  });

/** Claims, goods that come back, and how often something may happen. */
export const lintClaims = (policy: Policy, declared: Declared): readonly Problem[] => [
  ...lintClaim(policy, declared),
  ...lintReturns(policy, declared),
  ...lintQuotas(policy, declared),
];
