import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Filed, walk } from "../../../shared/find/walk.ts";

const place = (n: number): string => `2026-03-10T${String(n).padStart(6, "0")}#case_x`;

/** An index in memory that counts what is asked of it. */
const indexOf = (lists: Readonly<Record<string, readonly number[]>>) => {
  const asked = { reads: 0 };
  const filed: Filed = async (word, below, limit) => {
    asked.reads += 1;
    return (lists[word] ?? [])
      .map(place)
      .sort()
      .reverse()
      .filter((one) => below === undefined || one < below)
      .slice(0, limit);
  };
  return { filed, asked };
};

/** Page after page, to the end. */
const all = async (filed: Filed, words: readonly string[], limit: number, reads: number) => {
  const found: string[] = [];
  for (let below: string | undefined, pages = 0; pages < 2000; pages += 1) {
    const page = await walk(filed, words, { below, limit, reads });
    found.push(...page.found);
    if (page.next === undefined) return found;
    below = page.next;
  }
  return expect.unreachable("it never ends");
};

describe("what stands under all words", () => {
  test("is found in falling order, none twice and none left out, however it is cut into pages", async () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(list, list, list, fc.integer({ min: 1, max: 9 }), async (a, b, c, limit) => {
        const { filed } = indexOf({ a, b, c });
        const found = await all(filed, ["a", "b", "c"], limit, 5);
        expect(found).toEqual([...new Set(found)].sort().reverse());
        const both = a.filter((n) => b.includes(n) && c.includes(n)).map(place);
        expect(found).toEqual(expect.arrayContaining(both));
      }),
      { numRuns: 60 },
    );
  });

  test("where words are about as common, nothing else is found", async () => {
    const every = (n: number) => Array.from({ length: 600 }, (_, at) => at * n);
    const { filed } = indexOf({ twos: every(2), threes: every(3) });
    const sixes = every(6).filter((n) => n < 1200);
    expect(await all(filed, ["twos", "threes"], 9, 5)).toEqual(sixes.map(place).reverse());
  });

  test("costs what the rarest word holds: it leaps over the others", async () => {
    const common = Array.from({ length: 100_000 }, (_, n) => n);
    const rare = Array.from({ length: 20 }, (_, n) => n * 5000);
    const { filed, asked } = indexOf({ common, rare });
    const { found } = await walk(filed, ["common", "rare"], { below: undefined, limit: 20, reads: 24 });
    expect(found).toEqual(rare.map(place).reverse());
    expect(asked.reads, "the common one where the rare one begins, and then whoever reads the finds").toBe(3);
  });

  test("words of two times, which never stand together, cost a leap", async () => {
    const [old, young] = [0, 50_000].map((from) => Array.from({ length: 20_000 }, (_, n) => from + n));
    const { filed, asked } = indexOf({ old: old ?? [], young: young ?? [] });
    expect(await walk(filed, ["old", "young"], { below: undefined, limit: 20, reads: 24 })).toEqual({ found: [] });
    expect(asked.reads).toBe(3);
  });

  test("never costs more reads than it may, and then says where to go on", async () => {
    const even = Array.from({ length: 20_000 }, (_, n) => n * 2);
    const odd = even.map((n) => n + 1);
    const { filed, asked } = indexOf({ even, odd });
    const page = await walk(filed, ["even", "odd"], { below: undefined, limit: 10, reads: 24 });
    expect(page.found).toEqual([]);
    expect(page.next).toBeDefined();
    expect(asked.reads).toBeLessThanOrEqual(24);
  });
});
