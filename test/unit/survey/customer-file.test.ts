import { describe, expect, test } from "vitest";
import { MOST_CUSTOMERS, personKey } from "../../../shared/survey/customer-columns.ts";
import { readCustomers } from "../../../shared/survey/customer-file.ts";

const HEAD = ["name", "email", "phone", "locale", "department"];
const said = (...lines: string[][]) => readCustomers(lines).faults.map(({ row, column, code }) => [row, column, code]);

describe("a list of customers", () => {
  test("heads in either language, in any order; every other column is a group; empty lines are nobody", () => {
    const { people, faults } = readCustomers([
      ["部门", "电子邮箱", "姓名", "语言", "Project"],
      ["销售部", " wang@homes.example ", "王芳", "", "一期"],
      ["", "", " ", "", ""],
      ["", "ada@homes.example", "Ada", "English", ""],
    ]);
    expect(faults).toEqual([]);
    expect(people).toEqual([
      { name: "王芳", email: "wang@homes.example", locale: "zh-CN", groups: { 部门: "销售部", Project: "一期" } },
      { name: "Ada", email: "ada@homes.example", locale: "en", groups: {} },
    ]);
  });

  test("every cell that is wrong is named, in every row", () => {
    expect(
      said(
        HEAD,
        ["Ada", "ada@homes.example", "", "", "Sales"],
        ["", "not an address", "12", "fr", "x".repeat(101)],
        ["Bob", "", "", "", ""],
        ["Cid", "", "+86 571 5550 0100", "", ""],
      ),
    ).toEqual([
      [3, "email", "invalid"],
      [3, "phone", "invalid"],
      [3, "locale", "invalid"],
      [3, "department", "too-long"],
      [3, "name", "required"],
      [4, "email", "required"],
    ]);
  });

  test("the same person twice, however they are spelt", () => {
    const row = (email: string, phone = "") => ["Ada", email, phone, "", ""];
    expect(said(HEAD, row("ada@homes.example"), row("ADA@homes.example"))).toEqual([[3, "email", "duplicate-row"]]);
    expect(said(HEAD, row("", "139 0000 0000"), row("", "13900000000"))).toEqual([[3, "phone", "duplicate-row"]]);
    expect(personKey({ email: "Ada@Homes.example" })).toBe("ada@homes.example");
  });

  test.each([
    [
      "no head at all",
      [],
      [
        [1, "name", "missing-column"],
        [1, "email", "missing-column"],
      ],
    ],
    ["nothing that reaches them", ["name", "department"], [[1, "email", "missing-column"]]],
    ["a column twice", ["name", "email", "email"], [[1, "email", "duplicate-column"]]],
    ["a group with a long name", ["name", "email", "x".repeat(41)], [[1, "x".repeat(41), "too-long"]]],
    ["a group that no object can have", ["name", "email", "__proto__"], [[1, "__proto__", "unknown-column"]]],
    ["too many groups", ["name", "email", ..."abcdefghijk"], [[1, "k", "too-many"]]],
  ])("a head with %s", (_what, head, faults) => {
    expect(said(head, ["Ada", "not an address"])).toEqual(faults);
  });

  test("more than one file may have", () => {
    const rows = Array.from({ length: MOST_CUSTOMERS + 1 }, (_, n) => ["x", `owner-${n}@homes.example`]);
    expect(said(["name", "email"], ...rows)).toEqual([[MOST_CUSTOMERS + 2, "", "too-many"]]);
    expect(readCustomers([["name", "email"], ...rows.slice(1)]).people).toHaveLength(MOST_CUSTOMERS);
  });

  test("what a file says is text, whatever a spreadsheet or a page would make of it", () => {
    const { people } = readCustomers([
      ["name", "email", "=cmd()"],
      ["<b>=1+1</b>\u0000", "ada@homes.example", "__proto__"],
    ]);
    expect(people).toMatchObject([{ name: "<b>=1+1</b>", groups: { "=cmd()": "__proto__" } }]);
  });
});
