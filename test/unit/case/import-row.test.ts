import { describe, expect, test } from "vitest";
import { headOf, importColumns, readHead } from "../../../shared/case/import-columns.ts";
import { columnAt, rowIn } from "../../../shared/case/import-row.ts";
import { dfa, sh } from "../../fixtures/cases.ts";

const intake = dfa.intake ?? expect.unreachable("the door factory takes complaints");
const columnsOf = (...heads: string[]) => readHead(intake, heads).columns;
const bodyOf = (head: string, cell: string) => rowIn(dfa, columnsOf(head), [cell]).body;

describe("a head names its column", () => {
  test.each([
    ["by its id", "orderNo", "orderNo"],
    ["as a template writes it", "订单号 * (orderNo)", "orderNo"],
    ["by its Chinese title", "订单号", "orderNo"],
    ["by its English title", "Order number", "orderNo"],
    ["of the contact", "contact.phone", "contact.phone"],
    ["of the third damage", "damages.3.place", "damages.3.place"],
  ])("%s", (_why, head, id) => {
    expect(columnsOf(head)[0]?.id).toBe(id);
  });

  test("every head of a template names its own, in either language", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const all = importColumns(intake);
      expect(
        readHead(
          intake,
          all.map((one) => headOf(one, locale)),
        ),
      ).toEqual({ columns: all, faults: [] });
    }
  });

  test.each([
    ["a column of nothing", ["receivedAt", "channel", "contact.name", "__proto__"], "unknown-column", "__proto__"],
    ["a damage beyond all", ["damages.99.place"], "unknown-column", "damages.99.place"],
    ["a column twice", ["orderNo", "订单号"], "duplicate-column", "订单号"],
    ["none for what must be", ["orderNo"], "missing-column", "receivedAt"],
  ])("%s is told", (_why, heads, code, column) => {
    expect(readHead(intake, heads).faults).toContainEqual(expect.objectContaining({ row: 1, code, column }));
  });
});

describe("a cell is read as the form would have it", () => {
  test.each([
    ["text", "orderNo", " SO-1 ", { orderNo: "SO-1" }],
    ["text behind the apostrophe of a file of ours", "orderNo", "'=1", { orderNo: "=1" }],
    ["a choice by its label", "productLine", "大门类", { productLine: "gate" }],
    ["a choice by its value", "productLine", "gate", { productLine: "gate" }],
    ["a category by its code and title", "category", "1-2-1 门扇变形", { category: "1-2-1" }],
    ["what is no choice, as it stands", "productLine", "roof", { productLine: "roof" }],
    ["nothing", "orderNo", "  ", {}],
  ])("%s", (_why, head, cell, fields) => {
    expect(bodyOf(head, cell)).toEqual({ contact: {}, ...fields });
  });

  test.each([
    ["as a spreadsheet writes it", "2026-03-10 09:30:00", sh("2026-03-10 09:30")],
    ["with slashes and one figure", "2026/3/10 9:30", sh("2026-03-10 09:30")],
    ["in Chinese", "2026年3月10日", sh("2026-03-10 00:00")],
    ["a day alone", "2026-03-10", sh("2026-03-10 00:00")],
    ["with its own offset", "2026-03-10T03:30:00+02:00", sh("2026-03-10 09:30")],
    ["that is none", "2026-02-30", "2026-02-30"],
    ["at no hour", "2026-03-10 25:00", "2026-03-10 25:00"],
  ])("a moment %s", (_why, cell, at) => {
    expect(rowIn(dfa, columnsOf("receivedAt"), [cell]).receivedAt).toBe(at);
  });

  test("a way it came by its name in either language; anything else is none by which a file comes", () => {
    const ways = ["电话", "Letter", "visit", "pigeon", ""].map(
      (cell) => rowIn(dfa, columnsOf("channel"), [cell]).channel,
    );
    expect(ways).toEqual(["phone", "letter", "visit", "web", "web"]);
  });

  test("damages by their number, in order", () => {
    const columns = columnsOf("damages.2.place", "damages.1.place", "damages.1.packaging");
    expect(rowIn(dfa, columns, ["right", "left", "完好"]).body.damages).toMatchObject([
      { place: "left" },
      { place: "right" },
    ]);
  });
});

test.each([
  ["/fields/orderNo", "orderNo"],
  ["/contact/email", "contact.email"],
  ["/damages/0/place", "damages.1.place"],
  ["/receivedAt", "receivedAt"],
])("a fault at %s stands under %s", (path, column) => {
  expect(columnAt(path)).toBe(column);
});
