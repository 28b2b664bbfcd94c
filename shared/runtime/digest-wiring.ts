import { documents } from "../aws/documents.ts";
import { tableFigures } from "../aws/figures.ts";
import { tableInspections } from "../aws/inspections.ts";
import { tableKept } from "../aws/kept.ts";
import { tableObligations } from "../aws/obligations.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import { digests } from "../aws/words.ts";
import { casesDueSoon, closedCases, openedCases, overdueCases } from "../record/digests/cases.ts";
import { DigestRecord, type Sources } from "../record/digests/digests.ts";
import { dutiesDueSoon, overdueDuties } from "../record/digests/duties.ts";
import { entryWork } from "../record/digests/entries.ts";
import { eventsSince } from "../record/digests/events.ts";
import { findingWork } from "../record/digests/findings.ts";
import { kpisOf } from "../record/digests/kpis.ts";
import { overdueReports, reportsDueSoon } from "../record/digests/reports.ts";
import { EntryRecord } from "../record/registers/entries.ts";
import { ReportRecord } from "../record/reports/reports.ts";
import { env } from "./env.ts";
import { tableDeps } from "./wiring.ts";

/** Digests, and everything that they tell of. */
export const digestDeps = () => {
  const client = documents();
  const table = env("TABLE");
  const deps = tableDeps(client);
  const digestOf = digests(deps.orgs);
  const figures = tableFigures(client, table);
  const work = {
    ...deps,
    obligations: tableObligations(client, table),
    reports: tableKept(client, table, "report", ReportRecord),
    inspections: tableInspections(client, table, deps.orgs),
    entries: tableKept(client, table, "entry", EntryRecord),
  };
  const [findings, entries] = [findingWork(work), entryWork(work)];
  const sources: Sources = {
    overdue: [overdueCases(deps), overdueDuties(work), overdueReports(work), findings.overdue, entries.overdue],
    due: [casesDueSoon(deps), dutiesDueSoon(work), reportsDueSoon(work), findings.dueSoon, entries.dueSoon],
    kpis: kpisOf({ ...work, figures }),
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
