import { afterAll, beforeAll, expect, test } from "vitest";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { CaseList } from "../../../shared/api/list-view.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { COURIER, closeBy, complaintOf, workByCourier } from "./courier.ts";
import { audit, exported } from "./proof.ts";

/** What is left of a case, and of its letters, when its data goes by order or because it has been kept long enough. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-27T09:00+08:00", policies: [COURIER] });
  await workByCourier(demo, "delete");
});
afterAll(() => demo.close());

const SHEN = { name: "沈静澜", email: "shen@sender.example", phone: "13957112233" };
const LUO = { name: "罗一舟", email: "luo@sender.example", phone: "13800001111" };
const found = async (q: string) => {
  const { body } = must(await demo.as("serviceCentre").get(`/cases/search?q=${encodeURIComponent(q)}`), 200);
  return CaseList.parse(body).items.map(({ caseId }) => caseId);
};
const AWAY = { reject: [{ code: "ServiceUnavailable", message: "away", status: 503 }] };
const ASKED = { reason: "asked for in writing" };

/** Closed while the mail service is away: its last letters wait. */
const closedUnheard = async (contact: typeof SHEN): Promise<Filed> => {
  const filed = await demo.file(complaintOf(contact, "PARCEL-ring is late"));
  await demo.pass("2 minutes");
  await demo.mailFaults(AWAY);
  await closeBy(demo, filed);
  await demo.pass("2 minutes");
  return filed;
};

test("letters that wait when a person is erased do not leave, and the record says why; others' letters do", async () => {
  const filed = await closedUnheard(SHEN);
  const other = await closedUnheard(LUO);
  const waiting = (await demo.as("serviceCentre").see(filed)).mails.filter(
    ({ to, state }) => to === "reporter" && state !== "sent",
  );
  expect(waiting.length).toBeGreaterThan(0);
  const before = await demo.mails({ to: SHEN.email });
  const about = (await demo.mails({ about: filed })).length;
  must(await demo.as("privacyOfficer").post("/erasures", { email: SHEN.email, ...ASKED }), 200);
  await demo.pass("2 hours"); // one in which an upload from before the closing may end, and the next
  const { mails, timeline } = await demo.as("serviceCentre").see(filed);
  expect(timeline.at(-1)?.what).toBe("Personal data erased");
  const unsent = mails.filter(({ to, state }) => to === "reporter" && state !== "sent");
  expect(unsent).toHaveLength(waiting.length);
  for (const one of unsent) {
    expect(one).toMatchObject({ state: "notSent", detail: "the recipient's personal data was erased" });
  }
  await demo.mailFaults({});
  await demo.pass("1 day");
  expect(await demo.mails({ to: SHEN.email })).toEqual(before);
  const since = (await demo.mails({ about: filed })).slice(about);
  for (const { subject, text, html } of since) {
    for (const said of Object.values(SHEN)) expect(`${subject}${text}${html}`).not.toContain(said);
  }
  const heard = (await demo.mails({ to: LUO.email, about: other })).length;
  expect(heard, "somebody else's letters only waited").toBeGreaterThan(1);
  expect(audit("verify", { text: (await exported(demo, filed.caseId, "serviceCentre")).text }).said.holds).toBe(true);
});

test("a regulation that deletes leaves nothing of the case, its letters among it, and nothing finds it", async () => {
  const filed = await closedUnheard({ ...SHEN, name: "沈远" });
  await demo.as("originCompany").step(filed, "settle");
  const neighbour = await demo.file(complaintOf(LUO, "PARCEL-ring of the neighbour"));
  await demo.pass("2 minutes");
  const sent = (await demo.mails({ about: filed })).length;
  const erase = () => demo.as("privacyOfficer").post("/erasures", { phone: SHEN.phone, ...ASKED });
  const kept = PersonErasureReply.parse(must(await erase(), 200).body);
  expect(kept.cases).toMatchObject([{ caseId: filed.caseId, is: "kept", code: "kept-until", rules: ["COU-09"] }]);

  await demo.until("2027-03-27T00:00:00+08:00");
  expect((await demo.as("serviceCentre").get(`/cases/${filed.caseId}`)).status, "the day before").toBe(200);
  await demo.until("2027-03-30T00:00:00+08:00");
  expect((await demo.as("serviceCentre").get(`/cases/${filed.caseId}`)).status).toBe(404);
  const tracking = `/v1/${demo.org}/cases/${filed.caseId}/tracking`;
  expect((await demo.ask("GET", tracking, { token: filed.trackingToken })).status).toBe(404);
  const rows = (await demo.items()).filter(({ pk }) => !pk.includes("#ERASURE#"));
  for (const said of [filed.caseId, "沈远", SHEN.email, SHEN.phone]) {
    expect(JSON.stringify(rows), said).not.toContain(said);
  }
  for (const q of [SHEN.email, SHEN.phone, "沈远", filed.number]) expect(await found(q), q).toEqual([]);
  expect(await found("PARCEL-ring")).toContain(neighbour.caseId);
  const { text } = await exported(demo, neighbour.caseId, "serviceCentre");
  expect(text).toContain("罗一舟");
  expect(audit("verify", { text }).said.holds).toBe(true);

  await demo.mailFaults({});
  await demo.pass("1 day");
  expect(await demo.mails({ about: filed })).toHaveLength(sent);
  for (let times = 0; times < 2; times += 1) {
    expect(await demo.invoke("erasure.schedule", {})).toMatchObject({ failed: 0 });
  }
  expect(await found(SHEN.phone)).toEqual([]);
  const again = PersonErasureReply.parse(must(await erase(), 200).body);
  expect(again).toMatchObject({ ordered: 0, kept: 0, cases: [] });
});
