import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { routes } from "../../../shared/api/api.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { VisitList } from "../../../shared/api/visiting.ts";
import { objectSchedules, visitSchedules } from "../../../shared/obligation/slots.ts";
import { planApprover } from "../../../shared/policy/occurrences.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Call, someObject, visitCalls } from "../access/calls.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);
const VISITING = policyIds().filter((id) => visitSchedules(policyOf(id)).length > 0);

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: VISITING });
});
afterAll(() => demo.close());

const call = (as: string, [method, path, body]: Call) =>
  method === "GET" ? demo.as(as).get(path) : demo.as(as).post(path, body);

describe.each(VISITING)("%s: who may do what with what is visited", (id) => {
  test.each(visitSchedules(policyOf(id)))("$id: every role at every route", async ({ id: schedule, by }) => {
    const policy = policyOf(id);
    const object = `${id}.${schedule}`.slice(0, 60);
    const [own = ""] = by;
    must(await demo.as(own).post(`/visited/${object}?policy=${id}`, someObject(schedule)), 200);
    await demo.pass("2 minutes");
    const { items } = VisitList.parse(must(await demo.as(own).get(`/visited/${object}/visits`), 200).body);
    const readers = [...by, ...policy.roles.filter(({ may }) => may.includes("read")).map((role) => role.id)];
    const wrong: string[] = [];
    for (const { id: role } of policy.roles) {
      for (const [method, path, body] of visitCalls(object, items[0]?.visitId, schedule)) {
        const isFile = path.startsWith("/imports/visited");
        const isPlan = path.startsWith("/visit-plans/");
        const isAsked = path === `/visited/${object}` || isPlan;
        const at =
          isFile || path.startsWith("/duties/") ? `${path}&policy=${id}` : isAsked ? `${path}?policy=${id}` : path;
        const isOfAll = ["/visits", "/visited", "/visit-schedules"].includes(path);
        if (items.length === 0 && path.includes("/visits/")) continue; // nothing is planned without a figure, or a plan
        const answer = await call(role, [method, at, body]);
        const approver = planApprover(policy.schedules.find((one) => one.id === schedule) ?? expect.unreachable());
        if (isFile) {
          const visitors = objectSchedules(policy).flatMap((one) => one.by);
          if ((answer.status === 200) !== visitors.includes(role)) wrong.push(`${role} ${at}: ${answer.status}`);
          continue;
        }
        if (isPlan) {
          const judges = approver === undefined ? by : [approver];
          const drafts = method === "GET" ? [...readers, approver] : by;
          const allowed = /\/(approve|return)$/.test(path) ? judges : drafts;
          if ((answer.status === 403) === allowed.includes(role))
            wrong.push(`${role} ${method} ${at}: ${answer.status}`);
          continue;
        }
        const doers = path.endsWith("/waiver") ? [approver] : by;
        const may = isOfAll || (method === "GET" ? readers : doers).includes(role);
        const refused = answer.status === 403 || answer.status === 404;
        if (refused === may) wrong.push(`${role} ${method} ${at}: ${answer.status} ${answer.text.slice(0, 200)}`);
        if (path === "/visited" && answer.text.includes(`"${object}"`) !== readers.includes(role))
          wrong.push(`${role} ${path}: ${readers.includes(role) ? "does not see" : "sees"} ${object}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("nobody of another company gets anywhere, and what exists looks like what does not", async () => {
  for (const object of [`${VISITING[0]}.x`.slice(0, 60), "nothing"])
    for (const one of visitCalls(object)) {
      const answer = await call("stranger", one);
      expect([one[1], answer.status, Problem.parse(answer.body).code]).toEqual([one[1], 403, "not-a-member"]);
    }
});

test("every route of visits is asked", () => {
  const own = Object.values<Route>(routes).filter(
    ({ auth, by, path }) => auth === "staff" && (by === "visits" || path.startsWith("/v1/{org}/imports/visited")),
  );
  expect(visitCalls()).toHaveLength(own.length);
});
