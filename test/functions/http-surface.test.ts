import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { routes } from "../../shared/api/api.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import type { Answer } from "../stack/call.ts";
import { plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const Document = z.object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

test("the interface describes itself, every route of it", async () => {
  const answer = await demo.ask("GET", "/openapi.json");
  expect(answer.status).toBe(200);
  const document = Document.parse(answer.body);
  expect(document.openapi).toMatch(/^3\.1/);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(
    Object.values<Route>(routes)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
});

describe("every answer carries the headers that protect its reader", () => {
  const expected = {
    "strict-transport-security": /max-age=\d{8}/,
    "x-content-type-options": /^nosniff$/,
    "referrer-policy": /^no-referrer$/,
    "content-security-policy": /default-src 'none'.*frame-ancestors 'none'/,
    "cache-control": /no-store/,
  };
  const held = ({ headers }: Answer) => {
    for (const [name, value] of Object.entries(expected)) expect(headers.get(name) ?? `no ${name}`).toMatch(value);
  };

  test("good news and bad, JSON and pages", async () => {
    const filed = await demo.file();
    const clerk = demo.as("clerk");
    const answers = [
      await demo.tryFile(plainComplaint()),
      await demo.tryFile({}),
      await demo.tryFile("{"),
      await demo.ask("GET", "/v1/demo-doors/form"),
      await demo.ask("GET", "/v1/nobody/form"),
      await demo.ask("GET", "/openapi.json"),
      await demo.ask("GET", `/v1/demo-doors/cases/${filed.caseId}/tracking`),
      await clerk.get(`/cases/${filed.caseId}`),
      await clerk.get("/cases"),
      await clerk.tryStep(filed, "close"),
      await demo.ask("GET", "/demo-doors/complaint"),
      await demo.ask("GET", "/nobody/complaint"),
      await demo.ask("GET", `/demo-doors/case/${filed.caseId}/${filed.trackingToken}`),
      await demo.ask("GET", `/demo-doors/case/${filed.caseId}/wrong`),
      await demo.ask("POST", "/demo-doors/complaint", { body: "x=1" }),
      await demo.ask("POST", "/demo-doors/complaint", { body: `x=${"y".repeat(70_000)}` }),
    ];
    for (const answer of answers) held(answer);
  });

  test("a page allows its own script by a number used once, and no other", async () => {
    const pages = [await demo.ask("GET", "/demo-doors/complaint"), await demo.ask("GET", "/demo-doors/complaint")];
    const nonces = pages.map(({ headers, text }) => {
      const policy = headers.get("content-security-policy") ?? "";
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? expect.unreachable("no nonce");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      for (const [tag] of text.matchAll(/<(?:script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
      expect(text, "no handler and no style in an attribute").not.toMatch(/<[^>]+\s(?:on\w+|style)=/);
      expect(text.match(/(?:src|href)="(?:https?:)?\/\/(?!127\.0\.0\.1)[^"]*/g), "nothing from elsewhere").toBeNull();
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });
});
