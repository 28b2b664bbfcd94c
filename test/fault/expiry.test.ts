import { afterAll, beforeAll, expect, test } from "vitest";
import { tableEntries } from "../../shared/aws/entries.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import source from "../../shared/policies/compiled/courier-service-quality.json" with { type: "json" };
import { changeEntry } from "../../shared/record/registers/change.ts";
import type { EntryDeps } from "../../shared/record/registers/load.ts";
import { loadEntry } from "../../shared/record/registers/load.ts";
import { wakeEntry } from "../../shared/record/registers/wake.ts";
import { writeEntry } from "../../shared/record/registers/write.ts";
import { entryIdFor } from "../../shared/runtime/secrets.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "../store/stand-ins.ts";
import { mortal } from "./mortal.ts";

/** COU-09, A-52: what was typed in the ledger of collected payments goes at the company's own maximum, whoever dies of it. */
const TABLE = "expiry";
const clock = standing(sh("2026-02-20 10:00"));
const LIST = { policy: source.id, form: "cod-ledger" };

let client: Parameters<typeof tableEntries>[0];
let stop: () => Promise<unknown>;
beforeAll(async () => {
  const [dynamo] = dynamos;
  const started = await (dynamo ?? expect.unreachable("there is one")).start();
  client = started.client;
  stop = started.stop;
  await createTable(client, TABLE);
  await settle(tableOrgs(client, TABLE), [source], company([source]));
});
afterAll(() => stop());

const on = (its: typeof client): EntryDeps => {
  const orgs = tableOrgs(its, TABLE);
  return { orgs, entries: tableEntries(its, TABLE, orgs), now: clock.now };
};
const waker = (its: typeof client) => ({ ...on(its), fulfil: async () => "nothing" as const });

/** An entry that was settled on 28 February 2026. */
const settledEntry = async (key: string) => {
  clock.set(sh("2026-02-20 10:00"));
  const id = entryIdFor(ACME, key);
  const answers = { senderData: "白若 13700002222", recipientData: "丁一", amount: "88.00", collectedOn: "2026-02-20" };
  const office = staff("originCompany");
  const written = await writeEntry(on(client), { org: ACME, ...LIST, id, key, answers }, office);
  if (!written.ok) return expect.unreachable(written.error.code);
  clock.set(sh("2026-02-28 12:00"));
  const ref = { org: ACME, id, list: `${LIST.policy}/${LIST.form}` };
  const settle = { do: "take", step: "settle", answers: { settledOn: "2026-02-28" } } as const;
  const taken = await changeEntry(on(client), ref, settle, office);
  if (!taken.ok) return expect.unreachable(taken.error.code);
  return ref;
};
const seen = async (id: string) => {
  const found = (await loadEntry(on(client), { org: ACME, id })) ?? expect.unreachable("it is there");
  return {
    types: found.record.timeline.map(({ type }) => type),
    answers: found.entry.answers,
    at: found.record.wakeAt,
  };
};
const LEFT = { amount: "88.00", collectedOn: "2026-02-20" };

test("nothing goes before, all that was typed goes then, wherever the process dies, and once", async () => {
  const { id } = await settledEntry("dies");
  expect((await seen(id)).at, "it is looked at then, and not before").toBe(sh("2029-03-01 00:00"));
  clock.set(sh("2029-02-28 23:59"));
  await wakeEntry(waker(client), { org: ACME, id });
  expect((await seen(id)).answers).toMatchObject({ senderData: "白若 13700002222" });
  clock.set(sh("2029-03-01 00:00"));
  let writes = 1;
  for (; ; writes += 1) {
    const died = await wakeEntry(waker(mortal(client, writes)), { org: ACME, id }).then(
      () => false,
      () => true,
    );
    if (!died) break;
  }
  expect(writes).toBeGreaterThan(1);
  const after = await seen(id);
  expect(after).toEqual({ types: ["written", "taken", "forgotten"], answers: LEFT, at: undefined });
  const { items } = await on(client).entries.pointed(ACME, { person: "phone 13700002222" }, { limit: 10 });
  expect(items, "nothing leads there from their number any more").toEqual([]);
});

test("what is held stays for as long as it is, and goes once it is released", async () => {
  const ref = await settledEntry("held");
  const officer = staff("privacyOfficer");
  const held = await changeEntry(on(client), ref, { do: "hold", reason: "a suit" }, officer);
  expect(held.ok).toBe(true);
  expect((await seen(ref.id)).at).toBeUndefined();
  clock.set(sh("2029-06-01 00:00"));
  await wakeEntry(waker(client), ref);
  expect((await seen(ref.id)).types).not.toContain("forgotten");
  expect((await changeEntry(on(client), ref, { do: "release", hold: "hold-1", reason: "over" }, officer)).ok).toBe(
    true,
  );
  expect((await seen(ref.id)).at).toBe(sh("2029-03-01 00:00"));
  await wakeEntry(waker(client), ref);
  expect((await seen(ref.id)).answers).toEqual(LEFT);
});
