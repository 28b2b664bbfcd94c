import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseList } from "../../../shared/api/list-view.ts";
import { DisclosureReply, KeepingReply } from "../../../shared/api/privacy.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { derivedKeys, originalKey } from "../../../shared/evidence/evidence.ts";
import { CaseId, OrgId, PhotoId } from "../../../shared/kernel/ids.ts";
import { type Answer, must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { COURIER, closeBy, complaintOf, workByCourier } from "./courier.ts";
import { audit, bucketOf, exported } from "./proof.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-28T09:00+08:00", policies: [COURIER] });
  await workByCourier(demo, "anonymise");
});
afterAll(() => demo.close());

const SECRETS = ["沈静澜", "shen@sender.example", "13957112233", "WAYBILL-77", "PARCEL-ring"];
const complaint = complaintOf(
  { name: "沈静澜", email: "shen@sender.example", phone: "13957112233" },
  "PARCEL-ring came a week late",
);
const file = () => demo.file(complaint);
const close = (filed: Filed) => closeBy(demo, filed);
const officer = () => demo.as("privacyOfficer");
const codeOf = ({ status, body }: Answer) => {
  const { code, rules, title } = Problem.parse(body);
  return { status, code, rules, title };
};
const keepingOf = async ({ caseId }: Filed) =>
  KeepingReply.parse(must(await officer().get(`/cases/${caseId}/keeping`), 200).body);
const linesOf = async (filed: Filed) => (await demo.as("serviceCentre").see(filed)).timeline;

describe("AS-70 what somebody may not read (COU-10, COU-11)", () => {
  let filed: Filed;
  beforeAll(async () => {
    filed = await file();
    await demo.settled();
  });

  test("a clerk who lists items sees names and phones masked; so does everybody else in a list", async () => {
    for (const role of ["office", "serviceCentre"]) {
      const { text, body } = must(await demo.as(role).get("/cases?limit=100"), 200);
      const item = CaseList.parse(body).items.find(({ caseId }) => caseId === filed.caseId);
      expect(item).toMatchObject({ reporter: "沈••••", phone: "••••2233" });
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
  });

  test("a clerk who opens the case sees masks, in the timeline too; whoever the regulation names reads it", async () => {
    const clerk = await demo.as("office").see(filed);
    expect(clerk.contact).toEqual({ name: "••••澜", email: "••••mple", phone: "••••2233" });
    expect(clerk.facts).toMatchObject({ waybillNo: "••••L-77", description: "••••", serviceClass: "same-city" });
    expect(clerk.masked).toEqual(expect.arrayContaining(["contact", "description"]));
    const { text } = await demo.as("office").get(`/cases/${filed.caseId}`);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    const centre = await demo.as("serviceCentre").see(filed);
    expect([centre.contact, centre.masked]).toEqual([complaint.contact, []]);
  });

  test("the export is masked alike and proves as much, without the salt to try values by", async () => {
    const masked = await exported(demo, filed.caseId, "office");
    for (const secret of SECRETS) expect(masked.text).not.toContain(secret);
    expect(masked.file.salt).toBeUndefined();
    const whole = await exported(demo, filed.caseId, "serviceCentre");
    expect(whole.text).toContain("沈静澜");
    expect(audit("verify", { text: masked.text }, { text: whole.text }).said).toMatchObject({
      holds: true,
      cases: [{ head: whole.file.head }, { head: whole.file.head }],
    });
  });

  test("the police ask with a document: the officer gives what they ask for, and it is kept with its basis", async () => {
    const asked = {
      authority: "临江市公安局",
      legalBasis: "刑事诉讼法第五十四条",
      document: "临公调证字118号",
      fields: ["contact", "waybillNo"],
    };
    const give = (key: string) =>
      officer().post(`/cases/${filed.caseId}/disclosures`, asked, { "idempotency-key": key });
    const { data, ...told } = DisclosureReply.parse(must(await give("police-1"), 200).body);
    const { fields: _asked, ...basis } = asked;
    expect(told).toMatchObject({ ...basis, disclosure: "disclosure-1", number: filed.number });
    expect(data.map(({ field, value }) => [field, value])).toEqual([
      ["contact.name", "沈静澜"],
      ["contact.email", "shen@sender.example"],
      ["contact.phone", "13957112233"],
      ["waybillNo", "WAYBILL-77"],
    ]);
    expect(DisclosureReply.parse(must(await give("police-1"), 200).body).data).toEqual(data);
    const lines = (await linesOf(filed)).filter(({ what }) => what === "Disclosed to an authority");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ who: expect.stringContaining("Privacy officer") });
    expect(lines[0]?.detail).toEqual([asked.authority, asked.legalBasis, asked.document, "Contact, Waybill number"]);
    const kept = KeepingReply.parse(must(await officer().get(`/cases/${filed.caseId}/keeping`), 200).body);
    expect(kept.disclosures).toMatchObject([{ ...basis, fields: ["Contact", "Waybill number"] }]);
    expect(kept.disclosable).toEqual(
      expect.arrayContaining([
        { id: "contact", label: "Contact" },
        { id: "letterFrom", label: "Sender's name" },
        { id: "senderData", label: "Sender" },
      ]),
    );
    const { text } = await demo.ask("GET", `/v1/${demo.org}/cases/${filed.caseId}/tracking`, {
      token: filed.trackingToken,
    });
    for (const said of [asked.authority, asked.legalBasis, "118"]) expect(text).not.toContain(said);
  });

  test("without a legal basis, or by somebody else, 403 with the rule, and the attempt is kept", async () => {
    const path = `/cases/${filed.caseId}/disclosures`;
    const asked = { authority: "临江市公安局", legalBasis: "刑事诉讼法", document: "118号" };
    expect(codeOf(await officer().post(path, { ...asked, legalBasis: " " }))).toMatchObject({
      status: 403,
      code: "no-legal-basis",
      rules: ["COU-11"],
    });
    expect(codeOf(await officer().post(path, { authority: "x", legalBasis: "y" })).code).toBe("no-legal-basis");
    expect(codeOf(await demo.as("office").post(path, asked))).toMatchObject({
      status: 403,
      code: "not-your-role",
      rules: ["COU-11"],
    });
    const unknown = Problem.parse((await officer().post(path, { ...asked, fields: ["kind"] })).body);
    expect(unknown.fields?.map(({ path: at }) => at)).toEqual(["/fields/0"]);
    const refused = (await linesOf(filed))
      .filter(({ what }) => what === "Refused attempt")
      .flatMap(({ detail }) => detail);
    expect(refused).toEqual(["disclose: no-legal-basis", "disclose: no-legal-basis", "disclose: not-your-role"]);
  });
});

