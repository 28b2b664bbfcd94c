import type { Field } from "./field.ts";
import type { Corrective, Liability } from "./liability.ts";
import { lintCondition, lintFacts } from "./lint-facts.ts";
import { factFields, fieldOf, type Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice, undeclared } from "./problem.ts";

/** Triage questions may be asked in conditions like facts. */
const questionFields = ({ liability }: Policy): readonly Field[] =>
  (liability?.questions ?? []).map(({ id, title, rules, answers }) => ({
    id,
    label: title,
    rules,
    required: true,
    type: "choice",
    of: answers,
  }));

/** The fact that holds the class is a choice of exactly the classes. */
const lintFact = (policy: Policy, { fact, classes }: Liability): readonly Problem[] => {
  if (fact === undefined) return [];
  const field = fieldOf(policy, fact);
  const values = field?.type === "choice" ? field.of.map(({ value }) => value) : [];
  const same = values.length === classes.length && classes.every(({ value }) => values.includes(value));
  return same ? [] : [problem("liability.fact", "not-the-classes", `"${fact}" is no choice of exactly the classes.`)];
};

const lintTriage = (policy: Policy, declared: Declared, fields: readonly Field[]): readonly Problem[] => {
  const { liability } = policy;
  if (liability === undefined) return [];
  return [
    ...refers(declared, "people", "liability.decidedBy", liability.decidedBy),
    ...refers(declared, "blockable", "liability.triageBlocks", liability.triageBlocks),
    ...lintFact(policy, liability),
    ...twice("triage question", "liability.questions", ids(liability.questions)),
    ...liability.questions.flatMap(({ answers }, at) =>
      twice(
        "answer",
        `liability.questions[${at}].answers`,
        answers.map(({ value }) => value),
      ),
    ),
    ...twice(
      "liability class",
      "liability.classes",
      liability.classes.map(({ value }) => value),
    ),
    ...liability.classes.flatMap(({ when }, at) =>
      lintCondition(policy, `liability.classes[${at}].when`, when, fields),
    ),
  ];
};

type Repetition = Extract<Corrective["trigger"], { on: "repetition" }>;

/** What cases are counted by must name somebody, and be shown to count as its people mean it. */
const lintRepetition = (policy: Policy, path: string, trigger: Repetition): readonly Problem[] => {
  const { of, subject, counts, examples } = trigger;
  const at = `${path}.trigger`;
  const field = subject === undefined ? undefined : fieldOf(policy, subject);
  if (subject === undefined) {
    return of === "person" || counts !== undefined || examples.length > 0
      ? [problem(at, "repetition-no-subject", "Say by `subject` which fact of a case names whom or what is counted.")]
      : [];
  }
  return [
    ...undeclared("fact", new Set(ids(factFields(policy))), [[`${at}.subject`, subject]]),
    ...(field === undefined || ["text", "choice", "category"].includes(field.type)
      ? []
      : [problem(`${at}.subject`, "repetition-subject", `"${subject}" is a ${field.type} and names nobody.`)]),
    ...lintCondition(policy, `${at}.counts`, counts),
    ...examples.flatMap(({ cases }, nth) =>
      cases.flatMap(({ facts }, one) => lintFacts(policy, `${at}.examples[${nth}].cases[${one}].facts`, facts)),
    ),
    ...(examples.length === 0
      ? [problem(at, "no-example", "Cases are counted across cases: give at least one example of when it opens.")]
      : []),
  ];
};

/** Who decides on liability, what must follow, and what may follow for people. */
export const lintLiability = (policy: Policy, declared: Declared): readonly Problem[] => {
  const fields = [...factFields(policy), ...questionFields(policy)];
  return [
    ...lintTriage(policy, declared, fields),
    ...policy.corrective.flatMap(({ by, verifiedBy, blocks, trigger, doneOn }, at) => {
      const path = `corrective[${at}]`;
      return [
        ...refers(declared, "people", `${path}.by`, by),
        ...refers(declared, "people", `${path}.verifiedBy`, verifiedBy),
        ...refers(declared, "blockable", `${path}.blocks`, blocks),
        ...refers(declared, "events", `${path}.doneOn`, doneOn),
        ...(trigger.on === "finding"
          ? [
              ...refers(declared, "schedules", `${path}.trigger.of`, trigger.of),
              ...(trigger.found === "findingRecorded"
                ? []
                : refers(declared, "events", `${path}.trigger.found`, trigger.found)),
            ]
          : []),
        ...(trigger.on === "repetition" ? lintRepetition(policy, path, trigger) : []),
        ...(trigger.on === "case" ? lintCondition(policy, `${path}.trigger.when`, trigger.when, fields) : []),
      ];
    }),
    ...policy.sanctions.flatMap(({ when, proposedBy, approvedBy }, at) => [
      ...lintCondition(policy, `sanctions[${at}].when`, when, fields),
      ...refers(declared, "people", `sanctions[${at}].proposedBy`, proposedBy),
      ...refers(declared, "people", `sanctions[${at}].approvedBy`, approvedBy),
    ]),
  ];
};
