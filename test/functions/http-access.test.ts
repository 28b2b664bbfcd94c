import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../shared/api/api.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { Problem } from "../../shared/api/problem.ts";
import type { Route } from "../../shared/api/routes/routes.ts";
import type { Filed } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { tokenOf } from "../stack/staff.ts";
import {
  campaignCalls,
  caseCalls,
  companyCalls,
  digestCalls,
  houseCalls,
  inspectionCalls,
  kpiCalls,
  lookCalls,
  registerCalls,
  reportCalls,
  visitCalls,
} from "./access/calls.ts";

/** Who may call what, and what they are told when they may not. */
let demo: TestStack;
let filed: Filed;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  filed = await demo.file();
});
afterAll(() => demo.close());

const codeOf = (body: unknown): string => Problem.parse(body).code;
const NOBODY = "case_00000000000000000000000000";
const NO_CAMPAIGN = "campaign_00000000000000000000000000";
const base = () => `/v1/demo-doors/cases/${filed.caseId}`;

describe("a customer's token", () => {
  const both = [
    ["GET", "tracking"],
    ["POST", "photos"],
  ] as const;
  const body = (method: string) =>
    method === "POST" ? { body: { photos: [{ damage: 0, type: "image/png", size: 9 }] } } : {};

  test.each(both)("%s %s: 401 without one, 403 with another's, 404 for no case", async (method, what) => {
    const other = await demo.file();
    const staff = await tokenOf(demo.ask, "manager");
    const call = (path: string, token?: string) => demo.ask(method, path, { token, ...body(method) });
    const answers = {
      none: await call(`${base()}/${what}`),
      another: await call(`${base()}/${what}`, other.trackingToken),
      "a short one": await call(`${base()}/${what}`, "x"),
      "the case's own, a bit changed": await call(`${base()}/${what}`, `${filed.trackingToken}A`),
      "no such case": await call(`/v1/demo-doors/cases/${NOBODY}/${what}`, filed.trackingToken),
      "a case of another company": await call(`/v1/other-company/cases/${filed.caseId}/${what}`, filed.trackingToken),
      "no case id": await call(`/v1/demo-doors/cases/case_x/${what}`, filed.trackingToken),
      "a way out": await call(`/v1/demo-doors/cases/..%2F..%2Fform/${what}`, filed.trackingToken),
    };
    const told = Object.fromEntries(Object.entries(answers).map(([why, one]) => [why, [one.status, codeOf(one.body)]]));
    expect(told).toEqual({
      none: [401, "no-token"],
      another: [403, "wrong-token"],
      "a short one": [403, "wrong-token"],
      "the case's own, a bit changed": [403, "wrong-token"],
      "no such case": [404, "no-such-case"],
      "a case of another company": [404, "no-such-case"],
      "no case id": [404, "no-such-case"],
      "a way out": [404, "no-such-case"],
    });
    expect((await call(`${base()}/${what}`, staff)).status, "staff have their own way in").toBeGreaterThanOrEqual(401);
    expect((await call(`${base()}/${what}`, filed.trackingToken)).status).toBe(method === "POST" ? 201 : 200);
  });

  test.each([
    ["a wrong token", () => `/demo-doors/case/${filed.caseId}/AAAAAAAAAAAAAAAAAAAAAA`],
    ["no such case", () => `/demo-doors/case/${NOBODY}/${filed.trackingToken}`],
    ["another company", () => `/other-company/case/${filed.caseId}/${filed.trackingToken}`],
  ])("the page shows nothing of the case for %s", async (_why, path) => {
    const page = await demo.ask("GET", path());
    expect(page.status).toBe(404);
    expect(page.text).not.toContain(filed.number);
  });
});

