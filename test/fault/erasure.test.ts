import { afterAll, beforeAll, expect, test } from "vitest";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableFigures } from "../../shared/aws/figures.ts";
import { tableOrders } from "../../shared/aws/orders.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { derivedKeys, originalKey } from "../../shared/evidence/evidence.ts";
import { ErasureId, OrgId, PhotoId } from "../../shared/kernel/ids.ts";
import { HOUR, Instant, plusMs } from "../../shared/kernel/instant.ts";
import type { PersonOrder } from "../../shared/privacy/order.ts";
import { retire } from "../../shared/record/erase.ts";
import { goThrough } from "../../shared/record/person-erasure.ts";
import { campaignIdFor, invitationIdFor } from "../../shared/runtime/secrets.ts";
import { COURIER, closeBy, complaintOf, workByCourier } from "../functions/keeping/courier.ts";
import { audit, bucketOf, exported } from "../functions/keeping/proof.ts";
import { must } from "../stack/call.ts";
import type { Filed } from "../stack/customer.ts";
import { inside, refTo } from "../stack/inside.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { forgetting } from "./forgetting.ts";
import { mortal } from "./mortal.ts";

/** An erasure whose process dies after its first write, its second and so on, until it comes through. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-27T09:00+08:00", policies: [COURIER] });
  await workByCourier(demo, "delete");
});
afterAll(() => demo.close());

const SECRETS = ["沈静澜", "shen@sender.example", "13957112233", "WAYBILL-77", "PARCEL-ring", "NOTE-"];

/** Longer than one item, so that its oldest events lie in items of their own; with a picture. */
const longCase = async () => {
  const contact = { name: "沈静澜", email: "shen@sender.example", phone: "13957112233" };
  const filed = await demo.file(complaintOf(contact, "PARCEL-ring came a week late"));
  const photoId = PhotoId.parse((await demo.photo(filed, 0, "damage-1.jpg")).photoId);
  const { org, id: caseId } = refTo(demo.org, filed.caseId);
  const place = { org, caseId, damage: 0, photoId };
  const keys = [originalKey(place), derivedKeys(place).copy, derivedKeys(place).thumbnail];
  const notes = Array.from({ length: 90 }, (_, n) => `NOTE-${n} `.padEnd(3900, "x"));
  for (const note of notes) must(await demo.as("serviceCentre").note(filed, note), 200);
  await closeBy(demo, filed);
  await demo.pass("2 minutes"); // letters are out and words are filed
  return { filed, keys };
};

/** How many of these objects there are. */
const pictures = async (keys: readonly string[]): Promise<number> => {
  const evidence = bucketOf(demo, "BucketsEvidence");
  const read = await Promise.all(keys.map((key) => evidence.read(key)));
  evidence.close();
  return read.filter((one) => one !== undefined).length;
};

const rowsOf = async ({ caseId }: Filed) =>
  (await demo.items()).filter((item) => JSON.stringify([item.pk, item.sk, item.id]).includes(caseId));

/** Erases at a moment, dying later each time. @returns how often it died. */
const eraseAt = async (filed: Filed, now: Instant): Promise<number> => {
  const { client, table } = demo.demo;
  const evidence = bucketOf(demo, "BucketsEvidence");
  const ref = refTo(demo.org, filed.caseId);
  const whole = inside(demo, "none");
  for (let writes = 1; ; writes += 1) {
    const dying = mortal(client, writes);
    const orgs = tableOrgs(dying, table);
    const deps = {
      ...{ orgs, records: tableRecords(dying, table, orgs), now: () => now },
      ...{
        campaigns: tableCampaigns(dying, table),
        figures: tableFigures(dying, table),
        campaignIdFor,
        invitationIdFor,
      },
      removePhotos: () => evidence.removeOf(ref.org, ref.id),
      newSalt: () => "00".repeat(16),
    };
    const died = await retire(deps, ref).then(
      () => false,
      () => true,
    );
    if (!died) {
      evidence.close();
      return writes - 1;
    }
    const left = await rowsOf(filed);
    const [record] = left.filter(({ sk }) => sk === "RECORD");
    if (record === undefined) expect(left, "what is gone leaves nothing").toEqual([]);
    else {
      expect(record.wakePk, `somebody comes back after write ${writes}`).toBe("WAKE#erasure");
      expect(await whole.records.load(ref), "it can be read all the same").toBeDefined();
    }
  }
};

test("a deletion leaves no item, no number, no word and no picture, wherever it died on the way", async () => {
  const { filed: doomed, keys } = await longCase();
  expect(await pictures(keys)).toBe(3);
  const other = await demo.file(complaintOf({ name: "罗一舟", email: "luo@sender.example" }, "PARCEL-ring"));
  await demo.as("originCompany").step(doomed, "settle");
  await demo.pass("2 minutes");
  expect((await rowsOf(doomed)).filter(({ sk }) => sk.startsWith("TIMELINE#")).length).toBeGreaterThan(1);
  const others = await rowsOf(other);
  const deaths = await eraseAt(doomed, Instant.parse("2027-06-01T00:00:00.000Z"));
  expect(deaths).toBeGreaterThan(10);
  expect(await rowsOf(doomed)).toEqual([]);
  expect(await pictures(keys)).toBe(0);
  const rows = JSON.stringify(await demo.items());
  for (const said of ["沈静澜", "shen@sender", "13957112233", "NOTE-"]) expect(rows, said).not.toContain(said);
  expect((await demo.as("serviceCentre").get(`/cases/${doomed.caseId}`)).status).toBe(404);
  expect(await rowsOf(other), "somebody else's case is as it was").toEqual(others);
});

