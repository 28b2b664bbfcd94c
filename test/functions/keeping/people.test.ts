import { afterAll, beforeAll, expect, test } from "vitest";
import { CampaignView } from "../../../shared/api/campaigns.ts";
import { CustomerList } from "../../../shared/api/customers.ts";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { VisitView } from "../../../shared/api/visiting.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { answerAs, askEverybody, EVERYWHERE, type Known, linkOf, listCustomers, visitAs } from "./asked.ts";
import { closeBy, complaintOf } from "./courier.ts";
import { bucketOf } from "./proof.ts";

/** D-06: who asks to be forgotten is forgotten by surveys, visits and lists too. */
let demo: TestStack;
let campaignId: string;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: EVERYWHERE });
  await listCustomers(demo, [SHEN, LUO, BAI]);
  campaignId = await askEverybody(demo, "2026-10-12");
  for (const one of [SHEN, LUO, BAI]) await answerAs(demo, one);
  await visitAs(demo, "P-1", SHEN);
  await visitAs(demo, "P-2", LUO);
  await visitAs(demo, "P-3", BAI);
});
afterAll(() => demo.close());

const SHEN: Known = { name: "Shen Jinglan", email: "Shen@homes.example", phone: "139 5711 2233" };
const LUO: Known = { name: "Luo Yizhou", email: "luo@homes.example", phone: "13800001111" };
const BAI: Known = { name: "Bai Ruo", email: "bai@homes.example", phone: "13700002222" };

const officer = () => demo.as("privacyOfficer");
const order = async (person: object) =>
  PersonErasureReply.parse(must(await officer().post("/erasures", { ...person, reason: "REASON" }), 200).body);
const look = async (erasure: string) => {
  const all: PersonErasureReply[] = [];
  for (let at: string | undefined = ""; at !== undefined; at = all.at(-1)?.cursor && `?cursor=${all.at(-1)?.cursor}`)
    all.push(PersonErasureReply.parse(must(await officer().get(`/erasures/${erasure}${at}`), 200).body));
  const last = all.at(-1) ?? expect.unreachable("a page at least");
  return { ...last, others: all.flatMap(({ others }) => others) };
};
const figures = async () =>
  CampaignView.parse(must(await demo.as("management").get(`/campaigns/${campaignId}?figures=now`), 200).body).figures;
const stored = async () => JSON.stringify(await demo.items());

test("by a telephone number goes the row, the object's contact, the visit's words, and the invitation to their address", async () => {
  const before = await figures();
  const ordered = await order({ phone: "+86 139-5711-2233" });
  expect(ordered, "nothing but cases is touched by the interface").toMatchObject({ stage: "customers", others: [] });
  expect(ordered.doneAt).toBeUndefined();
  expect(ordered.stays.map(({ what }) => what)).toContain("addresses");
  await demo.pass("2 hours");
  const done = await look(ordered.erasure);
  expect(done).toMatchObject({ doneAt: expect.any(String), erased: 3, left: 0 });
  expect(done.others.map(({ of, campaignId: asked, objectId }) => [of, asked ?? objectId])).toEqual([
    ["customer", undefined],
    ["visited", "P-1"],
    ["invitation", campaignId],
  ]);
  const rows = await stored();
  for (const said of ["Shen", "shen@", "5711 2233", "57112233", "of Shen", "REASON"])
    expect(rows, said).not.toContain(said);
  expect(await figures(), "what was answered by number still counts").toEqual(before);
  const { items } = CustomerList.parse(must(await demo.as("management").get("/customers"), 200).body);
  expect(items.map(({ name }) => name).sort()).toEqual([BAI.name, LUO.name]);
});

test("the visit stands as made, by whom of the staff and when; the object goes on being visited, without anybody's name", async () => {
  const visit = must(await demo.as("customerService").get("/visited/P-1/visits/2026-10-30-1.project-visit"), 200);
  expect(VisitView.parse(visit.body)).toMatchObject({
    state: "DONE",
    whom: "",
    answers: { visitedOn: "2026-10-12" },
    object: { title: "P-1" },
  });
  expect(visit.text).not.toContain("OPINION");
  await demo.pass("1 day");
  expect(must(await demo.as("customerService").get("/visited/P-1/visits"), 200).text).toContain(
    "2026-11-30-1.project-visit",
  );
});

test("their link opens nothing and takes nothing more; nobody reminds them", async () => {
  const link = await linkOf(demo, SHEN);
  expect((await demo.ask("GET", link)).status).toBe(404);
  const again = await demo.ask("POST", link, {
    body: "score.overall=1&comment=Shen",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(again.status).toBe(404);
  expect((await demo.ask("GET", await linkOf(demo, LUO))).status, "another's does").toBe(200);
});

test("others are as they were", async () => {
  const rows = await stored();
  for (const { name, email, phone } of [LUO, BAI])
    for (const said of [`OPINION of ${name}`, `NOTE on ${name}`, email, phone]) expect(rows, said).toContain(said);
});

test("a hold on a case of theirs keeps all that is theirs, and says so", async () => {
  const filed = await demo.file(complaintOf(LUO, "a parcel"));
  await closeBy(demo, filed);
  must(await officer().post(`/cases/${filed.caseId}/holds`, { reason: "a suit" }), 200);
  await demo.pass("2 minutes");
  const { erasure, cases } = await order({ email: LUO.email });
  expect(cases).toMatchObject([{ is: "kept", code: "on-hold" }]);
  await demo.pass("2 hours");
  const done = await look(erasure);
  expect(done).toMatchObject({ doneAt: expect.any(String), erased: 0, left: 4 });
  expect(new Set(done.others.map(({ is, code }) => `${is} ${code}`))).toEqual(new Set(["kept on-hold"]));
  const rows = await stored();
  for (const said of [`OPINION of ${LUO.name}`, `NOTE on ${LUO.name}`]) expect(rows).toContain(said);
  must(await officer().post(`/cases/${filed.caseId}/holds/hold-1/release`, { reason: "over" }), 200);
  const again = await order({ email: LUO.email });
  await demo.pass("2 hours");
  expect(await look(again.erasure)).toMatchObject({ ordered: 1, erased: 3, left: 0 });
  for (const said of ["Luo", "luo@", "13800001111"]) expect(await stored(), said).not.toContain(said);
});

test("mails of theirs that belong to no case lie aside until they are forgotten; none stays where it came in", async () => {
  const evidence = bucketOf(demo, "BucketsEvidence");
  const send = (from: string, words: string) =>
    demo.drop(
      Buffer.from(`From: ${from}\r\nTo: service@demo-doors.example\r\nX-SES-Virus-Verdict: FAIL\r\n\r\n${words}`),
    );
  await send(BAI.email, "first");
  await send(BAI.email.toUpperCase(), "second");
  await send("else@homes.example", "another's");
  await demo.settled();
  expect(await evidence.keys("aside/")).toHaveLength(3);
  expect(await evidence.keys("incoming/")).toEqual([]);
  const { erasure } = await order({ phone: BAI.phone });
  await demo.pass("2 hours");
  expect((await look(erasure)).others.map(({ of }) => of)).toEqual(["customer", "visited", "invitation", "mail"]);
  expect(await evidence.keys("aside/"), "another's stays").toHaveLength(1);
  evidence.close();
});

test("nobody but who looks after data orders it", async () => {
  for (const role of ["management", "customerService"])
    expect(told(await demo.as(role).post("/erasures", { email: LUO.email, reason: "x" }))).toEqual([
      403,
      "not-your-role",
    ]);
});
