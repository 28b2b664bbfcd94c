import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { OPENAPI_FILE } from "../../../infra/openapi/build.ts";
import { openapiDocument } from "../../../infra/openapi/document.ts";
import { bodies, complaint, refusedComplaint } from "../../../infra/openapi/examples.ts";
import { problemSays, problemStatus, problemsOf } from "../../../infra/openapi/problems.ts";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { type RouteId, routes } from "../../../shared/api/api.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { readFiling } from "../../../shared/case/filing.ts";
import { readStepAnswers } from "../../../shared/case/step-answers.ts";

const document = JSON.parse(JSON.stringify(openapiDocument()));
const all = Object.entries<Route>(routes);
const operationOf = ({ path, method }: Route) => document.paths[path]?.[method.toLowerCase()];
const parametersOf = (route: Route): string[] =>
  operationOf(route).parameters?.map(
    ({ name, $ref }: { name?: string; $ref?: string }) =>
      // what many requests may bring is said once
      name ?? document.components.parameters[$ref?.split("/").at(-1) ?? ""].name,
  ) ?? [];
const doors = () => {
  const policy = publishedPolicy("door-factory-after-sales")?.policy;
  if (policy?.intake === undefined) throw new Error("the door factory's regulation takes complaints");
  return { policy, intake: policy.intake };
};

describe("the document of the interface", () => {
  test("is current (run: npm run openapi:build)", () => {
    expect(JSON.parse(readFileSync(OPENAPI_FILE, "utf8"))).toEqual(document);
  });

  test.each(all)("has %s, with its success, its parameters and who may call it", (id, route) => {
    const operation = operationOf(route);
    expect(operation.operationId).toBe(id);
    expect(Object.keys(operation.responses)).toContain(String(route.status ?? 200));
    expect(parametersOf(route)).toEqual(expect.arrayContaining(Object.keys(route.params.shape)));
    const security = { none: [], token: [{ trackingToken: [] }], staff: [{ staff: [] }] };
    expect(operation.security).toEqual(security[route.auth]);
  });

  test("leads nowhere that it does not describe", () => {
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
    expect(refs.length).toBeGreaterThan(20);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(refs)]));
  });

  const changes = ([, { auth, method, path }]: (typeof all)[number]) =>
    auth === "staff" && method === "POST" && path.includes("{caseId}");
  test.each(all.filter(changes))("lets %s be repeated and be refused when overtaken", (_id, route) => {
    expect(parametersOf(route)).toEqual(expect.arrayContaining(["Idempotency-Key", "If-Match"]));
    expect(operationOf(route).responses).toHaveProperty("412");
    expect(operationOf(route).responses["200"].headers).toHaveProperty("ETag");
  });

  test.each(all.filter(([, { by }]) => by !== "pages"))("names every refusal of %s under its status", (id, route) => {
    for (const code of problemsOf[id as RouteId]) {
      const response = operationOf(route).responses[problemStatus[code]];
      expect(response?.description).toContain(`\`${code}\`: ${problemSays[code]}`);
    }
  });
});

describe("the examples are what the interface takes and gives", () => {
  test("the complaint fits the door factory's form", () => {
    const { policy, intake } = doors();
    expect(readFiling(policy, intake, complaint)).toMatchObject({ ok: true });
  });

  test("the refusal is a problem", () => {
    expect(Problem.parse(refusedComplaint)).toEqual(refusedComplaint);
  });

  const given = Object.entries(bodies).flatMap(([id, examples]) =>
    Object.entries(examples).map(([name, body]) => [id as RouteId, name, body] as const),
  );
  test.each(given)("%s: %s passes its schema", (id, _name, body) => {
    const { body: schema } = routes[id] as Route; // each that has an example
    expect(parse(schema, body)).toEqual(body);
  });

  test.each(Object.entries(bodies.step ?? {}))("the step %s of the door factory takes its answers", (id, body) => {
    const { policy } = doors();
    const step = policy.workflow?.steps.find((one) => one.id === id);
    expect(readStepAnswers(policy, step?.fields ?? [], body as Record<string, unknown>, { facts: {} }).faults).toEqual(
      [],
    );
    expect(step).toBeDefined();
  });
});

const parse = (schema: z.ZodType | undefined, body: unknown): unknown => {
  if (schema === undefined) throw new Error("the route takes a body");
  return schema.parse(body);
};