test("an anonymisation comes to the same record, still proven, wherever it died on the way", async () => {
  const { filed: asked, keys } = await longCase();
  const before = await exported(demo, asked.caseId, "serviceCentre");
  must(await demo.as("privacyOfficer").post(`/cases/${asked.caseId}/erasure`, { reason: "NOTE-asked" }), 200);
  const now = plusMs(inside(demo, "none").now(), 2 * HOUR);
  expect(await eraseAt(asked, now)).toBeGreaterThan(10);
  const { text, file } = await exported(demo, asked.caseId, "serviceCentre");
  const rows = JSON.stringify(await rowsOf(asked));
  for (const said of SECRETS) expect([text.includes(said), rows.includes(said)], said).toEqual([false, false]);
  expect(await pictures(keys)).toBe(0);
  expect(audit("verify", { text }).said).toMatchObject({ holds: true });
  const links = before.file.events.map(({ link }) => link);
  expect(file.events.map(({ link }) => link).slice(0, links.length)).toEqual(links);
  expect(file.events.map(({ type }) => type).slice(-2)).toEqual(["erasureOrdered", "erased"]);
  expect((await rowsOf(asked)).filter(({ pk }) => pk.includes("#WORD#"))).toEqual([]);
});

/** The order for somebody's cases, made by a member of staff; it is gone through from here alone, until it is done. */
const orderFor = async (email: string, role: string, n: number) => {
  const { client, table } = demo.demo;
  const orders = tableOrders(client, table, tableOrgs(client, table));
  const org = OrgId.parse(demo.org);
  const order: PersonOrder = {
    ...{ org, id: ErasureId.parse(`erasure_${`${n}`.repeat(26)}`), version: 1 },
    ...{ mark: await orders.digest(org, `email ${email}`), asked: "", reason: "NOTE-asked" },
    ...{ by: { kind: "staff", sub: role, name: role, roles: [role] }, at: inside(demo, "none").now() },
    ...{ people: [], stage: "cases", held: false },
    ...{ pages: 0, ordered: 0, kept: 0, gone: 0, left: 0 },
  };
  expect(await orders.begin(order)).toBe("begun");
  return { orders, order };
};

test("an order for a person counts every case once, though its process dies and what it ordered is erased meanwhile", async () => {
  const email = "gu@sender.example";
  const closed: Filed[] = [];
  for (let n = 0; n < 3; n += 1) {
    const filed = await demo.file(complaintOf({ name: "顾南", email }, `NOTE-${n}`));
    await closeBy(demo, filed);
    closed.push(filed);
  }
  const open = await demo.file(complaintOf({ name: "顾南", email }, "still open"));
  await demo.pass("2 minutes");
  const { orders, order } = await orderFor(email, "privacyOfficer", 1);
  const whole = inside(demo, "none");
  const now = () => plusMs(whole.now(), 2 * HOUR);
  const erasing = { ...whole, now, removePhotos: async () => undefined, newSalt: () => "00".repeat(16) };
  const { client } = demo.demo;
  for (let writes = 1; ; writes += 1) {
    const dying = mortal(client, writes);
    const deps = forgetting(demo, dying);
    const died = await goThrough(deps, order, () => true).then(
      () => false,
      () => true,
    );
    for (const { caseId } of closed) await retire(erasing, refTo(demo.org, caseId));
    if (!died) break;
  }
  expect(await orders.load(order)).toMatchObject({ ordered: 3, kept: 1, pages: 6, reason: "", people: [] });
  const outcomes = (await orders.page(order, 0))?.outcomes ?? [];
  expect(outcomes.map(({ caseId, kept }) => [caseId, kept?.code])).toEqual([
    [open.caseId, "case-open"],
    ...closed.toReversed().map(({ caseId }) => [caseId, undefined]),
  ]);
  for (const { caseId } of closed) {
    const { text, file } = await exported(demo, caseId, "serviceCentre");
    expect(text).not.toContain("顾南");
    expect(file.events.filter(({ type }) => type === "erasureOrdered")).toHaveLength(1);
    expect(audit("verify", { text }).said.holds).toBe(true);
  }
});

test("cases of a regulation under which somebody does not look after data are neither ordered nor named to them", async () => {
  const email = "gu@sender.example";
  const { orders, order } = await orderFor(email, "office", 2);
  await goThrough(forgetting(demo, demo.demo.client), order, () => true);
  expect((await orders.page(order, 0))?.outcomes).toEqual([
    { of: "case", policy: COURIER, kept: expect.objectContaining({ code: "not-your-role" }) },
  ]);
});
