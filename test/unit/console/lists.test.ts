import { describe, expect, test } from "vitest";
import { inTree, titled } from "../../../web/console/list/choice.tsx";
import { asked, countSet, dateAt } from "../../../web/console/list/filter-query.ts";
import { hashOf, placeOf } from "../../../web/console/route.ts";

/** Half past one in the night at the office, still the day before in UTC. */
const AT = { now: Date.parse("2026-03-09T17:30:00Z"), timeZone: "Asia/Shanghai" };

describe("what a list is asked for", () => {
  test.each([
    ["nothing", {}, {}],
    ["empty choices ask nothing", { state: "", due: "", desk: "" }, {}],
    [
      "names go as they are",
      { policy: "doors", state: "ACCEPTED", person: "me" },
      { policy: "doors", state: "ACCEPTED", person: "me" },
    ],
    ["what the console alone knows stays here", { open: "false", month: "2026-03", q: "x" }, {}],
    ["overdue is before now", { due: "overdue" }, { dueBefore: "2026-03-09T17:30:00.000Z" }],
    [
      "today is the office's, with what is due at 24:00 and without what was at 24:00 of the day before",
      { due: "today" },
      { dueFrom: "2026-03-10T00:00:00.001+08:00", dueBefore: "2026-03-11T00:00:00.001+08:00" },
    ],
    [
      "a week has seven days",
      { due: "week" },
      { dueFrom: "2026-03-10T00:00:00.001+08:00", dueBefore: "2026-03-17T00:00:00.001+08:00" },
    ],
    ["an open beginning", { due: "between", until: "2026-12-31" }, { dueBefore: "2027-01-01T00:00:00.001+08:00" }],
    ["days without their question", { from: "2026-03-01" }, {}],
  ])("%s", (_why, query, wanted) => {
    expect(asked(query, AT)).toEqual(wanted);
  });

  test("an office of UTC has an offset too", () => {
    expect(asked({ due: "today" }, { ...AT, timeZone: "UTC" }).dueFrom).toBe("2026-03-09T00:00:00.001+00:00");
    expect(dateAt(AT.now, "Asia/Shanghai")).toBe("2026-03-10");
  });

  test("how much is set is counted, a search and a month not", () => {
    expect(countSet({ policy: "doors", due: "today", open: "false", q: "x", month: "2026-03", state: "" })).toBe(3);
  });
});

describe("an address", () => {
  test.each([
    ["a list that is cut", { org: "doors", query: { state: "ACCEPTED", q: "变形 & 锈" } }],
    ["a page", { org: "doors", page: "register" as const, query: { month: "2026-03" } }],
    ["a case", { org: "doors", caseId: "case_x" }],
  ])("of %s is read as it was written", (_why, place) => {
    expect(placeOf(hashOf(place))).toMatchObject(place);
  });

  test("leaves empty answers out", () => {
    expect(hashOf({ org: "doors", query: { state: "" } })).toBe("#/doors");
  });
});

describe("choices", () => {
  test("of several regulations stand there once, by what the first calls them", () => {
    const named = (id: string, title: string) => ({ id, title });
    expect(
      titled([
        [named("a", "A"), named("b", "B")],
        [named("b", "other"), named("c", "C")],
      ]),
    ).toEqual([
      ["a", "A"],
      ["b", "B"],
      ["c", "C"],
    ]);
  });

  test("of a tree show what is below what", () => {
    const leaf = (code: string) => ({ code, title: code, selectable: true, children: [] });
    const tree = [{ ...leaf("1"), children: [leaf("1-1")] }];
    expect(inTree(tree)).toEqual([
      ["1", "1 1"],
      ["1-1", "\u30001-1 1-1"],
    ]);
  });
});