describe("AS-63 a ledger entry is kept (COU-09)", () => {
  let filed: Filed;
  let held: Filed;
  let photoId: PhotoId;
  const erase = (one: Filed, reason = "REASON-the customer asked") =>
    officer().post(`/cases/${one.caseId}/erasure`, { reason });
  const keys = (one: Filed) => {
    const place = { org: OrgId.parse(demo.org), caseId: CaseId.parse(one.caseId), damage: 0, photoId };
    return [originalKey(place), derivedKeys(place).copy, derivedKeys(place).thumbnail];
  };

  beforeAll(async () => {
    [filed, held] = [await file(), await file()];
    photoId = PhotoId.parse((await demo.photo(filed, 0, "damage-1.jpg")).photoId);
    for (const one of [filed, held]) {
      await close(one);
      await demo.as("originCompany").step(one, "settle");
    }
    await demo.as("serviceCentre").note(filed, `NOTE-${SECRETS[0]} called`);
    await demo.pass("2 hours");
  });

  test("while it is open nothing is erased", async () => {
    expect(codeOf(await erase(await file()))).toMatchObject({ status: 409, code: "case-open" });
  });

  test("it is kept until 2027-02-28 24:00, and says so", async () => {
    const { retentions, expires } = await keepingOf(filed);
    expect(retentions).toMatchObject([
      { clock: "ledger-retention", rules: ["COU-09"], until: "2027-03-01T00:00:00+08:00" },
    ]);
    expect(expires, "the company's own maximum, assumed").toEqual({
      at: "2027-03-29T00:00:00+08:00",
      how: "anonymise",
    });
  });

  test("a hold is put by the officer alone, and released by them", async () => {
    const path = `/cases/${held.caseId}/holds`;
    expect(codeOf(await demo.as("office").post(path, { reason: "a suit" }))).toMatchObject({
      status: 403,
      code: "not-your-role",
    });
    const { holds } = KeepingReply.parse(must(await officer().post(path, { reason: "a suit" }), 200).body);
    expect(holds).toMatchObject([{ hold: "hold-1", reason: "a suit" }]);
    expect(codeOf(await officer().post(`${path}/hold-7/release`, { reason: "x" }))).toMatchObject({
      status: 404,
      code: "unknown-hold",
    });
    expect((await keepingOf(held)).expires, "nothing goes by itself").toBeUndefined();
  });

  test("the last second before is too early, for people", async () => {
    await demo.until("2027-02-28T23:59:50+08:00");
    const refused = codeOf(await erase(filed));
    expect(refused).toMatchObject({ status: 409, code: "kept-until", rules: ["COU-09"] });
    expect(refused.title).toContain("28 Feb 2027 24:00");
    expect(await demo.invoke("erasure.schedule", {})).toMatchObject({ woken: 0 });
    expect((await exported(demo, filed.caseId, "serviceCentre")).text).toContain("沈静澜");
  });

  test("then the person is erased: no word, no photo and no position is left anywhere, and the chain still holds", async () => {
    await demo.until("2027-03-01T00:00:00+08:00");
    const before = await exported(demo, filed.caseId, "serviceCentre");
    const evidence = bucketOf(demo, "BucketsEvidence");
    for (const key of keys(filed)) expect(await evidence.read(key), key).toBeDefined();
    const { erasure } = KeepingReply.parse(must(await erase(filed), 200).body);
    expect(erasure).toMatchObject({ orderedAt: expect.stringContaining("2027-03-01T00:00") });
    await demo.pass("1 hour");
    expect((await keepingOf(filed)).erasure?.doneAt, "within the hour").toContain("2027-03-01T0");

    const rows = JSON.stringify((await demo.items()).filter(({ pk }) => pk.includes(filed.caseId)));
    const { text, file: after } = await exported(demo, filed.caseId, "serviceCentre");
    for (const secret of [...SECRETS, "REASON-", "NOTE-", "freight"]) {
      expect(rows, secret).not.toContain(secret);
      expect(text, secret).not.toContain(secret);
    }
    for (const key of keys(filed)) expect(await evidence.read(key), key).toBeUndefined();
    evidence.close();

    expect(audit("verify", { text }).said).toMatchObject({ holds: true });
    expect(after.events.slice(0, before.file.events.length).map(({ link }) => link)).toEqual(
      before.file.events.map(({ link }) => link),
    );
    const view = await demo.as("serviceCentre").see(filed);
    expect(view.facts).toMatchObject({ kind: "complaint", category: "1", serviceClass: "same-city" });
    expect([view.state.id, view.number, view.contact.name]).toEqual(["CLOSED", filed.number, ""]);
    expect(view.timeline.at(-1)?.what).toBe("Personal data erased");
    const tracking = await demo.ask("GET", `/v1/${demo.org}/cases/${filed.caseId}/tracking`, {
      token: filed.trackingToken,
    });
    expect(tracking.status, "the link of a person who is gone opens nothing").toBe(403);
  });

  test("asked again it changes nothing; a hold comes too late", async () => {
    const { file: before } = await exported(demo, filed.caseId, "serviceCentre");
    must(await erase(filed), 200);
    expect(await demo.invoke("erasure.schedule", {})).toMatchObject({ failed: 0 });
    expect((await exported(demo, filed.caseId, "serviceCentre")).file.head).toBe(before.head);
    expect(codeOf(await officer().post(`/cases/${filed.caseId}/holds`, { reason: "late" })).code).toBe(
      "erasure-ordered",
    );
  });

  test("legal hold wins: over people, and over the company's own maximum", async () => {
    expect(codeOf(await erase(held))).toMatchObject({ status: 409, code: "on-hold" });
    await demo.until("2027-03-30T00:00:00+08:00");
    expect((await exported(demo, held.caseId, "serviceCentre")).text).toContain("沈静澜");
    must(await officer().post(`/cases/${held.caseId}/holds/hold-1/release`, { reason: "it is over" }), 200);
    await demo.pass("2 hours");
    const { text, file: gone } = await exported(demo, held.caseId, "serviceCentre");
    expect(text).not.toContain("沈静澜");
    expect(gone.events.slice(-2)).toMatchObject([
      { type: "erasureOrdered", why: "expired", by: { kind: "system" } },
      { type: "erased", by: { kind: "system" } },
    ]);
    expect(audit("verify", { text }).said.holds).toBe(true);
  });

  test("the log names nobody", () => {
    for (const secret of SECRETS) expect(demo.logged()).not.toContain(secret);
  });
});
