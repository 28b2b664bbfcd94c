import { createHash } from "node:crypto";
import { CaseId, OrgId, spell } from "../../shared/kernel/ids.ts";
import { fromMs, type Instant, toMs } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { fileCase } from "../../shared/record/file.ts";
import { openCases, receivedCases } from "../../shared/record/list.ts";
import type { Org } from "../../shared/record/org.ts";
import { searchCases } from "../../shared/record/search.ts";
import { wordKey } from "../../shared/record/words.ts";
import type { Figure } from "./figure.ts";
import { meteredStore } from "./metered.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
const AT_A_TIME = 64;
const org = OrgId.parse("demo-doors");

const BODY = {
  contact: { name: "Bench", email: "bench@dealer.example" },
  dealerName: "East Gate Dealer",
  orderNo: "SO-1",
  productLine: "window-guard",
  category: "1-1-1",
  description: "rust on the lower bar",
};

/** Two words that every complaint says, and one that a thousandth of them says. */
const WORDS = ["rust", "bar"] as const;
const RARE = "lower";

/** Files complaints number `from` … `to`, spread over a year of receipts. */
const fill = async (deps: Deps, from: number, to: number): Promise<void> => {
  const start = toMs("2025-03-10T01:30:00.000Z" as Instant); // the one spelling
  let next = from;
  const one = async (): Promise<void> => {
    for (let n = next++; n < to; n = next++) {
      const caseId = CaseId.parse(`case_${spell(createHash("sha256").update(`${n}`).digest())}`);
      const now = () => fromMs(start + n * 315_000);
      const filed = await fileCase(
        { ...deps, now },
        { org, caseId, locale: "en", body: BODY, requestHash: "r", tokenHash: () => "t", salt: "5a".repeat(16) },
      );
      // all that the wake-up would do costs most of an hour; these are the words that are looked for
      const said = n % 1000 === 7 ? [...WORDS, RARE] : WORDS;
      if (filed.ok) await deps.records.point(filed.value.record, said.map(wordKey));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
};

const YEARS = { from: "2025-01-01T00:00:00.000Z", before: "2028-01-01T00:00:00.000Z" } as {
  from: Instant;
  before: Instant;
}; // the one spelling
const page = { limit: 50 } as const;

/** What is asked every day, and what of it a filter or a rare word makes hard. */
const QUESTIONS: readonly (readonly [string, (deps: Deps, company: Org) => Promise<unknown>])[] = [
  ["a page of 50 open cases", (deps, company) => openCases(deps, company, { desk: "afterSales" }, page)],
  ["a page of them of which none fits", (deps, company) => openCases(deps, company, { state: "CLOSED" }, page)],
  ["a page of 50 of the register", (deps, company) => receivedCases(deps, company, YEARS, {}, page)],
  [
    "a part of 5,000 of the register",
    (deps, company) => receivedCases(deps, company, YEARS, {}, { limit: 5000, reads: 60 }),
  ],
  ["a page of 20 by words that all say", (deps, company) => searchCases(deps, company, "rust bar", { limit: 20 })],
  [
    "a page of 20 by a rare word and two common",
    (deps, company) => searchCases(deps, company, "rust lower bar", { limit: 20 }),
  ],
  ["a page of 20 by the number of an order", (deps, company) => searchCases(deps, company, "SO-1", { limit: 20 })],
  ["a search for what nobody said", (deps, company) => searchCases(deps, company, "umbrella", { limit: 20 })],
  ["a look at a quiet shard", (deps) => deps.records.due(0, YEARS.from)], // before anything is due
];

/** What lists, searches, files and a look at a quiet shard cost while the history behind them grows a hundredfold. */
export const growth = async (): Promise<Figure[]> => {
  const { deps, measured, stop, engine } = await meteredStore();
  const figures: Figure[] = [];
  try {
    const company = await deps.orgs.org(org);
    if (company === undefined) throw new Error("the demo company is put with the store");
    let filled = 0;
    for (const size of SIZES) {
      await fill(deps, filled, size);
      filled = size;
      const note = `among ${size.toLocaleString("en")} cases, ${engine}`;
      for (const [what, ask] of QUESTIONS) {
        const { reads } = await measured(() => ask(deps, company));
        figures.push({ what: `${what}: read`, value: reads, unit: "units", note });
      }
    }
    return figures;
  } finally {
    await stop();
  }
};
