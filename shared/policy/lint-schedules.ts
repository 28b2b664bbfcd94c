import type { Calendar } from "../calendar/calendar.ts";
import { lintCondition, lintFacts } from "./lint-facts.ts";
import { lintReport } from "./lint-reports.ts";
import { lintRhythm } from "./lint-rhythms.ts";
import { APPROVED, UNSTATED } from "./occurrences.ts";
import type { Policy } from "./policy.ts";
import { type Declared, type Problem, problem, refers, undeclared, warning } from "./problem.ts";
import type { Schedule } from "./schedule.ts";

const lintExamples = (policy: Policy, path: string, schedule: Schedule, declared: Declared): readonly Problem[] => {
  const { id, examples, rhythm } = schedule;
  const events = new Set([...declared.events, APPROVED]);
  if (rhythm.kind === "unstated")
    return [
      warning(
        path,
        "frequency-not-stated",
        `"${id}": ${UNSTATED.en}. Nothing is generated until its owner chooses one.`,
      ),
    ];
  return [
    ...(examples.length === 0
      ? [problem(path, "no-example", `The schedule "${id}" has no example of what it asks for.`)]
      : []),
    ...examples.flatMap((example, at) => {
      const own = `${path}.examples[${at}]`;
      return [
        ...lintFacts(policy, `${own}.facts`, example.facts),
        ...undeclared(
          "event",
          events,
          Object.keys(example.events).map((name) => [`${own}.events.${name}`, name]),
        ),
        ...(example.from > example.to
          ? [problem(own, "span-reversed", `The example "${example.why}" ends before it begins.`)]
          : []),
      ];
    }),
  ];
};

const lintDuty = (path: string, { duty }: Schedule, declared: Declared): readonly Problem[] => {
  switch (duty.is) {
    case "inspection":
      return [
        ...refers(declared, "checklists", `${path}.checklists`, duty.checklists),
        ...refers(declared, "people", `${path}.verifiedBy`, duty.verifiedBy),
        ...refers(declared, "roles", `${path}.inspects`, duty.inspects),
      ];
    case "report":
      return [
        ...refers(declared, "people", `${path}.to`, duty.to),
        ...refers(declared, "sources", `${path}.inputs`, duty.inputs),
        ...refers(declared, "facts", `${path}.unitIn`, duty.unitIn),
        ...(duty.unitIn !== undefined && !duty.perUnit
          ? [
              problem(
                `${path}.unitIn`,
                "unit-of-nobody",
                "unitIn says whose a case is, and the report is not made per unit.",
              ),
            ]
          : []),
      ];
    case "survey":
      return refers(declared, "surveys", `${path}.survey`, duty.survey);
    case "meeting":
      return [
        ...refers(declared, "people", `${path}.attended`, duty.attended),
        ...refers(declared, "sources", `${path}.inputs`, duty.inputs),
      ];
    default:
      return [];
  }
};

/** Everything that is owed again and again: its rhythm, what is done, and its examples. */
export const lintSchedules = (policy: Policy, declared: Declared, calendar: Calendar | undefined): readonly Problem[] =>
  policy.schedules.flatMap((schedule, at) => {
    const path = `schedules[${at}]`;
    return [
      ...refers(declared, "people", `${path}.by`, schedule.by),
      ...refers(declared, "people", `${path}.afterApprovalBy`, schedule.afterApprovalBy),
      ...refers(declared, "forms", `${path}.form`, schedule.form),
      ...lintCondition(policy, `${path}.when`, schedule.when),
      ...lintRhythm(policy, `${path}.rhythm`, schedule, declared, calendar),
      ...lintDuty(`${path}.duty`, schedule, declared),
      ...lintReport(policy, `${path}.duty`, schedule),
      ...lintExamples(policy, path, schedule, declared),
    ];
  });
