import { routingRoutes } from "../../../shared/api/routes/routing.ts";
import { giftedBy, usersOf } from "../../../shared/case/routing/assign.ts";
import { needRecorders } from "../../../shared/case/routing/needs.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import type { Cell } from "./cells.ts";

/** The first assignment is the one that filings.ts prepares: what is taken over may be taken over once. */
export const routing = (policy: Policy, caseId: string): readonly Cell[] => {
  const given = policy.routing.filter((rule) => giftedBy(policy, rule).length > 0);
  const reads = policy.roles.filter(({ may }) => may.includes("read")).map(({ id }) => id);
  const readers = (roles: readonly string[]) => roles.filter((role) => reads.includes(role));
  const first = policy.routing.find(({ id }) => id === "user-coordination")?.to ?? [];
  return [
    ...given.map((rule) => ({
      route: routingRoutes.assign,
      path: `/cases/${caseId}/assignments`,
      body: { route: rule.id, role: "nobody" },
      may: readers(usersOf(policy, rule)),
    })),
    ...(first.length === 0
      ? []
      : [
          {
            route: routingRoutes.takeOver,
            path: `/cases/${caseId}/assignments/1/acknowledgement`,
            body: {},
            may: first,
          },
          {
            route: routingRoutes.giveBack,
            path: `/cases/${caseId}/assignments/1/return`,
            body: { reason: "\u0000" },
            may: first,
          },
        ]),
    ...policy.routing.flatMap((rule) =>
      rule.needs.flatMap(({ on }, at) =>
        on === undefined
          ? [
              {
                route: routingRoutes.recordNeed,
                path: `/cases/${caseId}/routes/${rule.id}/needs/${at + 1}`,
                body: { text: "\u0000" },
                may: readers(needRecorders(policy, rule)),
              },
            ]
          : [],
      ),
    ),
    {
      route: routingRoutes.decideDuplicate,
      path: `/cases/${caseId}/duplicates/none`,
      body: { same: true },
      may: policy.roles.filter(({ may }) => may.includes("note")).map(({ id }) => id),
    },
    // the regulations of the matrix hear no departments: AS-78 asks who is heard where one does
    {
      route: routingRoutes.giveOpinion,
      path: `/cases/${caseId}/opinions`,
      body: { route: "none", text: "x" },
      may: reads,
    },
  ];
};
