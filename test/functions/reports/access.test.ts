import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { routes } from "../../../shared/api/api.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Call, reportCalls } from "../access/calls.ts";

const POLICIES = ["property-service-inspection", "customer-complaint-form"];
const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-08T08:55+08:00", policies: POLICIES });
  await demo.until("2026-10-10T09:05+08:00");
});
afterAll(() => demo.close());

const call = (as: string, [method, path, body]: Call) =>
  method === "GET" ? demo.as(as).get(path) : demo.as(as).post(path, body);

const CASES = [
  { id: "property-service-inspection.monthly-report.2026-09.north", own: "departmentNorth", unit: "north" },
  { id: "customer-complaint-form.monthly-statistics.2026-09", own: undefined, unit: undefined },
  { id: "customer-complaint-form.discipline-review.2026-09", own: undefined, unit: undefined, restricted: true },
];

describe.each(CASES)("$id: who may do what", ({ id, own, unit, restricted }) => {
  const [policyId = "", scheduleId] = id.split(".");
  const policy = policyOf(policyId);
  const schedule = policy.schedules.find((one) => one.id === scheduleId);
  const to = schedule?.duty.is === "report" ? schedule.duty.to : [];

  test("every role at every route", async () => {
    const roles = [...policy.roles.map((one) => ({ id: one.id, reads: one.may.includes("read") }))];
    if (own !== undefined) roles.push({ id: own, reads: false }, { id: "departmentSouth", reads: false });
    const wrong: string[] = [];
    for (const { id: role, reads } of roles) {
      const writes = role === own || (schedule?.by.includes(role) ?? false);
      const sees = writes || to.includes(role) || (reads && restricted !== true);
      const body = { schedule: scheduleId, period: "2026-09", ...(unit === undefined ? {} : { unit }) };
      for (const one of reportCalls(id, policyId, body)) {
        const [method, at] = one;
        const free =
          ["/report-schedules", "/report-drafts", `/reports?policy=${policyId}`].includes(at) && method === "GET";
        const allowed = free || (method === "GET" ? sees : writes);
        const answer = await call(role, one);
        if ((answer.status !== 403) !== allowed)
          wrong.push(`${role} ${method} ${at}: ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("nobody of another company gets anywhere, and what exists looks like what does not", async () => {
  for (const one of reportCalls(CASES[0]?.id ?? "")) {
    const answer = await call("stranger", one);
    expect([one[1], answer.status, Problem.parse(answer.body).code]).toEqual([one[1], 403, "not-a-member"]);
  }
});

test("every route of reports is asked", () => {
  const own = Object.values<Route>(routes).filter(({ auth, by }) => auth === "staff" && by === "reports");
  expect(reportCalls("x")).toHaveLength(own.length);
});

describe("AS-118 what a schedule that fires twice stores and mails", () => {
  test("one report and one mail, however often and at once", async () => {
    const fired = await Promise.all([1, 2, 3].map(() => demo.invoke("report.schedule", {})));
    expect(fired).toHaveLength(3);
    await demo.pass("3 minutes");
    const stored = (await demo.items()).filter(
      ({ pk, sk }) => pk.endsWith("customer-complaint-form.monthly-statistics.2026-09") && sk === "RECORD",
    );
    expect(stored).toHaveLength(1);
    const mails = (await demo.mails({ to: "productiongroup@" })).filter(({ subject }) =>
      subject.includes("Monthly table of closed complaints"),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("Nothing happened in this period that is counted.");
  });
});
