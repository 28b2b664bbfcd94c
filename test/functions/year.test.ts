import { expect, test } from "vitest";
import { disagreements } from "../year/recount.ts";
import { tell } from "../year/tell.ts";

/** Five weeks with a make-up Sunday, Mid-Autumn and National Day in them; `npm run year` lives the whole of 2026. */
const AUTUMN = {
  seed: 7,
  policies: ["door-factory-after-sales"],
  cases: 50,
  from: "2026-09-15",
  to: "2026-10-20",
} as const;

test("a time that is lived twice with one seed sends the same mails and shows the same figures, which SQL counts too", async () => {
  const first = await tell(AUTUMN);
  expect(first.complaints).toEqual([]);
  expect(first.disagreements).toEqual([]);
  const figures = [...first.shown.keys()];
  for (const some of [
    "cases received",
    "clock plan kept",
    "clock execution missed",
    "due of plan",
    "mails sent for cases",
  ])
    expect(figures.filter((what) => what.includes(some)).length, some).toBeGreaterThan(0);
  expect(first.shown.get("year-dfa cases received")).toBe(50);
  expect(first.ledger.mails.length).toBeGreaterThan(50);

  const again = await tell(AUTUMN);
  expect(again.ledger).toEqual(first.ledger);
  expect(again.hash).toBe(first.hash);
}, 480_000);

test("a figure that one shows and the other does not is a disagreement", () => {
  const shown = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  expect(disagreements(shown, new Map([["a", 1]]))).toEqual(["b: shown 2, counted nothing"]);
  expect(disagreements(new Map([["a", 1]]), shown)).toEqual(["b: shown nothing, counted 2"]);
  expect(disagreements(shown, shown)).toEqual([]);
});
