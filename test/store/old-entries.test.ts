import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { publishedPolicy } from "../../infra/policy/published.ts";
import { known } from "../../shared/aws/documents.ts";
import { registerOf } from "../../shared/policy/register-form.ts";
import { EntryRecord } from "../../shared/record/registers/entries.ts";
import { entryOf } from "../../shared/register/entry.ts";
import { EntryEvent } from "../../shared/register/event.ts";

/** Entries of registers as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-entries");
const Item = z.record(z.string(), z.unknown());
const stored = readdirSync(folder).map((name) => ({
  name,
  record: known(EntryRecord, Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8")))),
}));

test.each([
  ["2026-11-entry-declined.json", { state: "DECLINED", declined: { reason: "那天有事" } }],
  ["2026-11-entry-expired.json", { state: "COMPLETE", forgottenAt: "2029-02-28T16:00:00.000Z", waits: [] }],
  ["2026-11-entry-settled.json", { state: "COMPLETE", corrections: 1, answers: { amount: "86.00" } }],
  ["2026-11-entry-voided.json", { state: "VOID", forgottenAt: undefined, copies: [{ copy: 1 }] }],
])("%s tells what it told", (name, told) => {
  const { record } = stored.find((one) => one.name === name) ?? expect.unreachable(`${name} is gone`);
  const { policy } = publishedPolicy(record.policy.id) ?? expect.unreachable("it ships");
  const form = registerOf(policy, record.form) ?? expect.unreachable("it keeps that register");
  expect(entryOf({ policy, form }, record.timeline)).toMatchObject(told);
});

test("every kind of event of an entry is among them, and no file is left out", () => {
  const kinds = EntryEvent.options.map(({ shape }) => shape.type.value);
  const found = stored.flatMap(({ record }) => record.timeline.map(({ type }) => type));
  expect([...new Set(found)].sort()).toEqual([...kinds].sort());
  expect(stored).toHaveLength(4);
});
