import { caseRoutes } from "../../../../shared/api/routes/cases.ts";
import type { Policy } from "../../../../shared/policy/policy.ts";
import { being, type Cell, holding, offered, readersOf, takersOf } from "./cell.ts";

/** Reviewers review, approvers approve, and either may refuse. */
const verdicts = ({ approvals }: Policy): readonly Cell[] =>
  approvals
    .filter(({ about, givenBy }) => about === "case" && givenBy.length === 0)
    .flatMap(({ id: approval, reviewedBy, approvedBy }) =>
      (
        [
          ["review", reviewedBy],
          ["approve", approvedBy],
          ["refuse", [...reviewedBy, ...approvedBy]],
        ] as const
      ).map(([verdict, may]) => ({
        route: caseRoutes.giveVerdict,
        what: `${verdict} ${approval}`,
        path: "approvals",
        body: { approval, verdict },
        may,
        there: offered("giveVerdict", being(approval)),
      })),
    );

const money = (policy: Policy): readonly Cell[] => [
  {
    route: caseRoutes.makePromise,
    what: "promise",
    path: "promises",
    body: { amount: "x", said: "x" },
    may: holding(policy, "note"),
  },
  ...policy.costs.map(({ id }) => ({
    route: caseRoutes.bookCost,
    what: `cost ${id}`,
    path: "costs",
    body: { cost: id, amount: "x" },
    may: holding(policy, "note"),
  })),
  {
    route: caseRoutes.bookCost,
    what: "no cost",
    path: "costs",
    body: { cost: "none", amount: "1.00" },
    may: holding(policy, "note"),
    nothing: true,
  },
];

const liability = ({ liability: rule, ...policy }: Policy): Cell => {
  const cell = {
    route: caseRoutes.judgeLiability,
    what: "liability",
    path: "liability",
    body: { class: "none of it" },
  };
  return rule === undefined
    ? { ...cell, may: readersOf({ liability: rule, ...policy }), nothing: true }
    : { ...cell, may: rule.decidedBy };
};

/** Papers are taken in by whoever moves the claim on, heads worked out by whoever assesses it. */
const claims = (policy: Policy): readonly Cell[] => {
  const moves = policy.claims?.moves;
  const by = (makes: (what: string) => boolean) =>
    takersOf(
      policy,
      (moves ?? []).filter((move) => makes(move.makes)).map(({ step }) => step),
    );
  const [add, assess] = [caseRoutes.addClaimPaper, caseRoutes.assessClaim];
  const papers = { route: add, what: "paper of a claim", path: "claim/documents", body: { document: "none" } };
  const heads = { route: assess, what: "head of a claim", path: "claim/assessment", body: { of: "none" } };
  const nobody = { may: readersOf(policy), nothing: true } as const;
  return moves === undefined
    ? [
        { ...papers, ...nobody },
        { ...heads, ...nobody },
      ]
    : [
        { ...papers, may: by(() => true), there: offered("addClaimPaper", () => true) },
        { ...heads, may: by((what) => what === "assessed"), there: offered("assessClaim", () => true) },
      ];
};

const held = ({ returns, ...policy }: Policy): Cell => {
  const cell = { route: caseRoutes.decideReturn, what: "return", path: "returns/decision" };
  return returns === undefined
    ? { ...cell, body: { quantity: 1, remark: "x" }, may: readersOf({ returns, ...policy }), nothing: true }
    : {
        ...cell,
        body: { quantity: 1, remark: "\u0000" },
        may: returns.agreedBy,
        there: offered("decideReturn", () => true),
      };
};

/** Approvals, money, liability, claims and returns. */
export const deciding = (policy: Policy): readonly Cell[] => {
  const nobody = { may: readersOf(policy), nothing: true } as const;
  const none = { approval: "none", verdict: "approve" };
  return [
    ...verdicts(policy),
    { ...nobody, route: caseRoutes.giveVerdict, what: "no approval", path: "approvals", body: none },
    ...money(policy),
    liability(policy),
    ...claims(policy),
    held(policy),
  ];
};
