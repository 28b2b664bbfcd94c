import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { TakeReply } from "../../../shared/api/taking.ts";
import { must } from "../../stack/call.ts";
import { clockOf, endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Doors; machines, where every employee of the branch takes complaints; calls, where only agents do; and one that takes none. */
const DOORS = "door-factory-after-sales";
const MACHINES = "machinery-complaints";
const CALLS = "call-center-service";
const SILENT = "service-incentive";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: [DOORS, MACHINES, CALLS, SILENT] });
});
afterAll(() => demo.close());

const late = {
  dealerName: "Linjiang Doors",
  orderNo: "SO-2026-0298",
  productLine: "gate",
  category: "2-1",
  description: "The handle is of another colour.",
};
const machine = { object: "product", model: "RX-9 press", description: "It stops after an hour." };
const taken = async (sub: string, body: unknown, policy = DOORS) =>
  TakeReply.parse(must(await demo.as(sub).tryTake(body, { policy }), 201).body);
const refused = async (sub: string, body: unknown, policy = DOORS) => {
  const { status, body: problem } = await demo.as(sub).tryTake(body, { policy });
  const { code, fields = [] } = Problem.parse(problem);
  return [status, code, fields.map(({ path }) => path)];
};

describe("a letter that lay on a desk since Friday", () => {
  test("counts from its receipt, and both dates stay", async () => {
    const filed = await taken("afterSales", {
      channel: "letter",
      receivedAt: "2026-03-06T16:30:00+08:00",
      contact: { name: "Chen Yiming", address: "12 Riverside Road, Linjiang" },
      fields: late,
    });
    expect(filed.trackingToken, "nobody could be told the link").toBeUndefined();
    const seen = await demo.as("afterSales").see(filed);
    expect(seen.receivedAt).toBe("2026-03-06T16:30:00+08:00");
    expect(seen.taken).toMatchObject({
      channel: { id: "letter", says: "Letter" },
      recordedAt: expect.stringContaining("2026-03-10T09:3"),
      firstContact: { sub: "afterSales", name: "afterSales" },
    });
    expect(clockOf(seen, "plan")).toMatchObject({ startAt: "2026-03-06T16:30:00+08:00", due: endOf("2026-03-12") });
    expect(seen.contact).toEqual({ name: "Chen Yiming", address: "12 Riverside Road, Linjiang" });
    await demo.pass("2 minutes");
    const { mails } = await demo.as("afterSales").see(filed);
    expect(mails.find(({ to, template }) => to === "reporter" && template === "acknowledgement")).toMatchObject({
      state: "notSent",
      detail: "the reporter gave no e-mail address",
    });
  });

  test.each([
    ["tomorrow", { receivedAt: "2027-03-11T09:00:00+08:00" }, "/receivedAt"],
    ["a day that is none", { receivedAt: "2026-02-30T09:00:00+08:00" }, "/receivedAt"],
    ["no way at all", { channel: "pigeon" }, "/channel"],
    ["the customer's own form", { channel: "web" }, "/channel"],
    ["an authority without its name", { channel: "authority" }, "/source"],
    ["nothing to reach the customer by", { contact: { name: "Chen Yiming" } }, "/contact"],
    ["nobody's name", { firstContact: { name: " " } }, "/firstContact/name"],
    ["a field that the form requires", { fields: { ...late, orderNo: undefined } }, "/fields/orderNo"],
    ["a field that the form does not have", { fields: { ...late, hurry: true } }, "/fields/hurry"],
  ])("refused: %s", async (_why, over, path) => {
    const before = await demo.items();
    const body = { channel: "phone", contact: { name: "Chen Yiming", phone: "13900000000" }, fields: late, ...over };
    expect(await refused("afterSales", body)).toEqual([400, "bad-fields", [path]]);
    expect(await demo.items(), "nothing is half stored").toEqual(before);
  });
});

