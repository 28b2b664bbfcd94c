import type { CaseView } from "../../../../shared/api/case-view.ts";
import { routingRoutes } from "../../../../shared/api/routes/routing.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { being, type Cell, holding, NO_WORDS, offered, readersOf, takersOf } from "./cell.ts";

type Rule = Policy["routing"][number];

const TELLS: readonly Rule["kind"][] = ["consult", "arbitrate", "level", "notify"];

/** Routes that give a case to somebody of the house. */
const giving = ({ routing, roles }: Policy): readonly Rule[] =>
  routing.filter(({ kind, to }) => !TELLS.includes(kind) && to.some((role) => roles.some(({ id }) => id === role)));

/** Who uses a route; whoever stands in is sent the case by those who give to the one who is away, and by themselves. */
const usersOf = (policy: Policy, rule: Rule): readonly string[] => {
  if (rule.kind !== "substitute") return rule.by.length > 0 ? rule.by : holding(policy, "register");
  const givers = policy.routing.filter(({ id, to }) => id !== rule.id && to.some((role) => rule.by.includes(role)));
  return [...rule.by, ...givers.flatMap(({ by }) => by)];
};

/** To whom the last assignment went. */
const recipients = ({ roles }: Policy, { routing }: CaseView): readonly string[] => {
  const last = routing.assignments.at(-1);
  return roles.filter(({ title }) => title.en === last?.to).map(({ id }) => id);
};

const replies = (policy: Policy): readonly Cell[] => {
  const { takeOver, giveBack } = routingRoutes;
  const reply = (act: string) => (view: CaseView) => {
    const found = offered(act, () => true)(view);
    return found && { path: found.path, may: recipients(policy, view) };
  };
  const [take, back] = ["assignments/1/acknowledgement", "assignments/1/return"];
  return [
    // given back before it is taken over: either is open as long as nobody has it
    {
      route: giveBack,
      what: "given back",
      path: back,
      body: { reason: NO_WORDS },
      may: [],
      there: reply("giveBack"),
      must: true,
    },
    { route: takeOver, what: "taken over", path: take, body: {}, may: [], there: reply("takeOver"), must: true },
  ];
};

const needs = (policy: Policy): readonly Cell[] =>
  policy.routing.flatMap(({ id, by, blocks, needs: list }) =>
    list.flatMap(({ on }, at): readonly Cell[] => {
      const cell = { route: routingRoutes.recordNeed, what: `need ${at + 1} of ${id}` };
      const path = `routes/${id}/needs/${at + 1}`;
      const body = { text: NO_WORDS };
      return on === undefined
        ? [{ ...cell, path, body, may: [...by, ...takersOf(policy, blocks)] }]
        : [{ ...cell, path, body, may: readersOf(policy), nothing: true as const }];
    }),
  );

const opinions = (policy: Policy): readonly Cell[] =>
  policy.routing
    .filter(({ kind, step }) => kind === "arbitrate" && step !== undefined)
    .map(({ id: route, by }) => ({
      route: routingRoutes.giveOpinion,
      what: `opinion on ${route}`,
      path: "opinions",
      body: { route, text: NO_WORDS },
      may: by,
      there: offered("giveOpinion", being(route)),
    }));

const duplicates = (policy: Policy): Cell => {
  const cell = {
    route: routingRoutes.decideDuplicate,
    what: "duplicate",
    path: "duplicates/none",
    body: { same: true },
  };
  const linked = ({ duplicates: [other] }: CaseView) => other && { path: `duplicates/${other.caseId}` };
  const may = holding(policy, "note");
  return policy.intake?.duplicates === undefined
    ? { ...cell, may, nothing: true }
    : { ...cell, may, there: linked, must: true };
};

/** Who has a case, and who may say so. */
export const routing = (policy: Policy): readonly Cell[] => {
  const given = giving(policy);
  const { assign, takeOver, giveBack, recordNeed, giveOpinion } = routingRoutes;
  const nobody = { may: readersOf(policy), nothing: true } as const;
  const none = "assignments/9";
  return [
    ...given.map((rule) => ({
      route: assign,
      what: `route ${rule.id}`,
      path: "assignments",
      body: { route: rule.id, role: "nobody" },
      may: usersOf(policy, rule),
      there: offered("assign", being(rule.id)),
    })),
    ...(given.length === 0 ? [] : replies(policy)),
    ...needs(policy),
    ...opinions(policy),
    duplicates(policy),
    { ...nobody, route: assign, what: "no route", path: "assignments", body: { route: "none" } },
    { ...nobody, route: takeOver, what: "nothing to take", path: `${none}/acknowledgement`, body: {} },
    { ...nobody, route: giveBack, what: "nothing to return", path: `${none}/return`, body: { reason: "x" } },
    { ...nobody, route: recordNeed, what: "no need", path: "routes/none/needs/1", body: { text: "x" } },
    { ...nobody, route: giveOpinion, what: "no opinion", path: "opinions", body: { route: "none", text: "x" } },
  ];
};
