import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileReply } from "../../../shared/api/bodies.ts";
import { PersonErasureReply } from "../../../shared/api/erasures.ts";
import { CaseList } from "../../../shared/api/list-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { COURIER, closeBy, complaintOf, workByCourier } from "./courier.ts";
import { audit, exported } from "./proof.ts";

/** D-06: one person asks for their data to be erased, in whatever cases it is. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-27T09:00+08:00", policies: [COURIER, BUSES] });
  await workByCourier(demo, "anonymise");
});
afterAll(() => demo.close());

/** A form of theirs asks for the telephone number of whoever is at the bus. */
const BUSES = "bus-maker-after-sales";
const breakdown = {
  contact: { name: "高远", email: "gao@coach.example", phone: "+86 571 5550 0177" },
  fault: "body",
  busModel: "RX-12",
  serialNo: "LRX1200026",
  address: "Coach depot, Linjiang",
  phone: "13957112233",
  contactPerson: "沈静澜",
  description: "The rear door does not close.",
};

const SHEN = { name: "沈静澜", email: "Shen@Sender.example", phone: "139 5711 2233" };
const officer = () => demo.as("privacyOfficer");
const REASON = "REASON-written request of 27 February";

const order = (person: object, key?: string, reason = REASON) =>
  officer().post("/erasures", { ...person, reason }, key === undefined ? {} : { "idempotency-key": key });
const ordered = async (person: object, key?: string) =>
  PersonErasureReply.parse(must(await order(person, key), 200).body);
const look = async (erasure: string, cursor?: string) => {
  const more = cursor === undefined ? "" : `?cursor=${cursor}`;
  return PersonErasureReply.parse(must(await officer().get(`/erasures/${erasure}${more}`), 200).body);
};
const problemIn = ({ status, body }: { status: number; body: unknown }) => {
  const { code, fields } = Problem.parse(body);
  return { status, code, fields: fields?.map((one) => `${one.path} ${one.code}`) };
};
const found = async (q: string) => {
  const { body } = must(await demo.as("serviceCentre").get(`/cases/search?q=${encodeURIComponent(q)}`), 200);
  return CaseList.parse(body).items.map(({ caseId }) => caseId);
};
const whole = async ({ caseId }: Filed) => (await exported(demo, caseId, "serviceCentre")).text;

