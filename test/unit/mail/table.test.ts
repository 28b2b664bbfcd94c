import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asText, type Block } from "../../../shared/mail/block.ts";
import { type Bars, lengthOf, type Table } from "../../../shared/mail/table.ts";
import { written } from "../../../shared/mail/written.ts";
import { org } from "./sample.ts";

const table: Table = {
  is: "table",
  title: "Received",
  head: ["Category", "Cases"],
  rows: [
    ["1-2-1 Crushed", 12],
    ["<b>bold</b>", 3],
  ],
};
const bars: Bars = {
  is: "bars",
  title: "On time",
  bars: [
    { label: "Plan", value: 91.4, shown: "91.4 %" },
    { label: "Execution", value: 45.7, shown: "45.7 % (missed)", bad: true },
    { label: "Visits", value: 0, shown: "no data" },
  ],
};

const letter = (blocks: readonly Block[]) =>
  written({ ...org }, "en", { subject: "s", preview: "p", heading: "h", blocks }, []);

describe("figures in a letter", () => {
  test("a table has a head, its numbers on the right, and nothing of its words is markup", () => {
    const { html, text } = letter([table]);
    expect(html).toContain('<th scope="col" align="right"');
    expect(html).toContain('align="right" style');
    expect(html).toContain("&lt;b&gt;bold&lt;/b&gt;");
    expect(text).toContain("1-2-1 Crushed | Cases 12");
  });

  test("bars are as long as their figures, and each figure stands beside its bar", () => {
    expect(bars.bars.map((one) => lengthOf(bars, one))).toEqual([100, 50, 0]);
    const { html, text } = letter([bars]);
    expect(html).toContain('width="50%" height="14" bgcolor="#b42318"');
    expect(html).toContain("45.7 % (missed)");
    expect(text).toContain("Execution ########## 45.7 % (missed)");
  });

  test("a bar is never longer than its line, and what is not nothing is seen", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const block = { bars: all.map((value) => ({ label: "", value, shown: "" })) };
        for (const one of block.bars) {
          const long = lengthOf(block, one);
          expect(long).toBeLessThanOrEqual(100);
          expect(long > 0).toBe(one.value > 0);
        }
      }),
    );
  });

  test("a table that is too long for a letter says that lines are missing", () => {
    const rows = Array.from({ length: 2000 }, (_, n) => [`line ${n}`, n] as const);
    const { html, text } = letter([{ ...table, rows }]);
    expect(html.length).toBeLessThan(100_000);
    expect(text).toContain("… | Cases …");
    expect(asText("h", [{ ...table, rows }], [])).toContain("line 1999 | Cases 1999");
  });
});
