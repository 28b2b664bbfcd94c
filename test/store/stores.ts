import { expect } from "vitest";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { CaseEvent } from "../../shared/case/event.ts";
import { CaseId, spell } from "../../shared/kernel/ids.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { memoryOrgs, memoryRecords } from "../../shared/record/memory.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import type { CaseRecord } from "../../shared/record/record.ts";
import { type RecordStore, shardOf } from "../../shared/record/store.ts";
import { reporter, sh, staff } from "../fixtures/cases.ts";
import { inventedSource } from "../fixtures/invented.ts";
import { ACME, refOf } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

export type Stores = { readonly records: RecordStore; readonly orgs: OrgStore; readonly stop: () => Promise<void> };

export const stores: readonly { readonly name: string; readonly start: () => Promise<Stores> }[] = [
  {
    name: "memory",
    start: async () => {
      const orgs = memoryOrgs();
      return { orgs, records: memoryRecords(orgs), stop: async () => undefined };
    },
  },
  ...dynamos.map(({ name, start }) => ({
    name,
    start: async () => {
      const { client, stop } = await start();
      await createTable(client, "contract");
      const orgs = tableOrgs(client, "contract");
      return { orgs, records: tableRecords(client, "contract", orgs), stop };
    },
  })),
];

export const source = inventedSource();
export const ref = refOf(source);
export const received = sh("2026-03-10 09:30");

let made = 0;
/** An id of a shard that no other test uses, so that the tests of one store do not see one another. */
export const freshId = (shard?: number): CaseId => {
  for (;;) {
    made += 1;
    const bytes = new Uint8Array(17);
    new DataView(bytes.buffer).setUint32(0, made);
    const id = CaseId.parse(`case_${spell(bytes)}`);
    if (shard === undefined || shardOf(id) === shard) return id;
  }
};

export const opening = (number: string, at: Instant = received, text = "it broke"): CaseEvent => ({
  type: "received",
  at,
  by: reporter,
  number,
  locale: "en",
  contact: { name: "Ada", email: "ada@customer.example" },
  answers: { story: text },
  damages: [],
});

export const blank = (over: Partial<CaseRecord> = {}): CaseRecord => {
  const id = over.id ?? freshId();
  return {
    kind: "case",
    org: ACME,
    id,
    version: 0,
    policy: ref,
    timeline: [opening(`N-${id}`)],
    outbox: [],
    tokenHash: "t".repeat(64),
    requestHash: "r".repeat(64),
    parts: [],
    indexed: 1,
    figured: 0,
    ...over,
  };
};
export const noted = (text: string, at: Instant = received): CaseEvent => ({
  type: "noted",
  at,
  by: staff("desk"),
  text,
});
export const told = (one: CaseRecord | undefined): CaseRecord => one ?? expect.unreachable("no such record");
