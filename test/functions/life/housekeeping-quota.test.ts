import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { functionOf, openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-05-06T09:00+08:00", policies: ["housekeeping-claims"] });
});
afterAll(() => demo.close());

const asking = (contractNo: string, feePaidOn = "2026-01-12"): Promise<Filed> =>
  demo.file({
    contact: { name: "Kong Lin", email: "kong@employer.example" },
    category: "3",
    serviceType: "one-off",
    contractNo,
    helperName: "Aunt Sun",
    feePaidOn,
    description: "We do not get along.",
  });
const replace = async (filed: Filed, key?: string) => {
  const headers: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  const path = `/cases/${filed.caseId}/steps/replace-helper`;
  const { status, body } = await demo.as("agency").post(path, { newHelper: "Aunt Zhu" }, headers);
  const { code, rules } = status === 200 ? { code: "replaced", rules: [] } : Problem.parse(body);
  return { status, code, rules };
};
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code).sort();

test("HKC-02 three replacements for a contract in half a year from the payment, a fourth is refused (A-54)", async () => {
  for (let n = 0; n < 3; n += 1) expect((await replace(await asking("C-100"))).status).toBe(200);
  const fourth = await asking("C-100");
  expect(await replace(fourth)).toEqual({ status: 409, code: "quota-reached", rules: ["HKC-02"] });
  expect(await replace(await asking(" c-100 ")), "the same contract, spelt otherwise").toMatchObject({ status: 409 });
  expect((await demo.as("agency").see(fourth)).state.id).toBe("RECEIVED");
  expect((await replace(await asking("C-101"))).status, "another contract has its own").toBe(200);
});

test("a replacement that is sent again is the same one; who may not take the step uses nothing up", async () => {
  const first = await asking("C-200");
  const early = await demo.as("departmentManager").tryStep(first, "replace-helper", { newHelper: "Aunt Zhu" });
  expect(early.status).toBe(403);
  expect((await demo.as("agency").tryStep(first, "replace-helper", {})).status).toBe(400);
  for (const _ of [1, 2, 3]) expect((await replace(first, "once")).status).toBe(200);
  expect(codes([await replace(await asking("C-200")), await replace(await asking("C-200"))])).toEqual([
    "replaced",
    "replaced",
  ]);
  expect((await replace(await asking("C-200"))).code).toBe("quota-reached");
});

test("of five who are replaced at the same moment three are", async () => {
  const all = [];
  for (let n = 0; n < 5; n += 1) all.push(await asking("C-300"));
  expect(codes(await Promise.all(all.map((one) => replace(one))))).toEqual([
    "quota-reached",
    "quota-reached",
    "replaced",
    "replaced",
    "replaced",
  ]);
});

test("killed after it was done, and sent again: it counts once", async () => {
  const { id } = functionOf(demo.stack, "cases.http");
  const [one, two, three] = [await asking("C-400"), await asking("C-400"), await asking("C-400")];
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, kill: "after" } }), 200);
  const path = `/cases/${one.caseId}/steps/replace-helper`;
  const lost = await demo.as("agency").post(path, { newHelper: "Aunt Zhu" }, { "idempotency-key": "lost" });
  expect(lost.status).toBe(500);
  expect((await replace(one, "lost")).status).toBe(200);
  expect(codes([await replace(two), await replace(three)])).toEqual(["replaced", "replaced"]);
  expect((await replace(await asking("C-400"))).code).toBe("quota-reached");
});

test("the half-year ends with its last day, rolled in favour of the employer (A-74); no replacement comes after it", async () => {
  await demo.until("2026-07-13T23:50+08:00"); // paid on 12 January: Sunday 12 July rolls to the Monday
  expect((await replace(await asking("C-500"))).status).toBe(200);
  await demo.until("2026-07-14T00:01+08:00");
  expect(await replace(await asking("C-500"))).toEqual({ status: 409, code: "quota-over", rules: ["HKC-02"] });
  expect((await replace(await asking("C-501", "2026-01-14"))).status).toBe(200);
});
