import { afterAll, beforeAll, expect, test } from "vitest";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["complaint-handling-norms"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Lin Xiao", email: "lin@customer.example" },
  subject: "Late delivery",
  description: "The parcel came a week late.",
};

/** Restated, confirmed, promised, and a choice of solutions made. */
const prepared = async () => {
  const filed = await demo.file(complaint);
  const agent = demo.as("agent");
  await agent.step(filed, "restate", { mainContent: "A parcel a week late" });
  must(await demo.own(filed, "signatures", { signoff: "restatement-confirmed", name: "Lin Xiao" }), 200);
  await agent.step(filed, "promise", { promisedAt: "2026-11-04T12:00:00+08:00" });
  await agent.step(filed, "prepare-options", { optionOne: "Refund", optionTwo: "Voucher", optionThree: "Both" });
  return { filed, agent };
};

test("AS-86 nothing is carried out before the customer confirms, and another offer needs another confirmation", async () => {
  const { filed, agent } = await prepared();
  await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund of the freight" });
  const early = await agent.tryStep(filed, "carry-out");
  expect(told(early)).toEqual([409, "signature-missing"]);

  const waiting = (await demo.tracking(filed)).signoffs.find(({ signoff }) => signoff === "solution-confirmed");
  expect(waiting).toMatchObject({ state: "waiting", by: [{ id: "customer", signed: false }] });
  expect(waiting?.about.join()).toContain("A refund of the freight");

  const objection = { signoff: "solution-confirmed", reason: "I want the goods instead" };
  must(await demo.own(filed, "objections", objection), 200);
  must(await demo.own(filed, "objections", objection), 200);
  const objected = await agent.see(filed);
  expect(objected.state.id).toBe("OPTIONS_READY");
  expect(objected.timeline.filter(({ what }) => what === "Objected")).toHaveLength(1);

  await demo.pass("1 hour");
  await agent.step(filed, "offer-option", { offered: "option-2", offer: "A voucher" });
  expect(told(await agent.tryStep(filed, "carry-out")), "option 2 is as unconfirmed").toEqual([
    409,
    "signature-missing",
  ]);
  const confirmed = must(await demo.own(filed, "signatures", { signoff: "solution-confirmed", name: "Lin Xiao" }), 200);
  expect(confirmed.text).toContain("Lin Xiao");
  expect(told(await demo.own(filed, "objections", objection)), "what is confirmed stays").toEqual([
    409,
    "already-signed",
  ]);
  expect((await agent.step(filed, "carry-out")).state.id).toBe("EXECUTING");
});

test("a confirmation of the first offer does not count for the second", async () => {
  const { filed, agent } = await prepared();
  await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund" });
  must(await demo.own(filed, "signatures", { signoff: "solution-confirmed", name: "Lin Xiao" }), 200);
  await demo.pass("1 hour");
  await agent.step(filed, "record-objection", { objection: "She rang and changed her mind" });
  await agent.step(filed, "offer-option", { offered: "option-3", offer: "Both" });
  expect(told(await agent.tryStep(filed, "carry-out"))).toEqual([409, "signature-missing"]);
});

test("AS-87 a solved case without a follow-up contact is not archived", async () => {
  const { filed, agent } = await prepared();
  await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund" });
  await agent.act(filed, "signatures", {
    signoff: "solution-confirmed",
    by: "customer",
    name: "Lin Xiao",
    method: "typed",
    remark: "by phone",
  });
  await agent.step(filed, "carry-out");
  expect(told(await agent.tryAct(filed, "visits", { visit: "follow-up", outcome: "done", channel: "phone" }))).toEqual([
    409,
    "nothing-to-do",
  ]);
  await demo.pass("1 hour");
  await agent.step(filed, "mark-solved", { result: "Refunded" });
  expect(told(await agent.tryStep(filed, "archive"))).toEqual([409, "visit-missing"]);

  const call = (over: object) => agent.tryAct(filed, "visits", { visit: "follow-up", channel: "phone", ...over });
  expect(told(await call({ outcome: "done" })), "nobody, and nothing said").toEqual([400, "bad-fields"]);
  expect(told(await call({ outcome: "done", whom: "Lin", opinion: "fine", channel: "home" }))).toEqual([
    400,
    "bad-fields",
  ]);
  must(await call({ outcome: "unreachable" }), 200);
  expect(told(await agent.tryStep(filed, "archive")), "a call that nobody took is no contact").toEqual([
    409,
    "visit-missing",
  ]);
  const seen = await agent.act(filed, "visits", {
    visit: "follow-up",
    outcome: "done",
    channel: "phone",
    whom: "Lin Xiao",
    opinion: "Content with it",
    satisfied: true,
  });
  expect(seen.visits).toMatchObject([
    { state: "done", contacts: { have: 1, need: 1 }, records: [{}, { satisfied: true }] },
  ]);
  expect((await agent.step(filed, "archive")).state.id).toBe("ARCHIVED");
  const own = await demo.tracking(filed);
  expect(JSON.stringify(own)).not.toContain("Content with it");
});

test("the customer objects and confirms on their own page, without scripts, in either language", async () => {
  const { filed, agent } = await prepared();
  await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund <b>soon</b>" });
  const address = new URL(filed.trackingPage).pathname;
  const page = await demo.ask("GET", `${address}?lang=en`);
  expect(page.text).toContain("I do not agree");
  expect(page.text).toContain("A refund &lt;b&gt;soon");
  expect((await demo.ask("GET", `${address}?lang=zh-CN`)).text).toContain("我有异议");
  const send = (typed: Record<string, string>, to = address) =>
    demo.ask("POST", to, { body: new URLSearchParams({ signoff: "solution-confirmed", ...typed }).toString() });

  const back = await send({ word: "object", reason: "Too late" });
  expect([back.status, back.headers.get("location")]).toEqual([303, `${address}?lang=en`]);
  expect((await agent.see(filed)).state.id).toBe("OPTIONS_READY");
  await demo.pass("1 hour");
  await agent.step(filed, "offer-option", { offered: "option-2", offer: "A voucher" });
  expect((await send({ word: "confirm", name: " " })).status, "nobody's name is no signature").toBe(400);
  expect((await send({ word: "confirm", name: "Lin Xiao" })).status).toBe(303);
  const done = await demo.ask("GET", `${address}?lang=en`);
  expect(done.text).toContain("Confirmed");
  expect(done.text).not.toContain("I do not agree");
  expect((await send({ word: "object", reason: "After all not" })).status, "it is confirmed").toBe(409);
  expect((await send({ word: "confirm", name: "X" }, `${address.slice(0, -1)}_`)).status, "another's address").toBe(
    404,
  );
  expect((await agent.step(filed, "carry-out")).state.id).toBe("EXECUTING");
});
