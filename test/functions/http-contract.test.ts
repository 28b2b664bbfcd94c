import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FileReply, FormReply } from "../../shared/api/bodies.ts";
import { Problem } from "../../shared/api/problem.ts";
import { complaint } from "../fixtures/cases.ts";
import { plainComplaint } from "../stack/customer.ts";
import { clockOf } from "../stack/moments.ts";
import { type Item, openTest, type TestStack } from "../stack/stack.ts";

/** What the interface promises about filing a complaint, and that it stores all of it or nothing. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const problem = (body: unknown) => Problem.parse(body);
const cases = `/v1/demo-doors/cases`;

test("a filed complaint is answered with all that its customer needs", async () => {
  const answer = await demo.tryFile(complaint());
  expect(answer.status).toBe(201);
  const filed = FileReply.parse(answer.body);
  const { provisional: _later, ...given } = FileReply.shape; // for regulations that number at another event
  expect(Object.keys(filed).sort()).toEqual(Object.keys(given).sort());
  expect(filed.caseId).toMatch(/^case_[0-9a-z]{26}$/);
  expect(filed.number).toMatch(/^2026-03-\d{3}$/);
  expect(Buffer.from(filed.trackingToken, "base64url"), "128 bits").toHaveLength(16);
  expect(filed.trackingPage).toBe(`${demo.url}/demo-doors/case/${filed.caseId}/${filed.trackingToken}`);
  expect(clockOf(filed, "plan").explanation.at(-1)).toBe("Due: 16 Mar 2026 24:00");
  expect(filed.evidence.complete).toBe(false);
  expect(answer.headers.get("content-language")).toBe("en");
});

test.each([
  ["zh-CN", "zh-CN", "投诉申请单", "示范门业"],
  ["en", "en", "Complaint form", "Demo Doors"],
  ["fr, en;q=0.5", "en", "Complaint form", "Demo Doors"],
  ["de", "zh-CN", "投诉申请单", "示范门业"],
  ["en;q=0, zh", "zh-CN", "投诉申请单", "示范门业"],
])("the form in the language of accept-language: %s", async (asked, locale, form, org) => {
  const answer = await demo.ask("GET", "/v1/demo-doors/form", { locale: asked });
  expect(answer.headers.get("content-language")).toBe(locale);
  const view = FormReply.parse(answer.body);
  expect(view).toMatchObject({ locale, form, org: { name: org } });
  expect(view.categories.map(({ code }) => code)).toEqual(["1", "2"]);
  expect(view.evidence).toMatchObject([{ atLeast: 3, per: "damageItem" }]);
  expect(view.deadlines.map(({ within }) => within)).toEqual(["4 working days", "3 working days"]);
});

describe("a refusal leaves nothing behind", () => {
  let before: Item[];
  beforeEach(async () => {
    before = await demo.items();
  });
  afterEach(async () => {
    expect(await demo.items()).toEqual(before);
  });

  const wrong = {
    contact: { name: "", email: "no address", phone: "ask me", fax: "1" },
    dealerName: "x".repeat(101),
    orderNo: 7,
    productLine: "boats",
    category: "1-2",
    quantity: -1,
    pickupAt: "yesterday",
    surprise: true,
    damages: [
      { place: "", packaging: "torn" },
      { packaging: "intact", place: ["a"] },
    ],
  };
  test.each(["en", "zh-CN"])("400 names every field at fault, in %s", async (locale) => {
    const answer = await demo.tryFile(wrong, { locale });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const { code, fields = [] } = problem(answer.body);
    expect(code).toBe("bad-fields");
    const faults = Object.fromEntries(fields.map(({ path, code: why }) => [path, why]));
    expect(faults).toEqual({
      "/contact/name": "required",
      "/contact/email": "invalid",
      "/contact/phone": "invalid",
      "/contact/fax": "unknown-field",
      "/dealerName": "invalid",
      "/orderNo": "invalid",
      "/productLine": "invalid",
      "/category": "invalid",
      "/description": "required",
      "/quantity": "invalid",
      "/pickupAt": "invalid",
      "/surprise": "unknown-field",
      "/damages/0/place": "required",
      "/damages/0/packaging": "invalid",
      "/damages/1/place": "invalid",
    });
    expect(fields.find(({ path }) => path === "/productLine")?.rule).toBe("DFA-28");
    expect(fields.find(({ path }) => path === "/damages/0/packaging")?.rule).toBe("DFA-29");
    const chinese = fields.filter(({ says }) => /\p{Script=Han}/u.test(says));
    expect(chinese).toHaveLength(locale === "zh-CN" ? fields.length : 0);
  });

  test.each([
    ["a number", 7],
    ["a list", []],
    ["null", null],
    ["a text", '"complaint"'],
    ["damages that are no list", plainComplaint({ damages: { place: "x" } })],
    ["a contact that is no object", plainComplaint({ contact: "me" })],
    [
      "more damages than the form has room for",
      complaint({ damages: Array(100).fill({ place: "x", packaging: "intact" }) }),
    ],
    ["a damage is needed for this category", complaint({ damages: [] })],
    ["an answer to a question of another category only", plainComplaint({ category: "2-3" })],
  ])("400: %s", async (_why, body) => {
    const answer = await demo.tryFile(body);
    expect(answer.status).toBe(400);
    expect(problem(answer.body).fields).not.toHaveLength(0);
  });

  test.each([
    ["unknown org", "/v1/nobody/cases", {}, 404, "no-such-org"],
    ["an org that cannot be one", "/v1/N%C3%B6body%23x/cases", {}, 404, "no-such-org"],
    ["64 KB and one byte", cases, { body: `{"x":"${"x".repeat(65_529)}"}` }, 413, "body-too-large"],
    ["a body in characters of three bytes", cases, { body: `{"x":"${"门".repeat(22_000)}"}` }, 413, "body-too-large"],
    ["XML", cases, { headers: { "content-type": "application/xml" } }, 415, "not-json"],
    ["a form", cases, { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415, "not-json"],
    ["half a body", cases, { body: '{"contact":' }, 400, "malformed-json"],
    ["no body", cases, { body: "" }, 400, "malformed-json"],
    ["a key with a line in it", cases, { headers: { "idempotency-key": "a b" } }, 400, "bad-idempotency-key"],
    ["a key too long", cases, { headers: { "idempotency-key": "k".repeat(201) } }, 400, "bad-idempotency-key"],
  ])("%s", async (_why, path, given, status, code) => {
    const answer = await demo.ask("POST", path, { body: plainComplaint(), ...given });
    expect([answer.status, problem(answer.body).code]).toEqual([status, code]);
    expect(problem(answer.body).status).toBe(status);
  });
});

test("a body of exactly 64 KB is read", async () => {
  const bare = JSON.stringify(plainComplaint({ description: "" }));
  const room = 64 * 1024 - Buffer.byteLength(bare);
  const answer = await demo.ask("POST", cases, { body: `${bare}${" ".repeat(room)}` });
  expect(problem(answer.body).fields?.map(({ path }) => path)).toEqual(["/description"]);
});

describe("the same Idempotency-Key", () => {
  const body = complaint();
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, inner]) => [name, shuffled(inner)]),
    );
  };

  test("with the same body is the same case and token, in whatever order its fields come", async () => {
    const first = await demo.tryFile(body, { key: "key-1" });
    const before = await demo.items();
    for (const again of [body, shuffled(body), `  ${JSON.stringify(body)}\n`]) {
      const answer = await demo.tryFile(again, { key: "key-1" });
      expect([answer.status, answer.body]).toEqual([201, first.body]);
    }
    expect(await demo.items()).toEqual(before);
  });

  test("with another body is refused, and changes nothing", async () => {
    await demo.tryFile(body, { key: "key-2" });
    const before = await demo.items();
    for (const other of [complaint({ orderNo: "another" }), { ...body, surprise: 1 }, {}]) {
      const answer = await demo.tryFile(other, { key: "key-2" });
      expect([answer.status, problem(answer.body).code]).toEqual([422, "key-reused"]);
    }
    expect(await demo.items()).toEqual(before);
  });

  test("sent ten times at once makes one case", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => demo.tryFile(body, { key: "key-3" })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { caseId } = FileReply.parse(answers[0]?.body);
    expect((await demo.items()).filter(({ pk }) => pk.includes(caseId))).toHaveLength(1);
  });

  test("after a refused body may be used for the mended one", async () => {
    expect((await demo.tryFile({ ...body, orderNo: "" }, { key: "key-4" })).status).toBe(400);
    expect((await demo.tryFile(body, { key: "key-4" })).status).toBe(201);
  });
});
