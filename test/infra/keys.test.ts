import { describe, expect, test } from "vitest";
import {
  changedKeys,
  counterKey,
  indexes,
  ledgerKeys,
  numberKey,
  orgKey,
  policyKey,
  queueKeys,
  recordKey,
  refOfKey,
  tallyKey,
  timelineKey,
  wakeKeys,
} from "../../shared/aws/table.ts";
import { CaseId, OrgId } from "../../shared/kernel/ids.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { ofType, templateWith } from "./template.ts";

const id = CaseId.parse(`case_${"0".repeat(26)}`);
const ref = { kind: "case", org: OrgId.parse("acme"), id } as const;
const at = Instant.parse("2026-11-21T10:00:00.000Z");

test.each([
  { why: "one record", key: recordKey(ref), is: [`ORG#acme#case#${id}`, "RECORD"] },
  { why: "its tenth part", key: timelineKey(ref, 10), is: [`ORG#acme#case#${id}`, "TIMELINE#000010"] },
  {
    why: "a number",
    key: numberKey("acme", "damage", "2026-11-001"),
    is: ["ORG#acme#NUMBER#damage#2026-11-001", "ALIAS"],
  },
  { why: "a company", key: orgKey("acme"), is: ["ORG#acme", "ORG"] },
  { why: "a published regulation", key: policyKey("acme", "damage", 3), is: ["ORG#acme#POLICY#damage#3", "POLICY"] },
  {
    why: "who is counted together",
    key: tallyKey("acme", "damage", "quota.thrice", "2026-Q4", "d1"),
    is: ["ORG#acme#TALLY#damage#quota.thrice#2026-Q4#d1", "TALLY"],
  },
  { why: "a counter", key: counterKey("acme", "2026-11"), is: ["ORG#acme#COUNTER#2026-11", "COUNTER"] },
])("$why", ({ key, is }) => {
  expect([key.pk, key.sk]).toEqual(is);
});

describe("indexes", () => {
  test("what must be woken lies by shard and hour", () => {
    expect(wakeKeys(ref, at, 1)).toEqual({ wakePk: "WAKE#1", wakeSk: `2026-11-21T10:00:00.000Z#acme#${id}` });
  });

  test("what was received lies by month and hour of UTC", () => {
    expect(ledgerKeys(ref, at)).toEqual({
      ledgerPk: "LEDGER#acme#case#2026-11",
      ledgerSk: `2026-11-21T10:00:00.000Z#${id}`,
    });
  });

  test("what changed lies by the day of UTC on which it last did", () => {
    expect(changedKeys(ref, at, 1)).toEqual({ changedPk: "CHANGED#2026-11-21#1", changedSk: `acme#${id}` });
  });

  test("open work lies by desk and urgency", () => {
    expect(queueKeys("acme", "售后服务部", "2026-11-21", id)).toEqual({
      queuePk: "QUEUE#acme#售后服务部",
      queueSk: `2026-11-21#${id}`,
    });
  });

  test("the table that is deployed has these, and a list finds its columns there", () => {
    const table = ofType(templateWith(), "AWS::DynamoDB::GlobalTable")[0]?.[1].Properties;
    const deployed = Object.fromEntries(
      table?.GlobalSecondaryIndexes.map(
        (index: { IndexName: string; KeySchema: { AttributeName: string }[]; Projection: Record<string, unknown> }) => [
          index.IndexName,
          [...index.KeySchema.map(({ AttributeName }) => AttributeName), index.Projection],
        ],
      ) ?? [],
    );
    expect(deployed).toEqual({
      wake: ["wakePk", "wakeSk", { ProjectionType: "KEYS_ONLY" }],
      queue: ["queuePk", "queueSk", { ProjectionType: "INCLUDE", NonKeyAttributes: [...indexes.queue.columns] }],
      ledger: ["ledgerPk", "ledgerSk", { ProjectionType: "INCLUDE", NonKeyAttributes: [...indexes.ledger.columns] }],
      changed: ["changedPk", "changedSk", { ProjectionType: "KEYS_ONLY" }],
    });
  });
});

test("a key of the wake index names its record", () => {
  expect(refOfKey(recordKey(ref).pk)).toEqual(ref);
});

test.each([
  { why: "a company", pk: orgKey("acme").pk },
  { why: "a number", pk: numberKey("acme", "damage", "2026-11-001").pk },
  { why: "too many parts", pk: `ORG#acme#case#${id}#x` },
  { why: "an id that is none", pk: "ORG#acme#case#7" },
])("$why is not the key of a record", ({ pk }) => {
  expect(() => refOfKey(pk)).toThrow();
});

test.each(["", "a#b"])("a part %j would answer another question", (part) => {
  expect(() => numberKey("acme", "damage", part)).toThrow(/cannot be part of a key/);
});
