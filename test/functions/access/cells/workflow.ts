import type { CaseView } from "../../../../shared/api/case-view.ts";
import { caseRoutes } from "../../../../shared/api/routes/cases.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { being, type Cell, holding, offered, readersOf, takersOf } from "./cell.ts";

const steps = ({ workflow }: Policy): readonly Cell[] =>
  (workflow?.steps ?? []).map(({ id, by }) => ({
    route: caseRoutes.step,
    what: `step ${id}`,
    path: `steps/${id}`,
    body: { nothing: "of the step" },
    may: by,
    there: ({ next }: CaseView) => (next.some(({ step, allowed }) => step === id && allowed) ? {} : undefined),
  }));

/** Events that somebody may tell; those that a signature, a visit, a receipt or the engine brings about tell themselves. */
const outside = (policy: Policy): readonly Cell[] => {
  const promises = policy.exceptions.map(({ promise }) => policy.clocks.find(({ id }) => id === promise)?.start);
  const itself = new Set([
    ...promises,
    ...policy.signoffs.flatMap(({ event, objected }) => [event, objected]),
    ...policy.visits.flatMap(({ event, rebooked }) => [event, rebooked]),
    ...policy.forms.map(({ acknowledged }) => acknowledged),
  ]);
  const told = policy.events.map(({ id, by }) => {
    const cell = { route: caseRoutes.recordEvent, what: `event ${id}`, path: "events" };
    const body = { event: id, facts: { nothing: "of the event" } };
    return itself.has(id)
      ? { ...cell, body, may: readersOf(policy), nothing: true as const }
      : { ...cell, body, may: by ?? holding(policy, "note"), there: offered("recordEvent", being(id)) };
  });
  const none = { event: "somethingElse" };
  const unknown = { route: caseRoutes.recordEvent, what: "no event", path: "events", body: none };
  return [...told, { ...unknown, may: readersOf(policy), nothing: true }];
};

type Asked = {
  readonly ask: Cell["route"];
  readonly decide: Cell["route"];
  readonly path: "extensions" | "exceptions";
  readonly what: string;
  readonly clock: string;
  readonly body: object;
  readonly may: readonly string[];
  readonly approver: string;
};

/** Another date for a clock: whoever asks for it, and whoever decides on it. */
const asked = ({ ask, decide, path, what, clock, body, may, approver }: Asked): readonly Cell[] => [
  { route: ask, what: `${what} ${clock}`, path, body: { clock, ...body }, may },
  {
    route: decide,
    what: `decision on the ${what} ${clock}`,
    path: `${path}/${clock}-1/decision`,
    body: { approve: false },
    may: [approver],
    there: (view: CaseView) => (view[path].some((one) => one.clock === clock) ? {} : undefined),
    must: true as const,
  },
];

const clocks = ({ extensions, exceptions, ...policy }: Policy): readonly Cell[] => {
  const notes = holding({ extensions, exceptions, ...policy }, "note");
  const later = { ask: caseRoutes.requestExtension, decide: caseRoutes.decideExtension, path: "extensions" } as const;
  const excused = { ask: caseRoutes.recordException, decide: caseRoutes.decideException, path: "exceptions" } as const;
  return [
    ...extensions.flatMap(({ clock, requestedBy, approver }) =>
      asked({
        ...later,
        what: "extension of",
        clock,
        body: { newDue: "2020-01-01", reason: "x" },
        may: requestedBy,
        approver,
      }),
    ),
    ...exceptions.flatMap(({ clock, approver }) =>
      asked({
        ...excused,
        what: "exception to",
        clock,
        body: { reason: "NONE", promised: "2020-01-01" },
        may: notes,
        approver,
      }),
    ),
  ];
};

/** Nothing of the kind under this regulation: whoever reads its cases is told so, and nobody else is. */
const none = (policy: Policy): readonly Cell[] => {
  const { requestExtension, decideExtension, recordException, decideException } = caseRoutes;
  const nobody = { may: readersOf(policy), nothing: true } as const;
  const later = { clock: "none", newDue: "2020-01-01", reason: "x" };
  const body = { approve: false };
  return [
    { ...nobody, route: caseRoutes.step, what: "no step", path: "steps/none", body: {} },
    { ...nobody, route: requestExtension, what: "no extension", path: "extensions", body: later },
    { ...nobody, route: decideExtension, what: "no request", path: "extensions/none-1/decision", body },
    {
      ...nobody,
      route: recordException,
      what: "no exception",
      path: "exceptions",
      body: { clock: "none", reason: "NONE", promised: "2020-01-01" },
    },
    { ...nobody, route: decideException, what: "no excuse", path: "exceptions/none-1/decision", body },
  ];
};

/** How a case ends for another, and how it is taken up again. */
const ends = (policy: Policy): readonly Cell[] => {
  const { workflow } = policy;
  const ending = (workflow?.steps ?? []).filter(({ successor }) => successor);
  const supersede = { route: caseRoutes.supersede, what: "successor", path: "successor", body: { nothing: "of it" } };
  const reopen = { route: caseRoutes.reopen, what: "reopening", path: "reopening" };
  const again = workflow?.reopening;
  return [
    {
      ...supersede,
      may: takersOf(
        policy,
        ending.map(({ id }) => id),
      ),
      ...(ending.length === 0 ? {} : { there: offered("supersede", () => true), must: true as const }),
    },
    again === undefined
      ? { ...reopen, body: { reason: "x" }, may: readersOf(policy), nothing: true }
      : {
          ...reopen,
          body: { reason: "\u0000" },
          may: again.by,
          there: offered("reopen", () => true),
          must: true,
        },
  ];
};

/** Steps, events, clocks and ends. */
export const working = (policy: Policy): readonly Cell[] => [
  ...steps(policy),
  ...outside(policy),
  ...clocks(policy),
  ...none(policy),
  ...ends(policy),
];
