import { beforeAll, expect, test } from "vitest";
import { disagreements, recount } from "../year/recount.ts";
import { type Told, tell } from "../year/tell.ts";

/** Nine days with the end of a month in them; `npm run year` lives the whole of 2026. */
const WINTER = {
  seed: 7,
  policies: ["it-customer-service", "property-service-inspection", "project-return-visit"],
  cases: 6,
  from: "2026-01-28",
  to: "2026-02-05",
} as const;

let first: Told;
beforeAll(async () => {
  first = await tell(WINTER);
}, 480_000);

test("what companies lived is counted by SQL as they show it: cases, duties, inspections, registers, surveys, figures, reports", () => {
  expect(first.complaints).toEqual([]);
  expect(first.disagreements).toEqual([]);
  const figures = [...first.shown.keys()];
  for (const some of [
    /^year-its cases received$/,
    /^year-its clock .* (kept|missed)$/,
    /^year-its owed by friday-meeting done$/,
    /^year-its campaign .* overall satisfied$/,
    /^year-its report it-customer-service\.friday-report\.2026-W05 content \d line \d kinds /,
    /^year-\w+ reports of \S+ (SUBMITTED|LATE)$/,
    /^year-prv entries of /,
    /^year-prv kpi .* above$/,
    /^year-psi findings of supervisor-daily-check in 2026-01$/,
    /^year-psi report property-service-inspection\.monthly-collection\.2026-01\.(north|south) content \d line \d by-code /,
  ])
    expect(figures.filter((what) => some.test(what)).length, `${some}`).toBeGreaterThan(0);
  const kinds = new Set(first.ledger.mails.map(({ kind }) => kind));
  expect([...kinds]).toContain("digest");
  expect(first.ledger.reports.length).toBeGreaterThan(4);
});

test("a figure that somebody falsifies is named with its report and both numbers, and so is a record that is gone", () => {
  const [what = "", n] = [...first.shown].find(([one]) => / by-code row 1 .*: Findings$/.test(one)) ?? [];
  const counted = recount(first.facts);
  expect(disagreements(new Map([...first.shown, [what, Number(n) + 1]]), counted)).toEqual([
    `${what}: shown ${Number(n) + 1}, counted ${n}`,
  ]);
  const records = first.facts.records.filter(({ kind }) => kind !== "inspection");
  expect(disagreements(first.shown, recount({ ...first.facts, records }))).toContain(
    `${what}: shown ${n}, counted nothing`,
  );
});

test("lived again with the same seed it sends the same mails, compiles the same reports and shows the same figures", async () => {
  const again = await tell(WINTER);
  expect(again.ledger).toEqual(first.ledger);
  expect(again.hash).toBe(first.hash);
}, 480_000);

test("a figure that one shows and the other does not is a disagreement", () => {
  const shown = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  expect(disagreements(shown, new Map([["a", 1]]))).toEqual(["b: shown 2, counted nothing"]);
  expect(disagreements(new Map([["a", 1]]), shown)).toEqual(["b: shown nothing, counted 2"]);
  expect(disagreements(shown, shown)).toEqual([]);
});
