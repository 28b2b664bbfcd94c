import { plainFields } from "./field.ts";
import { lintSpan } from "./lint-bands.ts";
import { lintEntries } from "./lint-entries.ts";
import { lintCondition } from "./lint-facts.ts";
import { factFields, type Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice } from "./problem.ts";

const lintForms = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.forms.flatMap((form, at) => {
    const path = `forms[${at}]`;
    const clock = policy.clocks.find(({ id }) => id === form.retention);
    const fields = [...factFields(policy), ...plainFields(form.fields)];
    return [
      ...refers(declared, "people", `${path}.by`, form.by),
      ...refers(declared, "people", `${path}.keptBy`, form.keptBy),
      ...refers(declared, "people", `${path}.never`, form.never),
      ...refers(declared, "events", `${path}.filledOn`, form.filledOn),
      ...refers(declared, "events", `${path}.acknowledged`, form.acknowledged),
      ...lintCondition(policy, `${path}.when`, form.when),
      ...refers(declared, "steps", `${path}.blocks`, form.blocks),
      ...refers(declared, "clocks", `${path}.retention`, form.retention),
      ...form.copies.flatMap(({ role }, nth) => refers(declared, "people", `${path}.copies[${nth}].role`, role)),
      ...twice("field", `${path}.fields`, ids(form.fields)),
      ...form.fields.flatMap(({ when }, nth) => lintCondition(policy, `${path}.fields[${nth}].when`, when, fields)),
      ...(clock === undefined || clock.kind === "retention"
        ? []
        : [
            problem(
              `${path}.retention`,
              "not-a-retention",
              `The form "${form.id}" is kept by the clock "${clock.id}", which is a deadline; say \`kind: retention\`.`,
            ),
          ]),
    ];
  });

const lintChecklists = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.checklists.flatMap(({ items, category }, at) => {
    const path = `checklists[${at}]`;
    return [
      ...refers(declared, "categories", `${path}.category`, category),
      ...twice("checklist item", `${path}.items`, ids(items)),
      ...items.flatMap(({ id, limit, beyond, examples }, nth) => {
        const own = `${path}.items[${nth}]`;
        if (limit === undefined)
          return examples.length === 0
            ? []
            : [problem(own, "example-without-figure", `The item "${id}" has examples of a figure, and no limit.`)];
        const { unit: _unit, ...span } = limit;
        return [
          ...(beyond.leads === "approval" ? refers(declared, "roles", `${own}.beyond.by`, beyond.by) : []),
          ...lintSpan(`${own}.limit`, span),
          ...(Object.values(span).every((bound) => bound === undefined)
            ? [problem(`${own}.limit`, "limit-without-figure", `The limit of "${id}" has no figure.`)]
            : []),
          ...(examples.length === 0
            ? [problem(own, "no-example", `The item "${id}" has a limit and no example of it.`)]
            : []),
        ];
      }),
    ];
  });

/** Forms, checklists, signatures, and what not everybody may see. */
export const lintRecords = (policy: Policy, declared: Declared): readonly Problem[] => [
  ...lintForms(policy, declared),
  ...lintEntries(policy, declared),
  ...lintChecklists(policy, declared),
  ...policy.signoffs.flatMap(({ by, after, form, when, event, objected, covers, blocks }, at) => {
    const path = `signoffs[${at}]`;
    return [
      ...refers(declared, "people", `${path}.by`, by),
      ...refers(declared, "events", `${path}.after`, after),
      ...refers(declared, "forms", `${path}.form`, form),
      ...lintCondition(policy, `${path}.when`, when),
      ...refers(declared, "events", `${path}.event`, event),
      ...refers(declared, "events", `${path}.objected`, objected),
      ...refers(declared, "steps", `${path}.covers`, covers),
      ...refers(declared, "blockable", `${path}.blocks`, blocks),
    ];
  }),
  ...policy.privacy.flatMap(({ readableBy, disclosure }, at) => [
    ...refers(declared, "people", `privacy[${at}].readableBy`, readableBy),
    ...refers(declared, "people", `privacy[${at}].disclosure.by`, disclosure?.by),
  ]),
];
