import type { Policy } from "./policy.ts";
import { type Problem, problem, warning } from "./problem.ts";
import { carriers, registeredRules, trace } from "./trace.ts";

/** Every rule of the register is answered once: carried, planned, or said to be no matter for software. */
export const lintRules = (policy: Policy): readonly Problem[] => {
  const { prefix, registered, planned, notSoftware } = policy;
  const rules = new Set(registeredRules(prefix, registered));
  const carrying = carriers(policy);
  const lists = [
    ...carrying.map(({ path, rules: named }) => [path, named] as const),
    ...policy.clocks.map(({ seeAlso }, at) => [`clocks[${at}].seeAlso`, seeAlso] as const),
    ...policy.costs.map(({ seeAlso }, at) => [`costs[${at}].seeAlso`, seeAlso] as const),
    ...planned.map(({ rule }, at) => [`planned[${at}]`, [rule]] as const),
    ...notSoftware.map(({ rule }, at) => [`notSoftware[${at}]`, [rule]] as const),
  ];
  const foreign = lists.flatMap(([path, named]) =>
    named.flatMap((rule) => {
      if (rules.has(rule)) return [];
      return rule.startsWith(`${prefix}-`)
        ? [
            problem(
              path,
              "rule-out-of-range",
              `${rule} is not in the register, which has ${registered} ${prefix} rules.`,
            ),
          ]
        : [
            problem(
              path,
              "rule-of-another",
              `${rule} belongs to another regulation; the rules of this one are ${prefix}.`,
            ),
          ];
    }),
  );
  const carried = new Set(carrying.flatMap((carrier) => [...carrier.rules]));
  const contradicted = [
    ...planned.flatMap(({ rule }, at) =>
      carried.has(rule)
        ? [problem(`planned[${at}]`, "rule-twice", `${rule} is listed as planned, but it is carried already.`)]
        : [],
    ),
    ...notSoftware.flatMap(({ rule }, at) => {
      const also = carried.has(rule) ? "carried" : planned.some((one) => one.rule === rule) ? "planned" : undefined;
      return also === undefined
        ? []
        : [
            problem(
              `notSoftware[${at}]`,
              "rule-twice",
              `${rule} is said to be no matter for software, but it is ${also}.`,
            ),
          ];
    }),
  ];
  const missing = trace(policy)
    .filter(({ status }) => status === "missing")
    .map(({ rule }) =>
      problem("", "rule-missing", `${rule} is nowhere: carry it, plan it, or say under notSoftware why it is none.`),
    );
  const byWords = policy.carriedBy.map(({ rule, by }, at) =>
    warning(
      `carriedBy[${at}]`,
      "carried-by-words",
      `${rule} is carried by no construct, only by these words: "${by}". See that they stay true.`,
    ),
  );
  return [...foreign, ...contradicted, ...missing, ...byWords];
};
