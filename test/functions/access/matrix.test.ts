import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { routes } from "../../../shared/api/api.ts";
import { FileReply } from "../../../shared/api/bodies.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { type Answer, must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { cellsOf } from "./cells.ts";
import { filings, prepared } from "./filings.ts";

/** Regulations that together use every section which names roles. */
const POLICIES = Object.keys(filings);

const policyOf = (id: string): Policy => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);

let demo: TestStack;
const cases = new Map<string, Filed>();
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: POLICIES });
  for (const id of POLICIES) {
    const answer = await demo.ask("POST", `/v1/${demo.org}/cases?policy=${id}`, { body: filings[id] });
    const filed = FileReply.parse(must(answer, 201).body);
    await prepared[id]?.(demo, filed);
    cases.set(id, filed);
  }
});
afterAll(() => demo.close());

/** Who is refused is told so by a role's refusal; whatever else is wrong with the request comes after that. */
const refusedByRole = ({ status, body }: Answer): boolean =>
  status === 403 && ["not-your-role", "beyond-authority"].includes(Problem.parse(body).code);

describe.each(POLICIES)("%s: every role at every route", (id) => {
  test("is let in or turned away as the regulation says", async () => {
    const policy = policyOf(id);
    const filed = cases.get(id) ?? expect.unreachable("filed above");
    const wrong: string[] = [];
    for (const { route, path, body, may } of cellsOf(policy, filed.caseId)) {
      for (const { id: role } of policy.roles) {
        const staff = demo.as(role);
        const answer = route.method === "GET" ? await staff.get(path) : await staff.post(path, body);
        if (answer.status >= 500) wrong.push(`${role} ${path}: ${answer.status}`);
        if (refusedByRole(answer) === may.includes(role))
          wrong.push(`${role} ${path}: ${answer.status} ${answer.text}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("no route for staff is left out", () => {
  const asked = new Set(POLICIES.flatMap((id) => cellsOf(policyOf(id), "case_x").map(({ route }) => route)));
  const missing = Object.entries<Route>(routes).filter(([, route]) => route.auth === "staff" && !asked.has(route));
  expect(missing.map(([name]) => name)).toEqual([]);
});

test("a role of another company is nobody here, whatever it is called", async () => {
  const [first = ""] = POLICIES;
  const filed = cases.get(first) ?? expect.unreachable("filed above");
  for (const { route, path, body } of cellsOf(policyOf(first), filed.caseId)) {
    const stranger = demo.as("stranger");
    const answer = route.method === "GET" ? await stranger.get(path) : await stranger.post(path, body);
    expect([path, answer.status, Problem.parse(answer.body).code]).toEqual([path, 403, "not-a-member"]);
  }
});
