import { Policy } from "./policy.ts";
import { type Problem, problem } from "./problem.ts";

const SECTIONS: ReadonlySet<string> = new Set(Object.keys(Policy.shape));

/** Whether an assumption is listed for that place of the file, or for something inside it. */
const listed = ({ assumptions }: Policy, place: string): boolean =>
  assumptions.some(({ key }) => key === place || key.startsWith(`${place}.`));

const lintAdvisory = (policy: Policy): readonly Problem[] => {
  if (policy.assumptions.some(({ key }) => key === "clocks.advisory")) return [];
  return policy.clocks.flatMap(({ id, grade }, at) =>
    grade === "binding" || listed(policy, `clocks.${id}`)
      ? []
      : [
          problem(
            `clocks[${at}].grade`,
            "assumption-not-listed",
            `The length of the advisory clock "${id}" is our choice, because the regulation gives none: list it under assumptions with the key "clocks.${id}", or all such clocks with "clocks.advisory".`,
          ),
        ],
  );
};

const lintEffective = (policy: Policy): readonly Problem[] =>
  policy.assumptions.some(({ key }) => key === "effectiveFrom")
    ? []
    : [
        problem(
          "effectiveFrom",
          "assumption-not-listed",
          `The regulation names no date on which it comes into force, so ${policy.effectiveFrom} is our choice: list it under assumptions with the key "effectiveFrom".`,
        ),
      ];

const lintNumbering = (policy: Policy): readonly Problem[] => {
  const { numbering } = policy;
  if (numbering === undefined || numbering.rules.length > 0 || listed(policy, "numbering")) return [];
  return [
    problem(
      "numbering",
      "assumption-not-listed",
      `No rule of the regulation asks for numbers like "${numbering.template}", so they are our choice: list them under assumptions with the key "numbering.template", or name the rule that asks for them.`,
    ),
  ];
};

const lintKeys = ({ assumptions }: Policy): readonly Problem[] =>
  assumptions.flatMap(({ key }, at) => {
    const [section = ""] = key.split(".");
    return SECTIONS.has(section)
      ? []
      : [
          problem(
            `assumptions[${at}].key`,
            "assumption-of-nothing",
            `The assumption "${key}" is about nothing that a policy file has: "${section}" is the name of no section. Begin the key with the section that it is about, e.g. "clocks.advisory".`,
          ),
        ];
  });

/**
 * Every figure that the regulation does not give is listed as assumed, so that it is labelled wherever a user sees it
 * (D-12): the lengths of advisory clocks (0.3), the day it comes into force, which no source names, and numbers that no
 * rule asks for. And every assumption is about a section of the file. Further words of a key are free: they name a
 * construct, a property or a matter of the whole section.
 */
export const lintAssumptions = (policy: Policy): readonly Problem[] => [
  ...lintAdvisory(policy),
  ...lintEffective(policy),
  ...lintNumbering(policy),
  ...lintKeys(policy),
];