describe("a person with cases of every kind", () => {
  const cases: Record<"mine" | "byPhone" | "open" | "held" | "settled" | "other" | "bus", Filed> = {} as never;
  let first: PersonErasureReply;
  let headBefore: string;

  beforeAll(async () => {
    const of = (contact: Record<string, string>, text: string) => demo.file(complaintOf(contact, text));
    cases.mine = await of(SHEN, "PARCEL-ring is late");
    cases.byPhone = await of({ name: "沈女士", email: "other@sender.example", phone: "+86 139-5711-2233" }, "x");
    cases.open = await of(SHEN, "still open");
    cases.held = await of(SHEN, "before a court");
    cases.settled = await of(SHEN, "kept by the ledger");
    cases.other = await of(
      { name: "罗一舟", email: "luo@sender.example", phone: "13800001111" },
      "my neighbour shen@sender.example, 13957112233, has the same PARCEL-ring",
    );
    const { open: _open, ...closed } = cases;
    const bus = await demo.ask("POST", `/v1/${demo.org}/cases?policy=${BUSES}`, { body: breakdown });
    cases.bus = FileReply.parse(must(bus, 201).body);
    for (const one of Object.values(closed)) await closeBy(demo, one);
    await demo.as("originCompany").step(cases.settled, "settle");
    must(await officer().post(`/cases/${cases.held.caseId}/holds`, { reason: "a suit" }), 200);
    await demo.pass("2 hours"); // letters and words are done
    headBefore = (await exported(demo, cases.mine.caseId, "serviceCentre")).file.head;
  });

  test("only who looks after data orders it or sees what came of it", async () => {
    for (const role of ["office", "serviceCentre", "leadingGroup"]) {
      const staff = demo.as(role);
      expect(problemIn(await staff.post("/erasures", { email: SHEN.email, reason: REASON }))).toMatchObject({
        status: 403,
        code: "not-your-role",
      });
      expect(problemIn(await staff.get(`/erasures/erasure_${"0".repeat(26)}`)).code).toBe("not-your-role");
    }
    expect(problemIn(await officer().get(`/erasures/erasure_${"0".repeat(26)}`))).toMatchObject({
      status: 404,
      code: "unknown-erasure",
    });
  });

  test.each([
    ["nobody", {}, ["/email one-of"]],
    ["two at once", { email: SHEN.email, phone: SHEN.phone }, ["/email one-of"]],
    ["no address", { email: "shen" }, ["/email bad-email"]],
    ["no number", { phone: "12" }, ["/phone bad-phone"]],
  ])("%s is refused by field, and nothing is stored", async (_why, person, fields) => {
    const before = (await demo.items()).length;
    expect(problemIn(await order(person))).toEqual({ status: 400, code: "bad-fields", fields });
    expect(await demo.items()).toHaveLength(before);
  });

  test("nor may the reason keep what the order does not", async () => {
    const named = { status: 400, code: "bad-fields", fields: ["/reason names-the-person"] };
    expect(problemIn(await order({ phone: SHEN.phone }, undefined, "called from +86 139-5711-2233"))).toEqual(named);
    expect(problemIn(await order({ email: SHEN.email }, undefined, "wrote from SHEN@sender.example"))).toEqual(named);
  });

  test("each case of that address is ordered or kept, with the rule that keeps it", async () => {
    first = await ordered({ email: "shen@sender.example" }, "shen-1");
    const told = Object.fromEntries(
      first.cases.map(({ caseId = "", is, code, rules }) => [caseId, { is, code, rules }]),
    );
    expect(told).toEqual({
      [cases.mine.caseId]: { is: "ordered", code: undefined, rules: undefined },
      [cases.open.caseId]: { is: "kept", code: "case-open", rules: [] },
      [cases.held.caseId]: { is: "kept", code: "on-hold", rules: [] },
      [cases.settled.caseId]: { is: "kept", code: "kept-until", rules: ["COU-09"] },
    });
    expect(first).toMatchObject({ ordered: 1, kept: 3, stage: "customers" });
    const kept = first.cases.find(({ caseId }) => caseId === cases.settled.caseId);
    expect(kept?.says).toContain("it must be kept until 27 Feb 2027 24:00");
    expect(await whole(cases.mine), "only ordered: the schedule carries it out").toContain("沈静澜");
  });

  test("the same again is the same order; the same key for somebody else is refused", async () => {
    expect(await ordered({ email: "shen@sender.example" }, "shen-1")).toEqual(first);
    expect(problemIn(await order({ email: "luo@sender.example" }, "shen-1"))).toMatchObject({
      status: 422,
      code: "key-reused",
    });
    const { timeline } = await demo.as("serviceCentre").see(cases.mine);
    expect(timeline.filter(({ what }) => what === "Erasure of personal data ordered")).toHaveLength(1);
  });

  test("another spelling of the number finds the cases of the number", async () => {
    const byPhone = await ordered({ phone: "13957112233" });
    const told = byPhone.cases.map(({ caseId, is }) => [caseId, is]);
    expect(told).toContainEqual([cases.byPhone.caseId, "ordered"]);
    expect(told.map(([caseId]) => caseId)).not.toContain(cases.other.caseId);
    expect([byPhone.ordered, byPhone.kept]).toEqual([2, 4]);
    expect(
      byPhone.cases.find(({ caseId }) => caseId === cases.bus.caseId),
      "a case in which they are named is somebody else's",
    ).toMatchObject({ policy: BUSES, is: "kept", code: "not-the-contact" });
  });

  test("within the hour those that were ordered are erased, each case says by which order, and the chain holds", async () => {
    await demo.pass("1 hour");
    for (const one of [cases.mine, cases.byPhone]) {
      const { text, file } = await exported(demo, one.caseId, "serviceCentre");
      for (const said of ["沈", "shen@", "57112233", "5711 2233", "PARCEL", "REASON-"])
        expect(text, said).not.toContain(said);
      expect(audit("verify", { text }).said).toMatchObject({ holds: true });
      expect(file.events.map(({ type }) => type).slice(-2)).toEqual(["erasureOrdered", "erased"]);
    }
    const { text, file } = await exported(demo, cases.mine.caseId, "serviceCentre");
    expect(text).toContain(first.erasure);
    expect(file.events.at(-3)?.link, "what went before is the same chain").toBe(headBefore);
    const view = await demo.as("serviceCentre").see(cases.mine);
    expect([view.number, view.facts.category, view.state.id]).toEqual([cases.mine.number, "1", "CLOSED"]);
  });

  test("once it is through the order keeps neither address nor number nor the reason", async () => {
    const rows = JSON.stringify((await demo.items()).filter(({ pk }) => pk.includes("#ERASURE#")));
    expect(rows).toContain(first.erasure);
    for (const said of ["shen", "Shen", "57112233", "5711 2233", "沈", "REASON-"])
      expect(rows, said).not.toContain(said);
  });

  test("those that are kept, and the case of somebody else who names the person, are untouched", async () => {
    for (const one of [cases.open, cases.held, cases.settled]) expect(await whole(one)).toContain("沈静澜");
    const other = await whole(cases.other);
    expect(other).toContain("shen@sender.example, 13957112233");
    expect(other).not.toContain("erasureOrdered");
    const bus = must(await demo.as("serviceTeam").get(`/cases/${cases.bus.caseId}`), 200).text;
    for (const said of ["13957112233", "沈静澜", "gao@coach.example"]) expect(bus, said).toContain(said);
  });

  test("what is erased is found by nothing any more; what is kept still is", async () => {
    const gone: string[] = [cases.mine.caseId, cases.byPhone.caseId];
    for (const q of ["shen@sender.example", "13957112233", "沈静澜", "WAYBILL-77", "PARCEL-ring", "is late"]) {
      expect(
        (await found(q)).filter((id) => gone.includes(id)),
        q,
      ).toEqual([]);
    }
    expect(await found("shen@sender.example")).toContain(cases.settled.caseId);
    expect(await found(cases.mine.number), "its number is no secret").toEqual([cases.mine.caseId]);
    const places = (await demo.items()).filter(
      ({ pk, sk }) => pk.includes("#WORD#") && gone.some((id) => sk.includes(id)),
    );
    expect(places).toEqual([]);
  });

  test("asked anew when nothing keeps them any more, the others go too; what was erased is not found again", async () => {
    must(await officer().post(`/cases/${cases.held.caseId}/holds/hold-1/release`, { reason: "over" }), 200);
    await demo.until("2027-02-28T00:00:00+08:00");
    const again = await ordered({ email: SHEN.email });
    expect(again.cases.map(({ caseId, is, code }) => [caseId, is, code])).toEqual([
      [cases.settled.caseId, "ordered", undefined],
      [cases.held.caseId, "ordered", undefined],
      [cases.open.caseId, "kept", "case-open"],
    ]);
  });

  test("the log names nobody", () => {
    for (const said of ["shen@", "Shen@", "57112233", "5711 2233", "沈", "REASON-"])
      expect(demo.logged()).not.toContain(said);
  });
});