describe("who may take a matter in", () => {
  const call = { channel: "phone", contact: { name: "Lu Min", phone: "13900000001" } };

  test("any employee, where every employee accepts complaints, and stays on the case by name (MCH-16)", async () => {
    const filed = await taken("clerk", { ...call, fields: machine }, MACHINES);
    expect(filed).toMatchObject({ kind: { id: "complaint" }, trackingPage: expect.stringContaining("/case/") });
    const seen = await demo.as("afterSalesAdministrator").see(filed);
    expect(seen.taken?.firstContact).toEqual({
      sub: "clerk",
      name: "clerk",
      role: "Employee of the sales branch",
    });
    expect(seen.timeline[0]?.who).toBe("clerk (Employee of the sales branch)");
    const shown = JSON.stringify(await demo.tracking({ ...filed, trackingToken: filed.trackingToken ?? "" }));
    expect(shown).not.toContain("clerk");
  });

  test("whoever writes it down names who was asked first", async () => {
    const body = { ...call, channel: "visit", firstContact: { name: "Zhou Xiao" }, fields: machine };
    const filed = await taken("afterSalesAdministrator", body, MACHINES);
    const seen = await demo.as("afterSalesAdministrator").see(filed);
    expect(seen.taken?.firstContact).toEqual({ name: "Zhou Xiao", role: "Employee of the sales branch" });
  });

  test("only roles of the regulation, where it does not say so", async () => {
    const fields = { kind: "enquiry", description: "Is the hall open?" };
    expect(await refused("clerk", { ...call, fields }, CALLS)).toEqual([403, "not-your-role", []]);
    expect((await taken("agent", { ...call, fields }, CALLS)).kind).toEqual({ id: "enquiry", says: "Enquiry" });
  });

  test("another company's people never", async () => {
    expect(await refused("stranger", { ...call, fields: machine }, MACHINES)).toEqual([403, "not-a-member", []]);
  });
});

test("what a route needs is recorded before anybody is given the case by it (MCH-20)", async () => {
  const { caseId } = await taken(
    "clerk",
    { channel: "visit", contact: { name: "Lu Min", phone: "13900000001" }, fields: machine },
    MACHINES,
  );
  await demo.as("afterSalesAdministrator").step({ caseId }, "register", { outsideOffice: false });
  const manager = demo.as("branchManager");
  const give = () => manager.post(`/cases/${caseId}/assignments`, { route: "other-work", role: "afterSalesStaff" });
  const need = `/cases/${caseId}/routes/other-work/needs/1`;
  const early = await give();
  expect([early.status, early.body]).toMatchObject([
    409,
    { code: "route-needs", title: "needed first: Manufacturing supplies the staff", rules: ["MCH-20"] },
  ]);
  expect((await manager.see({ caseId })).acts.find(({ act }) => act === "recordNeed")).toMatchObject({ allowed: true });
  expect((await demo.as("finance").post(need, { text: "x" })).status).toBe(403);
  must(await manager.post(need, { text: "Two fitters from Monday, says the production section." }), 200);
  expect((await manager.post(need, { text: "again" })).status).toBe(409);
  must(await give(), 200);
  const seen = await manager.see({ caseId });
  expect(seen.routing).toMatchObject({
    responsible: { sub: "clerk" },
    assignments: [{ to: "After-sales staff", state: "waiting" }],
    needs: [{ need: "Manufacturing supplies the staff", by: "branchManager" }],
  });
});

test("AS-129 a regulation without intake takes nothing in for anybody, and says which do", async () => {
  const body = { channel: "phone", contact: { name: "Lu Min", phone: "13900000001" }, fields: {} };
  const answer = await demo.as("afterSales").tryTake(body, { policy: SILENT });
  const { code, policies = [] } = Problem.parse(must(answer, 409).body);
  expect([code, policies.map(({ id }) => id)]).toEqual(["policy-has-no-intake", [DOORS, MACHINES, CALLS]]);
});

test("the same call written down twice under one key is one case", async () => {
  const body = { channel: "phone", contact: { name: "Lu Min", phone: "13900000001" }, fields: machine };
  const [one, two] = await Promise.all(
    [1, 2].map(() => demo.as("clerk").tryTake(body, { policy: MACHINES, key: "call-17" })),
  );
  expect(TakeReply.parse(must(one ?? expect.unreachable(), 201).body)).toEqual(two?.body);
  const other = await demo.as("clerk").tryTake({ ...body, channel: "visit" }, { policy: MACHINES, key: "call-17" });
  expect([other.status, other.body]).toMatchObject([422, { code: "key-reused" }]);
});
