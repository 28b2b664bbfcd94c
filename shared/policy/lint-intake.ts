import type { Category } from "./intake.ts";
import { lintCondition, lintFacts, misfit } from "./lint-facts.ts";
import { eventNames } from "./lint-workflow.ts";
import { factFields, fieldOf, type Policy } from "./policy.ts";
import { type Declared, ids, known, type Problem, problem, undeclared } from "./problem.ts";

/** The form, the category tree and the numbers. */
export const lintIntake = (policy: Policy, { roles, parties, events }: Declared): readonly Problem[] => {
  const { intake, numbering } = policy;
  const damages = intake?.damages;
  const steps = policy.workflow?.steps ?? [];
  const withTree = [...factFields(policy), ...steps.flatMap(({ fields }) => fields)].find((f) => f.type === "category");
  const own = [...factFields(policy), ...(damages?.fields ?? [])];
  return [
    ...undeclared("party", parties, intake === undefined ? [] : [["intake.party", intake.party]]),
    ...undeclared("role", roles, intake === undefined ? [] : [["intake.receivedBy", intake.receivedBy]]),
    ...lintKinds(policy),
    ...lintOccasion(policy),
    ...undeclared(
      "field",
      new Set(ids(intake?.fields ?? [])),
      (intake?.duplicates?.same ?? []).map((name, nth) => [`intake.duplicates.same[${nth}]`, name]),
    ),
    ...undeclared(
      "event",
      events,
      Object.keys(intake?.kinds?.after ?? {}).map((event) => [`intake.kinds.after.${event}`, event]),
    ),
    ...(withTree !== undefined && policy.categories.length === 0
      ? [problem("categories", "category-without-tree", `"${withTree.id}" asks for a category, and there is no tree.`)]
      : []),
    ...(intake?.fields ?? []).flatMap((field, at) => lintCondition(policy, `intake.fields[${at}].when`, field.when)),
    ...(damages?.fields ?? []).flatMap((field, at) =>
      lintCondition(policy, `intake.damages.fields[${at}].when`, field.when, own),
    ),
    ...lintCondition(policy, "intake.damages.requiredWhen", damages?.requiredWhen),
    ...lintCategories(policy, policy.categories, "categories"),
    ...lintFinds(policy),
    ...(numbering === undefined ? [] : lintNumbering(numbering)),
    ...undeclared("event", events, numbering === undefined ? [] : [["numbering.on", numbering.on]]),
    ...undeclared("role", roles, numbering?.by === undefined ? [] : [["numbering.by", numbering.by]]),
  ];
};

/** A case is found by what is declared of it; the fields of steps and records only repeat that, or belong to no case. */
const lintFinds = ({ workflow, forms }: Policy): readonly Problem[] =>
  [
    ...(workflow?.steps ?? []).map(({ fields }, at) => ({ fields, path: `workflow.steps[${at}]` })),
    ...forms.map(({ fields }, at) => ({ fields, path: `forms[${at}]` })),
  ].flatMap(({ fields, path }) =>
    fields.flatMap((field, nth) =>
      field.type === "text" && field.finds !== undefined
        ? [
            problem(
              `${path}.fields[${nth}].finds`,
              "finds-elsewhere",
              `Say that "${field.id}" finds a case where it is declared: in the form or under facts.`,
            ),
          ]
        : [],
    ),
  );

/** Where occasions are told apart, and when each is over. */
const lintOccasion = (policy: Policy): readonly Problem[] => {
  const occasion = policy.intake?.occasion;
  if (occasion === undefined) return [];
  const { field, closes, reopens, prohibition } = occasion;
  const path = "intake.occasion";
  const dated = fieldOf(policy, closes)?.type === "date";
  return [
    ...undeclared("field", new Set(ids(policy.intake?.fields ?? [])), [[`${path}.field`, field]]),
    ...(dated ? [] : [problem(`${path}.closes`, "not-a-date", `"${closes}" is no date that a case knows.`)]),
    ...undeclared("event", eventNames(policy), reopens === undefined ? [] : [[`${path}.reopens`, reopens]]),
    ...undeclared("prohibition", new Set(ids(policy.prohibitions)), [[`${path}.prohibition`, prohibition]]),
  ];
};

/** Values of the form that are to mean a kind must be values that the field can have. */
const lintKinds = (policy: Policy): readonly Problem[] => {
  const { by, of = {} } = policy.intake?.kinds ?? {};
  const values = Object.keys(of);
  if (by === undefined) {
    return values.length === 0
      ? []
      : [problem("intake.kinds.of", "kinds-by-nothing", "Kinds are told apart here, but `by` does not say by what.")];
  }
  const field = fieldOf(policy, by);
  if (field === undefined) return undeclared("fact", new Set(ids(factFields(policy))), [["intake.kinds.by", by]]);
  return values.flatMap((value) => {
    const says = misfit(
      policy,
      field,
      field.type === "flag" ? value === "true" || (value !== "false" && value) : value,
    );
    return says === undefined ? [] : [problem(`intake.kinds.of.${value}`, "unknown-value", says)];
  });
};

const lintCategories = (policy: Policy, categories: readonly Category[], path: string): readonly Problem[] =>
  categories.flatMap(({ onlyFor, children }, at) => {
    const base = `${path}[${at}]`;
    const under = lintCategories(policy, children, `${base}.children`);
    if (onlyFor === undefined) return under;
    const field = fieldOf(policy, onlyFor.fact);
    if (field === undefined)
      return [...undeclared("fact", new Set(ids(factFields(policy))), [[`${base}.onlyFor`, onlyFor.fact]]), ...under];
    const wrong = onlyFor.in.flatMap((value) => misfit(policy, field, value) ?? []);
    return [...wrong.map((says) => problem(`${base}.onlyFor`, "unknown-value", says)), ...under];
  });

const NEEDED = { day: ["YYYY", "MM", "DD"], month: ["YYYY", "MM"], year: ["YYYY"], never: [] } as const;

const lintNumbering = ({ template, reset }: NonNullable<Policy["numbering"]>): readonly Problem[] => {
  if (!template.includes("N"))
    return [
      problem(
        "numbering.template",
        "numbering-without-run",
        `"${template}" has no N, so every case gets the same number.`,
      ),
    ];
  const missing = NEEDED[reset].filter((part) => !template.includes(part));
  return missing.length === 0
    ? []
    : [
        problem(
          "numbering.template",
          "numbering-repeats",
          `The run starts anew each ${reset}, but "${template}" does not show ${known(missing)}: numbers would repeat.`,
        ),
      ];
};

/** What proof is asked, and what waits for it. */
export const lintEvidence = (policy: Policy, { steps }: Declared): readonly Problem[] =>
  policy.evidence.flatMap((rule, at) => {
    const path = `evidence[${at}]`;
    const before = rule.capturedBefore;
    return [
      ...lintCondition(policy, `${path}.when`, rule.when),
      ...undeclared(
        "step",
        steps,
        rule.blocks.map((step, nth) => [`${path}.blocks[${nth}]`, step]),
      ),
      ...(before === undefined || fieldOf(policy, before)?.type === "moment"
        ? []
        : [problem(`${path}.capturedBefore`, "not-a-moment", `"${before}" is no moment that the form asks for.`)]),
      ...rule.examples.flatMap((example, nth) => lintFacts(policy, `${path}.examples[${nth}].facts`, example.facts)),
    ];
  });
