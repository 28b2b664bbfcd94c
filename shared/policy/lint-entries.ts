import { plainFields, type StepField } from "./field.ts";
import { lintCondition } from "./lint-facts.ts";
import type { Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice, undeclared } from "./problem.ts";
import { asking, type Register, registersOf } from "./register-form.ts";

const DATED: readonly StepField["type"][] = ["date", "moment"];

const isOfHouse = ({ roles }: Policy, name: string): boolean => roles.some(({ id }) => id === name);

/** Fields of the form itself: an entry knows nothing else. */
const own = ({ fields }: Register, path: string, used: string | readonly string[] | undefined): readonly Problem[] =>
  undeclared(
    "field",
    new Set(ids(plainFields(fields))),
    (used === undefined ? [] : [used].flat()).map((name) => [path, name] as const),
  );

const notADay = ({ fields, id }: Register, path: string, used: readonly string[]): readonly Problem[] =>
  used.flatMap((name) => {
    const field = fields.find((one) => one.id === name);
    return field === undefined || DATED.includes(field.type)
      ? []
      : [problem(path, "not-a-day", `"${name}" of the form "${id}" is no date and no moment.`)];
  });

const lintSteps = (policy: Policy, declared: Declared, form: Register, path: string): readonly Problem[] =>
  form.entries.steps.flatMap(({ id, by, when, fields, clock }, at) => [
    ...refers(declared, "people", `${path}.steps[${at}].by`, by),
    ...(by.some((name) => isOfHouse(policy, name))
      ? []
      : [problem(`${path}.steps[${at}].by`, "nobody-takes", `No role of the house takes the step "${id}".`)]),
    ...lintCondition(policy, `${path}.steps[${at}].when`, when, [...plainFields(form.fields)]),
    ...twice("field", `${path}.steps[${at}].fields`, ids(fields)),
    ...refers(declared, "clocks", `${path}.steps[${at}].clock`, clock),
  ]);

const lintNeeds = (policy: Policy, declared: Declared, form: Register, path: string): readonly Problem[] =>
  form.entries.needs.flatMap(({ id, form: other, when }, at) => {
    const kept = registersOf(policy).find((one) => one.id === other);
    return [
      ...refers(declared, "forms", `${path}.needs[${at}].form`, other),
      ...lintCondition(policy, `${path}.needs[${at}].when`, when, [...plainFields(form.fields)]),
      ...(kept?.entries.subject === undefined || form.entries.subject === undefined
        ? [
            problem(
              `${path}.needs[${at}]`,
              "needs-no-subject",
              `"${id}" asks for an entry of "${other}" about the same: both forms must be registers that name a \`subject\`.`,
            ),
          ]
        : []),
    ];
  });

const lintOne = (policy: Policy, declared: Declared, form: Register, path: string): readonly Problem[] => {
  const { subject, people, on, refuses, steps, needs, fulfils } = form.entries;
  const fields = [...plainFields(form.fields)];
  const writers = [...form.by, ...(form.keptBy === undefined ? [] : [form.keptBy])];
  return [
    ...(form.fields.length === 0
      ? [problem(path, "no-fields", `The register "${form.id}" has no fields: nothing could be entered.`)]
      : []),
    ...(writers.some((name) => isOfHouse(policy, name))
      ? []
      : [problem(path, "nobody-writes", `No role of the house fills in the register "${form.id}" or looks after it.`)]),
    ...own(form, `${path}.subject`, subject),
    ...own(form, `${path}.people`, people),
    ...(policy.clocks.some(({ id, most }) => id === form.retention && most?.how === "delete")
      ? [problem(path, "entries-stay", `"${form.id}" is a book: entries are anonymised, and none is torn out of it.`)]
      : []),
    ...own(form, `${path}.on`, on),
    ...notADay(form, `${path}.on`, on === undefined ? [] : [on]),
    ...twice("step", `${path}.steps`, ids(steps)),
    ...twice("refusal", `${path}.refuses`, ids(refuses)),
    ...twice("demand", `${path}.needs`, ids(needs)),
    ...refuses.flatMap(({ when, holidays, within, id }, at) => [
      ...lintCondition(policy, `${path}.refuses[${at}].when`, when, fields),
      ...own(form, `${path}.refuses[${at}].holidays`, holidays),
      ...notADay(form, `${path}.refuses[${at}].holidays`, holidays),
      ...(within !== undefined && subject === undefined
        ? [problem(`${path}.refuses[${at}].within`, "within-no-subject", `"${id}" needs a \`subject\` to count by.`)]
        : []),
      ...(when === undefined && holidays.length === 0 && within === undefined
        ? [problem(`${path}.refuses[${at}]`, "refuses-all", `"${id}" says of what it refuses nothing: it refuses all.`)]
        : []),
    ]),
    ...lintNeeds(policy, declared, form, path),
    ...lintSteps(policy, declared, form, path),
    ...fulfils.flatMap(({ schedule, object, when }, at) => [
      ...refers(declared, "schedules", `${path}.fulfils[${at}].schedule`, schedule),
      ...own(form, `${path}.fulfils[${at}].object`, object),
      ...lintCondition(policy, `${path}.fulfils[${at}].when`, when, fields),
    ]),
    ...(refuses.length + needs.length > 0 && form.entries.examples.length === 0
      ? [problem(path, "no-example", `The register "${form.id}" refuses something and has no example of it.`)]
      : []),
  ];
};

/** Registers: their own fields, who writes, what they ask of each other, and what they show to be done. */
export const lintEntries = (policy: Policy, declared: Declared): readonly Problem[] =>
  registersOf(policy).flatMap((form) => {
    const at = policy.forms.findIndex(({ id }) => id === form.id);
    return lintOne(asking(policy, form), declared, form, `forms[${at}].entries`);
  });
