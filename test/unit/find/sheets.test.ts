import readExcel from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../../shared/api/csv.ts";
import type { Sheet } from "../../../shared/api/sheet.ts";
import { xlsxOf } from "../../../shared/runtime/xlsx.ts";

const HOSTILE = [
  ["a formula", '=HYPERLINK("http://x","y")'],
  ["a sum", "+1+1"],
  ["a subtraction", "-2"],
  ["a function of old", "@SUM(A1)"],
  ["a tab first", "\t=1"],
  ["what every object has", "__proto__"],
  ["and what it makes", "constructor"],
  ["quotes and commas", 'he said "no", twice'],
  ["lines", "first\nsecond"],
  ["Chinese", "门扇左下角变形"],
  ["beyond the first plane", "𠮷野家 🚪"],
  ["markup", "<b>&amp;</b>"],
] as const;

const sheet = (text: string): Sheet => ({
  name: "登记追踪表",
  columns: [
    { title: "编号", width: 10 },
    { title: "受理时间", width: 20 },
    { title: "n", width: 5 },
    { title: "none", width: 5 },
  ],
  rows: [
    [text, { moment: "2026-03-10T09:30:00+08:00" }, 3, undefined],
    ["plain", undefined, 0, undefined],
  ],
});

describe("a sheet as xlsx, read by another library", () => {
  test.each(HOSTILE)("keeps %s as text", async (_why, text) => {
    const [first] = await readExcel(Buffer.from(await xlsxOf(sheet(text))));
    expect(first?.sheet).toBe("登记追踪表");
    const [head, row, other] = first?.data ?? [];
    expect(head).toEqual(["编号", "受理时间", "n", "none"]);
    expect(String(row?.[0]).trim(), "that reader trims").toBe(text.trim());
    const moment = row?.[1] instanceof Date ? row[1].getTime() : Number.NaN;
    expect(Math.round(moment / 1000), "the wall clock of the office").toBe(Date.parse("2026-03-10T09:30:00Z") / 1000);
    expect(row?.slice(2)).toEqual([3, null]);
    expect(other).toEqual(["plain", null, 0, null]);
  });

  test("a sheet of no rows is a head", async () => {
    const [first] = await readExcel(Buffer.from(await xlsxOf({ ...sheet("x"), name: "a/b:c[d]*?", rows: [] })));
    expect(first?.data).toEqual([["编号", "受理时间", "n", "none"]]);
  });
});

describe("a sheet as CSV", () => {
  test.each([
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["+1+1", "'+1+1"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\r=1"`],
    ['he said "no", twice', '"he said ""no"", twice"'],
    ["first\nsecond", '"first\nsecond"'],
    ["门扇", "门扇"],
  ])("%j is written %s", (text, written) => {
    expect(csvOf(sheet(text))).toBe(`\uFEFF编号,受理时间,n,none\r\n${written},2026-03-10 09:30:00,3,\r\nplain,,0,\r\n`);
  });
});
