import { createHash } from "node:crypto";
import { CaseId, OrgId, spell } from "../../shared/kernel/ids.ts";
import { fromMs, type Instant, toMs } from "../../shared/kernel/instant.ts";
import type { Deps } from "../../shared/record/change.ts";
import { fileCase } from "../../shared/record/file.ts";
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

/** Files complaints number `from` … `to`, spread over a year of receipts. */
const fill = async (deps: Deps, from: number, to: number): Promise<void> => {
  const start = toMs("2025-03-10T01:30:00.000Z" as Instant); // the one spelling
  let next = from;
  const one = async (): Promise<void> => {
    for (let n = next++; n < to; n = next++) {
      const caseId = CaseId.parse(`case_${spell(createHash("sha256").update(`${n}`).digest())}`);
      const now = () => fromMs(start + n * 315_000);
      await fileCase(
        { ...deps, now },
        { org, caseId, locale: "en", body: BODY, requestHash: "r", tokenHash: () => "t", salt: "5a".repeat(16) },
      );
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
};

/** What a page of a list and a look at a quiet shard cost while the history behind them grows a hundredfold. */
export const growth = async (): Promise<Figure[]> => {
  const { deps, measured, stop, engine } = await meteredStore();
  const figures: Figure[] = [];
  try {
    let filled = 0;
    for (const size of SIZES) {
      await fill(deps, filled, size);
      filled = size;
      const list = await measured(() => deps.records.queue(org, "afterSales", { limit: 50 }));
      const quiet = await measured(() => deps.records.due(0, "2025-01-01T00:00:00.000Z" as Instant)); // before anything is due
      const note = `among ${size.toLocaleString("en")} cases, ${engine}`;
      figures.push({ what: "a page of 50 open cases: read", value: list.reads, unit: "units", note });
      figures.push({ what: "a look at a quiet shard: read", value: quiet.reads, unit: "units", note });
    }
    return figures;
  } finally {
    await stop();
  }
};
