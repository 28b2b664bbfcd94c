import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { routes } from "../../../shared/api/api.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { commonActions } from "../../../shared/inspection/common-problem.ts";
import { dutyOf, inspections, rectifiersOf, signersOf, verifiersOf } from "../../../shared/inspection/sides.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { type Call, inspectionCalls } from "../access/calls.ts";
import { filledIn, inspecting } from "./inspect.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);
const INSPECTING = policyIds().filter((id) => inspections(policyOf(id)).length > 0);

let demo: TestStack;
let on: ReturnType<typeof inspecting>;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:30+08:00", policies: ["booth-construction-entry", ...INSPECTING] });
  on = inspecting(demo);
});
afterAll(() => demo.close());

const call = (as: string, [method, path, body]: Call) =>
  method === "GET" ? demo.as(as).get(path) : demo.as(as).post(path, body);

describe.each(INSPECTING)("%s: who may do what with inspections", (id) => {
  const policy = policyOf(id);
  test.each(inspections(policy))("$id: every role at every route", async (schedule) => {
    const ground = { policy, schedule };
    const { inspects, people } = dutyOf(schedule);
    const may = (role: string, named: readonly string[]) => named.includes(role);
    const inspectors = schedule.by.filter(
      (role) => !inspects.includes(role) && policy.roles.some((one) => one.id === role),
    );
    const [own] = inspectors;
    if (own === undefined) return; // somebody outside makes it
    const all = Array.from({ length: people }, (_, at) => ({ name: `检查员${at}`, inCharge: at === 0 }));
    const form = filledIn(id, schedule.id, {}, { people: all });
    const lines = [...form.lines, { title: "其他问题", result: "remark" as const }];
    const filed = await on.file(own, id, { ...form, lines });
    const line = `/lines/${lines.length}/`;
    const readers = policy.roles.filter((role) => role.may.includes("read")).map((role) => role.id);
    const [signers, rectifiers, verifiers] = [signersOf(ground), rectifiersOf(ground), verifiersOf(ground)];
    const answering = [...rectifiers, ...signers].filter((role) => !verifiers.includes(role));
    const concerned = [...schedule.by, ...verifiers, ...signers, ...rectifiers, ...inspects, ...readers];
    const actions = commonActions(policy);
    const wrong: string[] = [];
    for (const { id: role, may: can } of policy.roles)
      for (const [method, path, body] of inspectionCalls(filed.inspectionId, schedule.id, `policy=${id}`)) {
        const at = path.replace("/lines/1/", line);
        const isFree = at === "/inspection-forms" || at === "/inspected/P-1" || at.endsWith("/approval");
        if (isFree) continue; // for everybody; no such object; nothing is outside of a limit
        const allowed = (() => {
          if (at.startsWith("/findings/sheet")) return can.includes("export");
          if (at.startsWith("/common-problems/"))
            return actions.some((rule) => may(role, [...rule.by, ...rule.verifiedBy]));
          if (at.startsWith("/common-problems") || at.startsWith("/findings")) return can.includes("read");
          if (at.startsWith("/inspections?")) return method === "POST" ? may(role, inspectors) : can.includes("read");
          if (at.endsWith("/signature")) return may(role, signers);
          if (at.endsWith("/rectifier")) return may(role, [...signers, ...rectifiers, ...schedule.by]);
          if (at.endsWith("/rectification")) return may(role, [...signers, ...rectifiers]);
          if (at.endsWith("/verification"))
            return may(role, verifiers) && !may(role, inspects) && !may(role, answering);
          return may(role, concerned);
        })();
        const answer = await call(role, [method, at, body]);
        if ((answer.status !== 403) !== allowed)
          wrong.push(`${role} ${method} ${at}: ${answer.status} ${answer.text.slice(0, 120)}`);
      }
    expect(wrong).toEqual([]);
  });
});

test("nobody of another company gets anywhere, and what exists looks like what does not", async () => {
  for (const one of inspectionCalls()) {
    const answer = await call("stranger", one);
    expect([one[1], answer.status, Problem.parse(answer.body).code]).toEqual([one[1], 403, "not-a-member"]);
  }
});

test("every route of inspections is asked", () => {
  const own = Object.values<Route>(routes).filter(({ auth, by }) => auth === "staff" && by === "inspections");
  expect(inspectionCalls()).toHaveLength(own.length);
});
