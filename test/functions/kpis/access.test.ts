import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { routes } from "../../../shared/api/api.ts";
import { FigureList } from "../../../shared/api/kpis.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Call, kpiCalls } from "../access/calls.ts";
import { readersOf } from "../access/cells/cell.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);
const MEASURED = policyIds().filter((id) => policyOf(id).kpis.length > 0);

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-12T09:30+08:00", policies: MEASURED });
});
afterAll(() => demo.close());

const call = (as: string, [method, path, body]: Call) =>
  method === "GET" ? demo.as(as).get(path) : demo.as(as).post(path, body);

describe.each(MEASURED)("%s: who may do what with its figures", (id) => {
  test("every role at every route", async () => {
    const policy = policyOf(id);
    const bringers = policy.kpis.flatMap(({ broughtBy }) => broughtBy);
    const readers = [...readersOf(policy), ...bringers];
    const exporters = policy.roles.filter(({ may }) => may.includes("export")).map((role) => role.id);
    const wrong: string[] = [];
    for (const { id: role } of policy.roles)
      for (const kpi of policy.kpis)
        for (const [method, path, body] of kpiCalls(id, kpi.id, "2026")) {
          const isExport = path.startsWith("/kpis/export");
          const may = isExport ? exporters : method === "GET" || kpi.broughtBy.length === 0 ? readers : kpi.broughtBy;
          const answer = await call(role, [method, path, body]);
          if ((answer.status === 403) === may.includes(role))
            wrong.push(`${role} ${method} ${path}: ${answer.status} ${answer.text.slice(0, 160)}`);
        }
    expect(wrong).toEqual([]);
  });

  test("those who see them choose among the regulations that they may see, and every figure says how it comes about", async () => {
    const policy = policyOf(id);
    const [reader = ""] = readersOf(policy);
    const list = FigureList.parse(must(await demo.as(reader).get(`/kpis?policy=${id}`), 200).body);
    expect(list.others.map((one) => one.id)).toContain(id);
    for (const other of list.others)
      expect(
        readersOf(policyOf(other.id)).concat(policyOf(other.id).kpis.flatMap(({ broughtBy }) => broughtBy)),
      ).toContain(reader);
    expect(list.items.map((one) => one.id)).toEqual(policy.kpis.map((kpi) => kpi.id));
    for (const { how, earlier, kpi } of list.items.map((one) => ({ ...one, kpi: one.id })))
      expect([kpi, how.join("").length > 10, earlier.length <= 5]).toEqual([kpi, true, true]);
  });
});

test("nobody of another company gets anywhere, and what exists looks like what does not", async () => {
  for (const one of [...kpiCalls(), ...kpiCalls(MEASURED[0], "satisfaction")]) {
    const answer = await call("stranger", one);
    expect([one[1], answer.status, Problem.parse(answer.body).code]).toEqual([one[1], 403, "not-a-member"]);
  }
});

test("every route of figures is asked", () => {
  expect(kpiCalls()).toHaveLength(Object.values<Route>(routes).filter(({ by }) => by === "kpis").length);
});
