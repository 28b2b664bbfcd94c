import type { CaseId } from "../../shared/kernel/ids.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { type Deps, loadCase } from "../../shared/record/change.ts";
import { openCases, receivedCases } from "../../shared/record/list.ts";
import type { Org } from "../../shared/record/org.ts";
import { numbered, searchCases } from "../../shared/record/search.ts";
import type { Figure } from "./figure.ts";
import { filling } from "./filling.ts";
import { meteredStore } from "./metered.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
const org = OrgId.parse("demo-doors");

const YEARS = {
  from: Instant.parse("2025-01-01T00:00:00.000Z"),
  before: Instant.parse("2028-01-01T00:00:00.000Z"),
} as const;
const page = { limit: 50 } as const;

/** What is asked, and how much it finds. */
type Question = readonly [what: string, ask: (deps: Deps, company: Org) => Promise<number>];

const search = (what: string, typed: string): Question => [
  `a page of 20 by ${what}`,
  async (deps, company) => (await searchCases(deps, company, typed, { limit: 20 })).found.length,
];

/** What is asked every day, and what of it a filter or a rare word makes hard. */
const QUESTIONS: readonly Question[] = [
  [
    "a page of 50 open cases",
    async (deps, company) => (await openCases(deps, company, { desk: "afterSales" }, page)).rows.length,
  ],
  [
    "a page of them of which none fits",
    async (deps, company) => (await openCases(deps, company, { state: "CLOSED" }, page)).rows.length,
  ],
  [
    "a page of 50 of the register",
    async (deps, company) => (await receivedCases(deps, company, YEARS, {}, page)).rows.length,
  ],
  [
    "a part of 5,000 of the register",
    async (deps, company) => (await receivedCases(deps, company, YEARS, {}, { limit: 5000, reads: 60 })).rows.length,
  ],
  search("words that all say", "rust bar"),
  search("a rare word and two common", "rust lower bar"),
  search("a word of long ago and two common", "rust hinge bar"),
  search("the number of an order", "SO-1"),
  search("a word that nobody said", "umbrella"),
  ["a look at a quiet shard", async (deps) => (await deps.records.due(0, YEARS.from)).refs.length], // before anything is due
];

/** A case that was cloned must be what a filed one is: it loads, its number finds it, words find it, the register lists it. */
const check = async (deps: Deps, company: Org, one: { id: CaseId; number: string; at: Instant }): Promise<void> => {
  const loaded = await loadCase(deps, { kind: "case", org, id: one.id });
  const [named] = await numbered(deps, company, one.number);
  const span = { from: one.at, before: YEARS.before };
  const { rows } = await receivedCases(deps, company, span, {}, { limit: 1 });
  const { found } = await searchCases(deps, company, one.number, { limit: 1 });
  const ids = [loaded?.record.id, named?.record.id, rows[0]?.id, found[0]?.record.id];
  if (ids.some((id) => id !== one.id)) throw new Error(`case ${one.id} is found as ${ids.join(", ")}`);
  const said = JSON.stringify([loaded?.current.receivedAt, rows[0]?.receivedAt, rows[0]?.number]);
  if (said !== JSON.stringify([one.at, one.at, one.number])) throw new Error(`case ${one.id} says ${said}`);
};

/** What lists, searches, files and a look at a quiet shard cost while the history behind them grows a hundredfold. */
export const growth = async (): Promise<Figure[]> => {
  const { deps, measured, stop, engine, client, table } = await meteredStore("quick");
  const figures: Figure[] = [];
  try {
    const company = await deps.orgs.org(org);
    if (company === undefined) throw new Error("the demo company is put with the store");
    const { upTo, samples } = await filling(client, table, deps, SIZES[SIZES.length - 1] ?? 0);
    for (const size of SIZES) {
      const begun = performance.now();
      await upTo(size);
      console.error(`  ${size} cases after ${((performance.now() - begun) / 1000).toFixed(0)} s more`);
      for (const one of samples(size)) await check(deps, company, one);
      for (const [what, ask] of QUESTIONS) {
        let found = 0;
        const { reads, readRequests } = await measured(async () => {
          found = await ask(deps, company);
        });
        const note = `${found} found, requests: ${readRequests}, among ${size.toLocaleString("en")} cases, ${engine}`;
        figures.push({ what: `${what}: read`, value: reads, unit: "units", note });
      }
    }
    return figures;
  } finally {
    await stop();
  }
};
