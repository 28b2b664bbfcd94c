import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Demo, openDemo } from "../../infra/demo/demo.ts";
import type { Figure } from "./figure.ts";

const COMPLAINT = {
  contact: { name: "Bench", email: "bench@dealer.example" },
  dealerName: "East Gate Dealer",
  orderNo: "SO-1",
  productLine: "window-guard",
  category: "1-1-1",
  description: "rust on the lower bar",
};

/** Stays below what the API lets through in one burst, so that the stack is measured and not its throttle. */
const COUNT = 120;

const fileMany = async ({ stack, org }: Demo, concurrency: number, round: string): Promise<number> => {
  let next = 0;
  let refused = 0;
  const begun = performance.now();
  const one = async (): Promise<void> => {
    for (let n = next++; n < COUNT; n = next++) {
      const answer = await fetch(`${stack.url}/v1/${org}/cases`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": `${round}-${n}` },
        body: JSON.stringify(COMPLAINT),
      });
      if (answer.status !== 201) refused += 1;
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  if (refused > 0) throw new Error(`${refused} of ${COUNT} complaints were not taken`);
  return (COUNT * 1000) / (performance.now() - begun);
};

/** Complaints a second through the whole local stack: HTTP, authorizer, throttle, function, table on disk. */
export const throughput = async (): Promise<Figure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), "aftercare-bench-"));
  const demo = await openDemo({ dataDir, port: 0, at: "2026-03-10T09:30:00+08:00", log: () => {} });
  try {
    await fileMany(demo, 32, "warm");
    const figures: Figure[] = [];
    for (const concurrency of [1, 8, 32]) {
      await new Promise((resolve) => setTimeout(resolve, 3000)); // lets the throttle's burst fill up again
      const value = await fileMany(demo, concurrency, `at-${concurrency}`);
      figures.push({ what: `complaints filed, ${concurrency} at a time`, value, unit: "a second" });
    }
    return figures;
  } finally {
    await demo.stack.stop();
    rmSync(dataDir, { recursive: true });
  }
};
