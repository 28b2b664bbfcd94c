import { type Field, type ListField, plainFields } from "./field.ts";
import { lintCondition } from "./lint-facts.ts";
import { factFields, type Policy } from "./policy.ts";
import { ids, type Problem, problem, twice, undeclared } from "./problem.ts";
import type { Workflow } from "./workflow.ts";

/** What the engine itself makes happen; a notification may wait for it. */
export const ENGINE_EVENTS = [
  "evidenceIncomplete",
  "photoRefused",
  "clockReminder",
  "clockBreached",
  "extensionRequested",
  "extensionDecided",
  "exceptionRecorded",
  "exceptionDecided",
  "signed",
  "objected",
  "assigned",
  "assignmentTaken",
  "assignmentReturned",
  "opinionGiven",
  "mailReceived",
] as const;

/** What can happen to a case of this policy: its receipt, its steps and what is declared besides. */
export const eventNames = ({ workflow, events }: Policy): ReadonlySet<string> =>
  new Set(["received", ...(workflow?.steps ?? []).map(({ event }) => event), ...events.map(({ id }) => id)]);

const lintStates = ({ initial, states, steps, moves }: Workflow): readonly Problem[] => {
  const ways = [...steps, ...moves];
  const reached = new Set([initial]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of ways) if (to !== undefined && from.some((state) => reached.has(state))) reached.add(to);
  }
  const left = new Set(ways.flatMap(({ from, to }) => (to === undefined ? [] : from)));
  return states.flatMap(({ id, final }, at) => [
    ...(reached.has(id)
      ? []
      : [problem(`workflow.states[${at}]`, "state-unreachable", `No step leads to the state ${id}.`)]),
    ...(final || left.has(id)
      ? []
      : [problem(`workflow.states[${at}]`, "state-dead-end", `No step leads out of ${id}, and it is not final.`)]),
  ]);
};

/** The fields of a list's block: asked because of what is known before it, and of each other. */
const lintBlock = (
  policy: Policy,
  path: string,
  { fields }: ListField,
  known: readonly Field[],
): readonly Problem[] => [
  ...twice("field", path, ids(fields)),
  ...fields.flatMap(({ when }, nth) => lintCondition(policy, `${path}[${nth}].when`, when, [...known, ...fields])),
];

/** Ways between states that are no step: moves, and how a closed case is taken up again. */
const lintMoves = (policy: Policy, { states, moves, reopening }: Workflow, roles: ReadonlySet<string>) => {
  const known = new Set(states.map(({ id }) => id));
  const final = new Set(states.flatMap((state) => (state.final ? [state.id] : [])));
  const ways = [
    ...moves.map((move, at) => [`workflow.moves[${at}]`, move] as const),
    ...(reopening === undefined ? [] : [["workflow.reopening", reopening] as const]),
  ];
  return [
    ...ways.flatMap(([path, { from, to }]) =>
      undeclared("state", known, [
        ...from.map((state, nth) => [`${path}.from[${nth}]`, state] as const),
        [`${path}.to`, to],
      ]),
    ),
    ...undeclared(
      "event",
      eventNames(policy),
      moves.map(({ on }, at) => [`workflow.moves[${at}].on`, on]),
    ),
    ...undeclared(
      "role",
      roles,
      (reopening?.by ?? []).map((role, nth) => [`workflow.reopening.by[${nth}]`, role]),
    ),
    ...(reopening === undefined || (reopening.from.every((state) => final.has(state)) && !final.has(reopening.to))
      ? []
      : [problem("workflow.reopening", "reopens-nothing", "A case is reopened from final states to one that is not.")]),
  ];
};

/** The steps of a case against the states, roles and fields they speak of. */
export const lintWorkflow = (policy: Policy): readonly Problem[] => {
  const { workflow } = policy;
  if (workflow === undefined) return [];
  const states = new Set(workflow.states.map(({ id }) => id));
  const roles = new Set(policy.roles.map(({ id }) => id));
  const facts = new Set(factFields(policy).map(({ id }) => id));
  const { steps } = workflow;
  return [
    ...twice("state", "workflow.states", [...workflow.states.map(({ id }) => id)]),
    ...twice(
      "step",
      "workflow.steps",
      steps.map(({ id }) => id),
    ),
    ...undeclared("state", states, [["workflow.initial", workflow.initial]]),
    ...lintStates(workflow),
    ...lintMoves(policy, workflow, roles),
    ...steps.flatMap((step, at) => {
      const path = `workflow.steps[${at}]`;
      const own = new Set(ids(step.fields));
      const plain = plainFields(step.fields);
      const known = [...factFields(policy), ...plain];
      return [
        ...undeclared("state", states, [
          ...step.from.map((state, nth) => [`${path}.from[${nth}]`, state] as const),
          ...(step.to === undefined ? [] : [[`${path}.to`, step.to] as const]),
        ]),
        ...lintCondition(policy, `${path}.when`, step.when),
        ...undeclared(
          "role",
          roles,
          step.by.map((role, nth) => [`${path}.by[${nth}]`, role]),
        ),
        ...undeclared(
          "field",
          new Set(ids(plain)),
          step.sets.map((name) => [`${path}.fields`, name]),
        ),
        ...undeclared(
          "field",
          own,
          (step.customerSees ?? []).map((name) => [`${path}.fields`, name]),
        ),
        ...undeclared(
          "fact",
          facts,
          step.sets.map((name, nth) => [`${path}.sets[${nth}]`, name]),
        ),
        ...twice(
          "field",
          `${path}.fields`,
          [...own].length === step.fields.length ? [] : step.fields.map(({ id }) => id),
        ),
        ...step.fields.flatMap((field, nth) => [
          ...lintCondition(policy, `${path}.fields[${nth}].when`, field.when, known),
          ...(field.type === "list" ? lintBlock(policy, `${path}.fields[${nth}].fields`, field, known) : []),
        ]),
      ];
    }),
  ];
};
