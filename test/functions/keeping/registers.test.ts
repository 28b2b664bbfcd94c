import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { EntryView } from "../../../shared/api/registers.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filledIn, inspecting } from "../inspections/inspect.ts";
import { COURIER, closeBy, complaintOf } from "./courier.ts";

const PARK = "industrial-park-property";
const GAS = "gas-network-after-sales";

/** D-06: who asks to be forgotten is forgotten in registers and by those who inspected what is theirs, too. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T09:30+08:00", policies: [COURIER, PARK, GAS] });
});
afterAll(() => demo.close());

const officer = () => demo.as("privacyOfficer");
const forget = async (person: object) => {
  const asked = await officer().post("/erasures", { ...person, reason: "REASON" });
  const { erasure } = PersonErasureReply.parse(must(asked, 200).body);
  await demo.pass("2 hours");
  const pages: PersonErasureReply[] = [];
  for (
    let at: string | undefined = "";
    at !== undefined;
    at = pages.at(-1)?.cursor && `?cursor=${pages.at(-1)?.cursor}`
  )
    pages.push(PersonErasureReply.parse(must(await officer().get(`/erasures/${erasure}${at}`), 200).body));
  const last = pages.at(-1) ?? expect.unreachable("a page at least");
  return { ...last, others: pages.flatMap(({ others }) => others) };
};
const stored = async () => JSON.stringify(await demo.items());
const at = (policy: string, form: string) => `/registers/${policy}/${form}`;
const enter = async (as: string, policy: string, form: string, answers: object) =>
  EntryView.parse(must(await demo.as(as).post(at(policy, form), { answers }), 201).body);
const see = async (as: string, policy: string, { form, entryId }: EntryView) =>
  EntryView.parse(must(await demo.as(as).get(`${at(policy, form)}/${entryId}`), 200).body);

const paper = (recipient: string) => ({ kind: "晨报", quantity: 2, recipient, keptAtReception: false });
const minutes = (attended: string) => ({
  ...{ heldAt: "2026-10-08T09:00:00+08:00", meeting: "department", attended },
  ...{ lastWeek: "已检修电梯", nextWeek: "巡查空置单元" },
});

describe("by a telephone number", () => {
  let theirs: EntryView;
  let mentioned: EntryView;
  let inspected: string;
  beforeAll(async () => {
    theirs = await enter("reception", PARK, "newspaper-register", paper("沈静兰 139 5711 2233"));
    await enter("reception", PARK, "newspaper-register", paper("罗一舟 13800001111"));
    mentioned = await enter("clerk", PARK, "minutes", minutes("骆平；业户代表沈静兰，+86-139-5711-2233"));
    const contact = { name: "沈静兰", phone: "13957112233" };
    const station = {
      schedule: "station-inspection",
      title: "沈静兰家调压箱",
      contact,
      events: { lastInspected: "2026-10-01" },
    };
    must(await demo.as("inspector").post(`/visited/S-3?policy=${GAS}`, station), 200);
    const people = ["赵启", "钱文"].map((name, n) => ({ name, inCharge: n === 0 }));
    const form = { people, object: "S-3", subject: "沈静兰家" };
    const filed = await inspecting(demo).file("inspector", GAS, filledIn(GAS, "station-inspection", {}, form));
    inspected = filed.inspectionId;
    await demo.pass("3 minutes");
  });

  test("goes what was typed about them, and each text of others that mentions them; figures and the staff's words stay", async () => {
    const done = await forget({ phone: "+86 139-5711-2233" });
    expect(done).toMatchObject({ doneAt: expect.any(String), left: 0 });
    expect(done.others.map(({ of, form, objectId }) => [of, form ?? objectId])).toEqual([
      ["visited", "S-3"],
      ["inspection", undefined],
      ["entry", "minutes"],
      ["entry", "newspaper-register"],
    ]);
    const rows = await stored();
    for (const said of ["沈静兰", "5711 2233", "5711-2233", "57112233", "REASON"])
      expect(rows, said).not.toContain(said);
    const paperNow = await see("reception", PARK, theirs);
    expect(paperNow.given).toEqual({ quantity: 2, keptAtReception: false });
    expect(paperNow).toMatchObject({ state: "COMPLETE", writtenBy: expect.stringMatching(/./), acts: [] });
    expect(paperNow.history.at(-1)?.what).toBe("Personal data erased");
    const minutesNow = await see("clerk", PARK, mentioned);
    expect(minutesNow.given).toMatchObject({ attended: "—", lastWeek: "已检修电梯", nextWeek: "巡查空置单元" });
    const seen = await inspecting(demo).see("inspector", { inspectionId: inspected });
    expect(seen).toMatchObject({ subject: "S-3", outcome: "passed", people: [{ name: "赵启" }, { name: "钱文" }] });
  });

  test("others are as they were, and asked again there is nothing more", async () => {
    expect(await stored()).toContain("罗一舟 13800001111");
    expect(await forget({ phone: "13957112233" })).toMatchObject({ erased: 0, left: 0 });
  });
});

test("COU-09 what is not settled yet, and for a year what is, stays and says by which rule", async () => {
  const cod = { senderData: "白若 13700002222", recipientData: "丁一", amount: "88.00", collectedOn: "2026-10-08" };
  const entry = await enter("courier", COURIER, "cod-ledger", cod);
  const open = await forget({ phone: "13700002222" });
  expect(open.others).toMatchObject([{ of: "entry", is: "kept", code: "entry-open" }]);
  const settled = { answers: { settledOn: "2026-10-08", voucher: "V-1" } };
  must(await demo.as("originCompany").post(`${at(COURIER, "cod-ledger")}/${entry.entryId}/steps/settle`, settled), 200);
  const kept = await forget({ phone: "13700002222" });
  expect(kept.others).toMatchObject([{ of: "entry", is: "kept", code: "kept-until", rules: ["COU-09"] }]);
  expect(await stored()).toContain("白若 13700002222");
});

test("D-11 a hold on a case of theirs keeps their entries, and a regulation's own officer decides on them", async () => {
  const ma = { name: "Ma Lin", email: "ma@homes.example", phone: "13600003333" };
  await enter("reception", PARK, "newspaper-register", paper("马林 ma@homes.example"));
  const filed = await demo.file(complaintOf(ma, "a parcel"));
  await closeBy(demo, filed);
  must(await officer().post(`/cases/${filed.caseId}/holds`, { reason: "a suit" }), 200);
  await demo.pass("2 minutes");
  const held = await forget({ email: ma.email });
  expect(held.others.find(({ of }) => of === "entry")).toMatchObject({ is: "kept", code: "on-hold" });
  must(await officer().post(`/cases/${filed.caseId}/holds/hold-1/release`, { reason: "over" }), 200);
  expect((await forget({ email: ma.email })).others).toMatchObject([{ of: "entry", is: "erased" }]);
  expect(await stored()).not.toContain("马林");
  expect(told(await demo.as("reception").post("/erasures", { email: ma.email, reason: "x" }))[0]).toBe(403);
});

describe("D-11 a legal hold on an entry itself", () => {
  test("keeps it whoever asks, until it is released by whoever looks after data", async () => {
    const entry = await enter("reception", PARK, "newspaper-register", paper("丁一 13500004444"));
    const holds = `${at(PARK, "newspaper-register")}/${entry.entryId}/holds`;
    expect(told(await demo.as("reception").post(holds, { reason: "x" }))).toEqual([403, "not-your-role"]);
    expect(told(await officer().post(holds, { reason: " " }))).toEqual([400, "bad-fields"]);
    const key = { "idempotency-key": "hold-it" };
    for (let twice = 0; twice < 2; twice += 1) must(await officer().post(holds, { reason: "诉讼" }, key), 200);
    const held = await forget({ phone: "13500004444" });
    expect(held.others).toMatchObject([{ of: "entry", is: "kept", code: "on-hold" }]);
    expect(told(await officer().post(`${holds}/hold-2/release`, { reason: "over" }))).toEqual([404, "unknown-hold"]);
    must(await officer().post(`${holds}/hold-1/release`, { reason: "over" }), 200);
    expect(told(await officer().post(`${holds}/hold-1/release`, { reason: "over" }))).toEqual([409, "nothing-to-do"]);
    expect((await forget({ phone: "13500004444" })).others).toMatchObject([{ of: "entry", is: "erased" }]);
    expect(told(await officer().post(holds, { reason: "too late" }))).toEqual([409, "erasure-ordered"]);
  });
});
