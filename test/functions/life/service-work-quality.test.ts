import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-10T09:30+08:00", policies: ["service-work-quality"] });
});
afterAll(() => demo.close());

const contact = { name: "Gao Yuan", email: "gao@customer.example" };
const complaint = { contact, kind: "complaint", category: "1", description: "Nobody was at the counter." };

test("AS-122 a complaint is received, verified, handled and fed back, in this order", async () => {
  const filed = await demo.file(complaint);
  const desk = demo.as("customerService");
  const refused = async (step: string, answers: unknown, first: RegExp) => {
    const { status, body } = await desk.tryStep(filed, step, answers);
    const { code, title, rules } = Problem.parse(body);
    expect([status, code, rules]).toEqual([409, "wrong-state", ["SWQ-06"]]);
    expect(title).toMatch(first);
  };
  await refused("handle", { result: "A second person at noon." }, /open from: Complaint verified/);
  expect((await desk.see(filed)).next.find(({ step }) => step === "handle")).toMatchObject({ allowed: false });
  await desk.step(filed, "verify", { findings: "The post was empty at noon.", founded: true });
  await desk.step(filed, "handle", { result: "A second person at noon." });
  await refused("close", {}, /open from: Result fed back/);
  await desk.step(filed, "feed-back", { feedback: "We have told the customer by telephone." });
  expect((await desk.step(filed, "close")).state).toMatchObject({ id: "CLOSED", final: true });
});

test("an enquiry is an enquiry, and a visit goes to reception", async () => {
  const enquiry = await demo.file({ contact, kind: "enquiry", description: "When are you open?" });
  const visit = await demo.file({ contact, kind: "visit", description: "To see the chair." });
  expect([enquiry.kind.id, visit.kind.id]).toEqual(["enquiry", "service-request"]);
  expect((await demo.tracking(enquiry)).category).toBeUndefined();
});
