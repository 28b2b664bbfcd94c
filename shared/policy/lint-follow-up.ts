import { daysIn, MAX_ANSWER_DAYS } from "./follow-up.ts";
import { wordsField } from "./intake.ts";
import { lintCondition } from "./lint-facts.ts";
import { OPINION_STAGES } from "./opinions.ts";
import type { Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice, warning } from "./problem.ts";

const lintVisits = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.visits.flatMap(({ id, after, when, within, by, form, signature, event, rebooked, blocks }, at) => {
    const path = `visits[${at}]`;
    return [
      ...refers(declared, "events", `${path}.after`, after),
      ...lintCondition(policy, `${path}.when`, when),
      ...refers(declared, "clocks", `${path}.within`, within),
      ...refers(declared, "people", `${path}.by`, by),
      ...refers(declared, "forms", `${path}.form`, form),
      ...refers(declared, "events", `${path}.event`, event),
      ...refers(declared, "events", `${path}.rebooked`, rebooked),
      ...refers(declared, "blockable", `${path}.blocks`, blocks),
      ...(signature && !policy.signoffs.some((one) => one.form === form && form !== undefined)
        ? [problem(path, "visit-never-signed", `The visit "${id}" needs a signature, and no sign-off is of its form.`)]
        : []),
    ];
  });

const lintScale = (path: string, { id, scale, commendation }: Policy["surveys"][number]): readonly Problem[] => {
  const values = scale.map(({ value }) => value);
  const doubled = values.find((value, at) => values.indexOf(value) < at);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const sides = new Set(scale.map(({ satisfied }) => satisfied)).size;
  return [
    ...(doubled === undefined
      ? []
      : [problem(`${path}.scale`, "duplicate-value", `The scale of "${id}" has two answers worth ${doubled}.`)]),
    ...(sides === 2
      ? []
      : [problem(`${path}.scale`, "scale-one-sided", `Every answer of "${id}" counts as satisfied, or none does.`)]),
    ...(commendation !== undefined && (commendation.from < least || commendation.from > most)
      ? [
          problem(
            `${path}.commendation.from`,
            "out-of-scale",
            `No average of "${id}" is ${commendation.from}: its scale goes from ${least} to ${most}.`,
          ),
        ]
      : []),
  ];
};

/** Whoever is asked by an event has days of their own, and is reminded before they are over. */
const lintAsks = (path: string, { id, after, asks }: Policy["surveys"][number]): readonly Problem[] => {
  if ((after === undefined) !== (asks === undefined))
    return [
      problem(
        path,
        "asks-without-event",
        after === undefined
          ? `The survey "${id}" says how long each customer has (asks), and no event (after) sends it.`
          : `The survey "${id}" goes with an event, and does not say how long each customer may answer (asks).`,
      ),
    ];
  if (asks === undefined) return [];
  const all = [...asks.remindAfter, asks.answerWithin];
  if (all.some(({ kind }) => kind !== "days" && kind !== "weeks"))
    return [problem(`${path}.asks`, "not-in-days", `What each customer of "${id}" has is said in days or weeks.`)];
  const days = all.map(daysIn);
  const [most = 0] = days.slice(-1);
  return days.some((one, nth) => nth > 0 && one <= (days[nth - 1] ?? 0)) || most > MAX_ANSWER_DAYS
    ? [
        problem(
          `${path}.asks`,
          "asks-out-of-order",
          `Reminders of "${id}" follow each other before its last day, which is at most ${MAX_ANSWER_DAYS} days later.`,
        ),
      ]
    : [];
};

/** What a survey's opinions become must be there: a form to be filed with, and an event that the workflow leads on from. */
const lintOpinions = (
  policy: Policy,
  declared: Declared,
  path: string,
  { id, comments, opinions }: Policy["surveys"][number],
): readonly Problem[] => {
  if (opinions === undefined) return [];
  const { intake, workflow } = policy;
  const { collated, facts } = opinions;
  const led = workflow?.moves.some(({ on, from }) => on === collated && from.includes(workflow.initial));
  return [
    ...OPINION_STAGES.flatMap((stage) => refers(declared, "events", `${path}.${stage}`, opinions[stage])),
    ...Object.keys(facts).flatMap((name) => refers(declared, "facts", `${path}.facts`, name)),
    ...(intake === undefined
      ? [problem(path, "opinions-without-intake", `Opinions of "${id}" become cases, and the policy takes none in.`)]
      : []),
    ...(comments && intake !== undefined && wordsField(intake) === undefined
      ? [
          problem(
            path,
            "no-place-for-words",
            `What customers write in "${id}" has no long text of the form to stand in.`,
          ),
        ]
      : []),
    ...(led === false
      ? [warning(`${path}.collated`, "opinion-goes-nowhere", `No move of the workflow leads on from "${collated}".`)]
      : []),
  ];
};

const lintSurveys = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.surveys.flatMap((survey, at) => {
    const path = `surveys[${at}]`;
    const { id, by, approvedBy, form, after, dimensions, kpis, commendation } = survey;
    const sent = after !== undefined || policy.schedules.some(({ duty }) => duty.is === "survey" && duty.survey === id);
    return [
      ...refers(declared, "people", `${path}.by`, by),
      ...refers(declared, "people", `${path}.approvedBy`, approvedBy),
      ...refers(declared, "forms", `${path}.form`, form),
      ...refers(declared, "events", `${path}.after`, after),
      ...refers(declared, "kpis", `${path}.kpis`, kpis),
      ...refers(declared, "people", `${path}.commendation.to`, commendation?.to),
      ...twice("survey dimension", `${path}.dimensions`, ids(dimensions)),
      ...lintScale(path, survey),
      ...lintAsks(path, survey),
      ...lintOpinions(policy, declared, `${path}.opinions`, survey),
      ...(sent
        ? []
        : [warning(path, "survey-never-sent", `No schedule and no event sends the survey "${id}"; nobody is asked.`)]),
    ];
  });

const lintRouting = (policy: Policy, declared: Declared): readonly Problem[] =>
  policy.routing.flatMap(({ id, by, to, when, within, after, blocks, failed, needs, step, taken, returned }, at) => {
    const path = `routing[${at}]`;
    return [
      ...refers(declared, "people", `${path}.by`, by),
      ...refers(declared, "people", `${path}.to`, to),
      ...lintCondition(policy, `${path}.when`, when),
      ...refers(declared, "clocks", `${path}.within`, within),
      ...refers(declared, "routes", `${path}.after`, after),
      ...refers(declared, "blockable", `${path}.blocks`, blocks),
      ...refers(declared, "events", `${path}.failed`, failed),
      ...needs.flatMap(({ on }, nth) => refers(declared, "events", `${path}.needs[${nth}].on`, on)),
      ...refers(declared, "steps", `${path}.step`, step),
      ...refers(declared, "steps", `${path}.taken`, taken),
      ...refers(declared, "steps", `${path}.returned`, returned),
      ...(after.includes(id)
        ? [problem(`${path}.after`, "after-itself", `The route "${id}" can only open after it has failed itself.`)]
        : []),
    ];
  });

/** Visits, surveys, who takes a matter on, and what nobody may do. */
export const lintFollowUp = (policy: Policy, declared: Declared): readonly Problem[] => [
  ...lintVisits(policy, declared),
  ...lintSurveys(policy, declared),
  ...lintRouting(policy, declared),
  ...policy.prohibitions.flatMap(({ effect }, at) =>
    "category" in effect ? refers(declared, "categories", `prohibitions[${at}].effect.category`, effect.category) : [],
  ),
];
