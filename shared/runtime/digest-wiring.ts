import { documents } from "../aws/documents.ts";
import { tableFigures } from "../aws/figures.ts";
import { tableKept } from "../aws/kept.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import { digests } from "../aws/words.ts";
import { casesDueSoon, closedCases, openedCases, overdueCases } from "../record/digests/cases.ts";
import { DigestRecord, type Sources } from "../record/digests/digests.ts";
import { eventsSince } from "../record/digests/events.ts";
import { kpisOf } from "../record/digests/kpis.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Digests, and everything that they tell of. */
export const digestDeps = () => {
  const client = documents();
  const table = env("TABLE");
  const deps = tableDeps(client);
  const digestOf = digests(deps.orgs);
  const figures = tableFigures(client, table);
  const sources: Sources = {
    overdue: [overdueCases(deps)],
    due: [casesDueSoon(deps)],
    kpis: kpisOf({ ...deps, figures }),
    news: async (asked) => [
      ...(await Promise.all([openedCases(deps, asked), closedCases(deps, asked)])),
      ...(await eventsSince(deps, asked)),
    ],
  };
  return {
    ...deps,
    sources,
    digests: tableKept(client, table, "digest", DigestRecord),
    suppressions: tableSuppressions(client, table, deps.orgs),
    markOf: async (org: string, email: string) => (await digestOf(org))(`digest ${email}`),
  };
};
