import { expect, test } from "vitest";
import { reportSheets } from "../../../shared/api/report-sheets.ts";
import { type Instant, MINUTE, plusMs } from "../../../shared/kernel/instant.ts";
import type { CaseRow } from "../../../shared/record/columns.ts";
import { CaseRecord } from "../../../shared/record/record.ts";
import { compiled } from "../../../shared/record/reports/compile.ts";
import type { Placed, RecordStore, Span } from "../../../shared/record/store.ts";
import { reportHtml } from "../../../shared/report/html.ts";
import { workbookOf } from "../../../shared/runtime/xlsx.ts";
import { caseIdText, sh } from "../../fixtures/cases.ts";
import { miscounted, reporting } from "../../fixtures/reports.ts";
import { ACME } from "../../fixtures/worlds.ts";

const NOW = sh("2026-12-01 10:00");
const NOVEMBER = sh("2026-11-01 08:00");

/** So many cases a minute apart, in the order of the ledger, and how many rows and records were read of them. */
const ledger = (world: Awaited<ReturnType<typeof reporting>>, stretches: readonly (readonly [Instant, number])[]) => {
  const { policy, ref } = world;
  const read = { rows: 0, queries: 0, records: 0 };
  const final = policy.workflow?.states.find((state) => state.final)?.id ?? "CLOSED";
  const rows: Placed[] = stretches.flatMap(([from, many], at) =>
    Array.from({ length: many }, (_, n) => {
      const receivedAt = plusMs(from, (n % 40_000) * MINUTE);
      const id = caseIdText(at * 1_000_000 + n);
      const row: CaseRow = {
        ...{ id, policy: ref, number: `N-${at}-${n}`, receivedAt, caseKind: "complaint", evidenceComplete: true },
        ...{ state: n % 3 === 0 ? final : (policy.workflow?.initial ?? ""), reporter: "L**" },
        ...(n % 3 === 0 ? { closedAt: plusMs(receivedAt, 60 * MINUTE) } : {}),
      };
      return { place: `${receivedAt}#${id}`, row };
    }),
  );
  const byMonth = Map.groupBy(rows, ({ place }) => place.slice(0, 7));
  const received = async (_: string, month: string, { after = "", before = "~", limit }: Span) => {
    const found = (byMonth.get(month) ?? []).filter(({ place }) => place > after && place < before).slice(0, limit);
    read.queries += 1;
    read.rows += found.length;
    return found;
  };
  const byId = new Map(rows.map(({ row }) => [row.id, row]));
  const load: RecordStore["load"] = async ({ id }) => {
    const row = byId.get(id);
    if (row === undefined) return undefined;
    read.records += 1;
    return CaseRecord.parse({
      ...{ kind: "case", org: ACME, id, version: 1, policy: ref, outbox: [], tokenHash: "t", requestHash: "r" },
      timeline: [
        {
          ...{ type: "received", at: row.receivedAt, by: { kind: "reporter" }, number: row.number, locale: "en" },
          ...{ contact: { name: "Ada" }, answers: {}, damages: [] },
        },
      ],
    });
  };
  return { deps: { ...world.deps, records: { ...world.deps.records, received, load } }, read };
};

test("a month of 10,000 cases is compiled whole: every one is in a figure, on the page and in the workbook", async () => {
  const world = await reporting("company-quality-supervision", NOW);
  const { deps, read } = ledger(world, [[NOVEMBER, 10_000]]);
  const { document } = await compiled(deps, await world.report("committee-report", "2026-11"), NOW);
  expect(document.lists.received).toHaveLength(10_000);
  expect(miscounted(document)).toEqual([]);
  expect(read).toEqual({ rows: 10_000, queries: 22, records: 0 }); // no record is read where the ledger says it all
  expect(reportHtml(document, "en").length).toBeLessThan(20_000); // the page shows figures, the file their records
  expect((await workbookOf(reportSheets(document, "en"))).length).toBeGreaterThan(100_000);
});

test("what a report reads depends on its stretch alone: ten times the history costs nothing more", async () => {
  const costs = async (history: number, own: number) => {
    const world = await reporting("it-customer-service", NOW);
    const before = sh("2026-01-01 08:00");
    const { deps, read } = ledger(world, [
      [before, history],
      [NOVEMBER, own],
      [plusMs(NOVEMBER, 31 * 24 * 60 * MINUTE), history],
    ]);
    const { document } = await compiled(deps, await world.report("supervision-report", "2026-11"), NOW);
    expect(document.lists.received).toHaveLength(own);
    return read;
  };
  const young = await costs(1_000, 100);
  expect(young.records).toBe(100);
  expect(await costs(10_000, 100)).toEqual(young);
  expect((await costs(1_000, 200)).records).toBe(200);
});
