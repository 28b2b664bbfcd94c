import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { OrderPage, PersonOrder } from "../../shared/privacy/order.ts";

/** Orders to forget somebody as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-orders");
const Item = z.object({ is: PersonOrder });
const read = (name: string) => Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))).is;

test.each([
  ["2026-11-order-cases.json", { stage: "cases", people: [], held: false, gone: 0, left: 0, ordered: 20 }],
  ["2026-11-order-kept.json", { stage: "kept", below: expect.stringContaining("1|"), gone: 3 }],
  ["2026-11-order-surveys.json", { stage: "surveys", held: true, gone: 1, left: 1 }],
])("%s goes on where it stopped", (name, told) => {
  expect(read(name)).toMatchObject(told);
});

test("each is told", () => {
  expect(readdirSync(folder)).toHaveLength(3);
});

test("a page from when orders looked through cases alone is a page of cases", () => {
  const outcomes = [{ caseId: "case_11111111111111111111111111", number: "2026-11-001", policy: "courier" }];
  expect(OrderPage.parse({ places: ["a"], outcomes }).outcomes).toMatchObject([{ of: "case" }]);
});