describe("a person with more cases than one request goes through", () => {
  const MANY = 55;
  const GU = { name: "顾南", email: "gu@sender.example", phone: "13911112222" };

  test("the schedule goes on where the request stopped, though it is killed and everything comes twice", async () => {
    const closed: Filed[] = [];
    for (let n = 0; n < 2; n += 1) closed.push(await demo.file(complaintOf(GU, `GU-${n}`)));
    for (const one of closed) await closeBy(demo, one);
    for (let n = 2; n < MANY; n += 1) await demo.file(complaintOf(GU, `GU-${n}`));
    await demo.pass("2 minutes");

    const faulty = (start: string, fault: object) => {
      const id = [...demo.stack.functions.keys()].find((one) => one.startsWith(start));
      return demo.ask("PUT", "/_local/faults", { body: { function: id, ...fault } });
    };
    must(await faulty("PrivacyHttp", { kill: "after" }), 200);
    expect((await order({ phone: GU.phone }, "gu")).status, "nobody hears the answer").toBeGreaterThanOrEqual(500);
    const begun = await ordered({ phone: GU.phone }, "gu");
    expect(begun).toMatchObject({ ordered: 0, kept: 25 });
    expect(begun.doneAt).toBeUndefined();
    expect(begun.cases).toHaveLength(25);

    must(await faulty("ErasureSchedule", { twice: true }), 200);
    await demo.pass("2 hours");
    must(await demo.ask("DELETE", "/_local/faults"), 200);
    const ended = await look(begun.erasure);
    expect(ended).toMatchObject({ ordered: 2, kept: MANY - 2, doneAt: expect.any(String) });

    const all = [...ended.cases];
    for (let { cursor } = ended; cursor !== undefined; ) {
      const page = await look(begun.erasure, cursor);
      all.push(...page.cases);
      cursor = page.cursor;
    }
    expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(MANY);
    expect(
      all
        .filter(({ is }) => is === "ordered")
        .map(({ caseId }) => caseId)
        .sort(),
    ).toEqual(closed.map(({ caseId }) => caseId).sort());
    for (const one of closed) {
      const { text, file } = await exported(demo, one.caseId, "serviceCentre");
      expect(text).not.toContain("顾南");
      expect(file.events.map(({ type }) => type).filter((type) => type.startsWith("eras"))).toEqual([
        "erasureOrdered",
        "erased",
      ]);
    }
  });
});
