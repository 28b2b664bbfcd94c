import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../../../shared/api/api.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Call, caseCalls, companyCalls, houseCalls, ofNoCase } from "./calls.ts";
import { policyOf, SILENT } from "./matrix.ts";

/** Regulations that take no complaints: nobody has anything to do at a route of theirs, whatever their role. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["door-factory-after-sales", ...SILENT] });
});
afterAll(() => demo.close());

const NOBODY = "case_00000000000000000000000000";

const ask = async (role: string, [method, path, body]: Call) => {
  const staff = demo.as(role);
  return [path, ...told(method === "GET" ? await staff.get(path) : await staff.post(path, body))] as const;
};

test.each(SILENT)("AS-129 %s: every role is told at every route that it takes no complaints", async (id) => {
  for (const { id: role } of policyOf(id).roles) {
    for (const call of companyCalls(`policy=${id}`)) {
      expect(await ask(role, call)).toEqual([call[1], 409, "policy-has-no-intake"]);
    }
  }
  const customer = await demo.ask("POST", `/v1/${demo.org}/cases?policy=${id}`, { body: { contact: { name: "x" } } });
  expect(told(customer)).toEqual([409, "policy-has-no-intake"]);
});

test.each(SILENT)("%s: no role finds a case at any route", async (id) => {
  for (const { id: role } of policyOf(id).roles) {
    for (const call of caseCalls(NOBODY)) expect(await ask(role, call)).toEqual([call[1], 404, "no-such-case"]);
  }
});

test("every route for staff is asked", () => {
  const staff = Object.values<Route>(routes).filter((route) => route.auth === "staff" && !ofNoCase(route));
  expect([...houseCalls(), ...companyCalls(), ...caseCalls(NOBODY)]).toHaveLength(staff.length);
});