describe("staff", () => {
  const calls = () =>
    [
      ...houseCalls(),
      ...companyCalls(),
      ...campaignCalls(NO_CAMPAIGN),
      ...visitCalls(),
      ...inspectionCalls(),
      ...registerCalls(),
      ...reportCalls("none.none.2026-01"),
      ...lookCalls(),
      ...digestCalls(),
      ...kpiCalls(),
      ...caseCalls(filed.caseId),
    ].map(([method, path, body]) => [method, `/v1/demo-doors${path}`, body] as const);

  test("every staff route is tried here", () => {
    expect(calls()).toHaveLength(Object.values<Route>(routes).filter(({ auth }) => auth === "staff").length);
  });

  test("nobody gets in without a valid token", async () => {
    const good = await tokenOf(demo.ask, "manager");
    const [head, , signature] = good.split(".");
    const forged = Buffer.from(JSON.stringify({ sub: "x", "cognito:groups": ["demo-doors:afterSales"] }));
    const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    const before = await demo.items();
    for (const [method, path, body] of calls()) {
      for (const token of [
        undefined,
        "nonsense",
        filed.trackingToken,
        `${head}.${forged.toString("base64url")}.${signature}`,
        `${unsigned}.${forged.toString("base64url")}.`,
      ]) {
        const { status } = await demo.ask(method, path, { token, ...(body === undefined ? {} : { body }) });
        expect([method, path, status]).toEqual([method, path, 401]);
      }
    }
    expect(await demo.items()).toEqual(before);
  });

  test("another company's people have no place here", async () => {
    const token = await tokenOf(demo.ask, "stranger");
    const before = await demo.items();
    for (const [method, path, body] of calls()) {
      const answer = await demo.ask(method, path, { token, ...(body === undefined ? {} : { body }) });
      expect([method, path, answer.status, codeOf(answer.body)]).toEqual([method, path, 403, "not-a-member"]);
    }
    const own = await demo.ask("GET", `/v1/other-company/cases/${filed.caseId}`, { token });
    expect([own.status, codeOf(own.body)], "their own address does not lead to our case").toEqual([
      404,
      "no-such-case",
    ]);
    expect(await demo.items()).toEqual(before);
  });

  test("a role may do what the regulation gives it", async () => {
    const tried = async (sub: string) => {
      const who = demo.as(sub);
      const [see, note, accept] = [
        await who.get(`/cases/${filed.caseId}`),
        await who.note(filed, "x"),
        await who.tryStep(filed, "accept"),
      ];
      return [see.status, note.status, accept.status];
    };
    expect(await tried("quality")).toEqual([200, 403, 403]);
    expect(await tried("director")).toEqual([200, 200, 403]);
    const view = await demo.as("director").see(filed);
    expect(view.next.filter(({ allowed }) => allowed)).toEqual([]);
    expect(view.next.find(({ step }) => step === "accept")?.why).toContain("After-sales");
    expect(await tried("clerk")).toEqual([200, 200, 200]);
  });

  test.each([
    ["a case that is not there", `/cases/${NOBODY}`, "no-such-case"],
    ["no case id", "/cases/7", "no-such-case"],
  ])("404 for %s", async (_why, path, code) => {
    const answer = await demo.as("clerk").get(path);
    expect([answer.status, codeOf(answer.body)]).toEqual([404, code]);
  });

  test.each([
    ["an unknown step", "steps/explode", {}, 404, "unknown-step"],
    ["a step whose name is a trap", "steps/__proto__", {}, 404, "not-found"],
    ["a step out of turn", "steps/close", {}, 409, "wrong-state"],
    [
      "an extension that nobody asked for",
      "extensions/__proto__/decision",
      { approve: false },
      404,
      "unknown-extension",
    ],
    ["an unknown clock", "extensions", { clock: "lunch", newDue: "2026-03-20", reason: "x" }, 404, "unknown-clock"],
    ["a day that is none", "extensions", { clock: "plan", newDue: "2026-02-30", reason: "x" }, 400, "bad-fields"],
    ["a day in the past", "extensions", { clock: "plan", newDue: "2026-03-09", reason: "x" }, 400, "bad-fields"],
    ["a note of nothing", "notes", { text: " " }, 400, "bad-fields"],
    ["a note too long", "notes", { text: "x".repeat(4001) }, 400, "bad-fields"],
    ["a note with more in it", "notes", { text: "x", by: "the director" }, 400, "bad-fields"],
  ])("%s", async (_why, path, body, status, code) => {
    const answer = await demo.as("manager").post(`/cases/${filed.caseId}/${path}`, body);
    expect([answer.status, codeOf(answer.body)]).toEqual([status, code]);
  });

  test("a change insists on the version it saw", async () => {
    const clerk = demo.as("clerk");
    const path = `/cases/${filed.caseId}`;
    const tag = (await clerk.get(path)).headers.get("etag") ?? "";
    expect(tag).toBe(`"${(await clerk.see(filed)).version}"`);
    const first = await clerk.post(`${path}/notes`, { text: "first" }, { "if-match": tag });
    expect(first.status).toBe(200);
    const version = Number(tag.slice(1, -1)) + 1;
    expect(first.headers.get("etag")).toBe(`"${version}"`);

    const overtaken = await clerk.post(`${path}/notes`, { text: "second" }, { "if-match": tag });
    expect([overtaken.status, Problem.parse(overtaken.body)]).toMatchObject([412, { code: "overtaken", version }]);
    expect((await clerk.see(filed)).timeline.filter(({ detail }) => detail.includes("second"))).toEqual([]);
    expect((await clerk.post(`${path}/notes`, { text: "any" }, { "if-match": "*" })).status).toBe(200);
    const nonsense = await clerk.post(`${path}/notes`, { text: "x" }, { "if-match": 'W/"1"' });
    expect([nonsense.status, codeOf(nonsense.body)]).toEqual([400, "bad-if-match"]);
  });

  test("lists page by page, most urgent first, and finds a number", async () => {
    for (let n = 0; n < 4; n += 1) await demo.file();
    const clerk = demo.as("clerk");
    const whole = CaseList.parse((await clerk.get("/cases?limit=100")).body).items;
    const paged: CaseList["items"] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page: CaseList = CaseList.parse(
        (await clerk.get(`/cases?limit=2${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`)).body,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items);
      cursor = page.cursor;
    }
    expect(paged).toEqual(whole);
    expect(whole.map(({ due = "" }) => due)).toEqual(whole.map(({ due = "" }) => due).sort());
    const found = CaseList.parse((await clerk.get(`/cases?number=${filed.number}`)).body);
    expect(found.items.map(({ caseId }) => caseId)).toEqual([filed.caseId]);
    expect(CaseList.parse((await clerk.get("/cases?number=2026-03-999")).body).items).toEqual([]);
    expect((await clerk.get("/cases?limit=0")).status).toBe(400);
  });
});
