import type { CaseView } from "../../../../shared/api/case-view.ts";
import { caseRoutes } from "../../../../shared/api/routes/cases.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { being, type Cell, nth, offered, readersOf } from "./cell.ts";

/** A planned action: its own side and who plans it say that it is done; another side verifies it (PSI-09). */
const turns = ({ id, by, verifiedBy }: Policy["corrective"][number]): readonly Cell[] => {
  const turn = (act: string) => (view: CaseView) => {
    const found = offered(act, nth(id))(view);
    const action = view.actions.find((one) => one.action === found?.of);
    return found === undefined ? undefined : { path: found.path, owner: action?.owner?.role ?? "" };
  };
  const finish: Cell = {
    route: caseRoutes.finishAction,
    what: `${id} done`,
    path: `actions/${id}-1/done`,
    body: { result: "\u0000" },
    may: by,
    there: (view) => {
      const found = turn("finishAction")(view);
      return found && { path: found.path, may: [...by, found.owner] };
    },
    must: true,
  };
  const verify: Cell = {
    route: caseRoutes.verifyAction,
    what: `${id} verified`,
    path: `actions/${id}-1/verification`,
    body: { effective: false, finding: "\u0000" },
    may: verifiedBy,
    there: (view) => {
      // whoever looks has every role, the owner's too: to them it is not offered (PSI-09)
      const done = view.actions.find(({ corrective, state }) => corrective === id && state === "DONE");
      if (done?.action === undefined) return undefined;
      const own = verifiedBy.filter((role) => role === done.owner?.role || done.done?.by === role);
      return {
        path: `actions/${done.action}/verification`,
        may: verifiedBy.filter((role) => !own.includes(role)),
        sameSide: own,
      };
    },
    must: true,
  };
  return verifiedBy.length === 0 ? [finish] : [finish, verify];
};

/** What may follow for people: whoever proposed it does not decide it. */
const sanctions = ({ id, proposedBy, approvedBy }: Policy["sanctions"][number]): readonly Cell[] => [
  {
    route: caseRoutes.proposeSanction,
    what: `${id} proposed`,
    path: "sanctions",
    body: { sanction: id, kind: "none of them", subject: "x", basis: "x" },
    may: proposedBy.length > 0 ? proposedBy : approvedBy,
    there: offered("proposeSanction", being(id)),
  },
  {
    route: caseRoutes.decideSanction,
    what: `${id} decided`,
    path: `sanctions/${id}-1/decision`,
    body: { approve: false },
    may: approvedBy,
    there: (view) => {
      const found = offered("decideSanction", nth(id))(view);
      if (found === undefined) return undefined;
      const proposer = view.sanctions.find(({ sanction }) => sanction === found.of)?.proposed.by;
      const own = approvedBy.filter((role) => role === proposer);
      return { path: found.path, may: approvedBy.filter((role) => !own.includes(role)), sameSide: own };
    },
    must: true,
  },
];

/** Corrective action and sanctions; where the regulation has none, its readers are told so. */
export const acting = (policy: Policy): readonly Cell[] => {
  const { planAction, finishAction, verifyAction, proposeSanction, decideSanction } = caseRoutes;
  const ofCases = policy.corrective.filter(({ trigger: { on } }) => on === "case" || on === "repetition");
  const nobody = { may: readersOf(policy), nothing: true } as const;
  const sanction = { sanction: "none", kind: "none", subject: "x", basis: "x" };
  const finding = { effective: false, finding: "\u0000" };
  return [
    ...ofCases.map(({ id, by }) => ({
      route: planAction,
      what: `${id} planned`,
      path: "actions",
      body: { corrective: id },
      may: by,
      there: offered("planAction", being(id)),
    })),
    ...ofCases.flatMap(turns),
    ...policy.sanctions.flatMap(sanctions),
    { ...nobody, route: planAction, what: "no action", path: "actions", body: { corrective: "none" } },
    { ...nobody, route: finishAction, what: "none done", path: "actions/none-1/done", body: { result: "\u0000" } },
    { ...nobody, route: verifyAction, what: "none verified", path: "actions/none-1/verification", body: finding },
    { ...nobody, route: proposeSanction, what: "no sanction", path: "sanctions", body: sanction },
    {
      ...nobody,
      route: decideSanction,
      what: "none decided",
      path: "sanctions/none-1/decision",
      body: { approve: false },
    },
  ];
};
