import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authorizersOf } from "../../../infra/local/api-authorizer.ts";
import { readAssembly } from "../../../infra/local/assembly.ts";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { namesOf } from "../../../infra/local/names.ts";
import { caller } from "../../stack/call.ts";
import { patient } from "../../stack/patient.ts";
import { ASSEMBLY, startFixture, steer, tokenOf } from "./fixture.ts";

let stack: LocalStack;
let lines: string[];
let end: () => Promise<void>;
beforeAll(async () => {
  ({ stack, lines, end } = await startFixture({ static: { "/console": `${import.meta.dirname}/fixtures/site` } }));
});
afterAll(() => end());

const get = (path: string, init?: RequestInit) => fetch(stack.url + path, { redirect: "manual", ...init });
const seen = async (path: string, init?: RequestInit) => (await (await get(path, init)).json()).event;

describe("which route answers", () => {
  test.each<[string, string, string, Record<string, string> | undefined, string]>([
    ["GET", "/cases", "GET /cases", undefined, "an exact path"],
    ["POST", "/cases", "POST /cases", undefined, "the method decides"],
    ["GET", "/cases/mine", "GET /cases/mine", undefined, "a literal part goes before a variable"],
    ["GET", "/cases/a%20b", "GET /cases/{id}", { id: "a b" }, "a variable is decoded"],
    ["GET", "/cases/1/photos/2", "ANY /cases/{proxy+}", { proxy: "1/photos/2" }, "the greedy one takes the rest"],
    ["DELETE", "/cases/1", "ANY /cases/{proxy+}", { proxy: "1" }, "ANY takes what no exact method takes"],
  ])("%s %s → %s %o: %s", async (method, path, routeKey, parameters) => {
    const event = await seen(path, { method });
    expect(event.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(parameters);
  });

  test("no route is a 404 in API Gateway's words", async () => {
    const response = await get("/nothing/here");
    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}']);
  });
});

describe("the event and the answer", () => {
  test("payload format 2.0: joined query, cookies apart, text as text", async () => {
    const event = await seen("/cases?tag=a&tag=b&q=%E4%B8%AD", {
      method: "POST",
      headers: { cookie: "s=1; t=2", "content-type": "application/json", "X-Thing": "One" },
      body: '{"名":1}',
    });
    expect(event).toMatchObject({
      version: "2.0",
      rawPath: "/cases",
      rawQueryString: "tag=a&tag=b&q=%E4%B8%AD",
      queryStringParameters: { tag: "a,b", q: "中" },
      cookies: ["s=1", "t=2"],
      body: '{"名":1}',
      isBase64Encoded: false,
      requestContext: { stage: "$default", http: { method: "POST", path: "/cases" } },
    });
    expect(event.headers["x-thing"]).toBe("One");
    expect(event.headers.cookie).toBeUndefined();
  });

  test.each([
    ["application/octet-stream", "bytes are base64"],
    ["application/x-www-form-urlencoded", "a form is base64 too, as on AWS"],
  ])("%s: %s", async (type) => {
    const event = await seen("/cases", { method: "POST", headers: { "content-type": type }, body: "a=1" });
    expect([event.body, event.isBase64Encoded]).toEqual([Buffer.from("a=1").toString("base64"), true]);
  });

  test("status, headers and cookies of the answer arrive", async () => {
    const response = await get("/cases?do=created");
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
  });

  test("the environment comes from the template, its references worked out", async () => {
    const { env } = await (await get("/cases")).json();
    expect(env).toEqual({
      table: "Records",
      bucket: "fixture-photos",
      greeting: "hello world from us-east-1",
      issuer: stack.issuer,
    });
  });

  test.each([
    ["throw", "an error of the handler"],
    ["exit", "a process that ends"],
    ["hang", "a function that runs into its timeout"],
    ["nonsense", "an answer that is none"],
  ])("%s: %s is a 500, and the next call works", async (what) => {
    const response = await get(`/cases?do=${what}`);
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect((await get("/cases")).status).toBe(200);
  });

  test("a sandbox is kept for the next call, and is new after a timeout", async () => {
    const calls = async () => (await (await get("/cases")).json()).calls;
    const first = await calls();
    expect(await calls()).toBe(first + 1);
    await get("/cases?do=hang");
    expect(await calls()).toBe(1);
    expect(lines.some((line) => line.includes("Task timed out after 2.00 seconds"))).toBe(true);
  });

  test("one sandbox takes one event at a time", async () => {
    const echo = stack.functions.get("Echo");
    const answers = await Promise.all([echo?.invoke({}), echo?.invoke({})]);
    const calls = answers.map((answer) => JSON.parse((answer as { body: string }).body).calls); // the fixture's own answer
    expect(calls).toContain(1);
  });

  test.each([
    [10 * 1024 * 1024 + 1, "API Gateway's limit of 10 MB"],
    [6 * 1024 * 1024 + 1, "what Lambda takes as one event"],
  ])("a body of %i bytes is a 413: %s", async (size) => {
    const response = await get("/cases", { method: "POST", body: Buffer.alloc(size) });
    expect([response.status, await response.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  });

  test("the throttle of a route holds back its third call", async () => {
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await get("/slow")).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test("the tests' caller asks again until a route that was too busy answers", async () => {
    const ask = caller(stack.url);
    const statuses = async (one: typeof ask) =>
      (await Promise.all([1, 2, 3, 4].map(() => one("GET", "/cases/mine")))).map(({ status }) => status);
    expect(await statuses(ask)).toContain(429);
    expect(await statuses(patient(ask))).toEqual([200, 200, 200, 200]);
  });
});

describe("CORS of the API", () => {
  const preflight = (origin: string) =>
    get("/cases", { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });

  test("an origin of the template is let in", async () => {
    const response = await preflight("https://console.example.org");
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("https://console.example.org");
    expect(response.headers.get("access-control-allow-methods")).toBe("GET,POST");
  });

  test("another is not", async () => {
    expect((await preflight("https://elsewhere.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("the JWT authorizer", () => {
  const staff = (token?: string) => get("/staff", token ? { headers: { authorization: `Bearer ${token}` } } : {});

  test("claims reach the function as strings, lists in brackets", async () => {
    const response = await staff(await tokenOf(stack, "agent-1"));
    expect(response.status).toBe(200);
    const { claims, scopes } = (await response.json()).event.requestContext.authorizer.jwt;
    expect(claims).toMatchObject({
      sub: "agent-1",
      "cognito:groups": "[agents leads]",
      client_id: "PoolClient",
      token_use: "access",
      scope: "openid profile",
      iss: stack.issuer,
    });
    expect(claims.exp).toMatch(/^\d+$/);
    expect(scopes).toBeNull();
  });

  test("an id token passes too: its aud is the client", async () => {
    const { body } = await steer(stack, "POST", "/token", { sub: "agent-1" });
    expect((await staff(body.id_token)).status).toBe(200);
  });

  test("no token, or one that is not ours, is a 401", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const own = (issuer: string) =>
      new SignJWT({ client_id: "PoolClient" })
        .setProtectedHeader({ alg: "RS256" })
        .setIssuer(issuer)
        .setExpirationTime("1h")
        .sign(privateKey);
    for (const token of [undefined, "rubbish", await own(stack.issuer), await own("https://elsewhere.example")]) {
      const response = await staff(token);
      expect([response.status, await response.text()]).toEqual([401, '{"message":"Unauthorized"}']);
    }
  });

  test("a token of another audience or another issuer is a 401, signed rightly or not", async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    const assembly = readAssembly(ASSEMBLY, "Fixture");
    const issuer = "http://127.0.0.1:1/_local/oidc/us-east-1_Pool";
    const names = namesOf(assembly, "http://127.0.0.1:1", (pool) => `http://127.0.0.1:1/_local/oidc/${pool}`);
    const local = { keys: publicKey, issuers: [issuer], now: () => Date.parse("2026-09-29T00:00:00Z") };
    const authorize = authorizersOf(assembly, names, local, () => undefined).get("ApiAuthorizer");
    const verdict = async (claims: Record<string, unknown>, iss: string, exp: string) => {
      const signed = await new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256" })
        .setIssuer(iss)
        .setExpirationTime(Date.parse(exp) / 1000)
        .sign(privateKey);
      const answer = await authorize?.(signed, []);
      return answer?.ok ? 200 : answer?.error.status;
    };
    const later = "2026-09-29T01:00:00Z";
    expect(await verdict({ client_id: "PoolClient" }, issuer, later)).toBe(200);
    expect(await verdict({ aud: "PoolClient" }, issuer, later)).toBe(200);
    expect(await verdict({ client_id: "Another" }, issuer, later)).toBe(401);
    expect(await verdict({}, issuer, later)).toBe(401);
    expect(await verdict({ client_id: "PoolClient" }, "https://elsewhere.example", later)).toBe(401);
    expect(await verdict({ client_id: "PoolClient" }, issuer, "2026-09-28T23:59:00Z")).toBe(401);
  });

  test("a token lives in virtual time", async () => {
    const token = await tokenOf(stack, "agent-1");
    expect((await staff(token)).status).toBe(200);
    await stack.clock.advance({ advance: "61 minutes" });
    expect((await staff(token)).status).toBe(401);
    expect((await staff(await tokenOf(stack, "agent-1"))).status).toBe(200);
  });
});

describe("virtual time inside a function", () => {
  test("every way to ask for the date gives it, and given dates stay what they are", async () => {
    await stack.clock.advance({ advance: "20 days" });
    const before = stack.clock.now();
    const { now, dates } = await (await get("/cases")).json();
    for (const shown of now.slice(0, 2)) expect(Date.parse(shown)).toBeGreaterThanOrEqual(before);
    expect(now[2]).toBeGreaterThanOrEqual(before - 1_000);
    expect(dates).toEqual([true, 2026, "string"]);
    expect(before - Date.now()).toBeGreaterThan(19 * 86_400_000);
  });
});

describe("what else is on the port", () => {
  test("/_local names every address", async () => {
    const { body } = await steer(stack, "GET", "/");
    expect(body).toMatchObject({
      url: stack.url,
      inbox: stack.inboxUrl,
      issuer: stack.issuer,
      endpoints: stack.endpoints,
    });
  });

  test("a folder is served before the API, its pages fall back to the index", async () => {
    expect((await get("/console")).headers.get("location")).toBe("/console/");
    for (const path of ["/console/", "/console/cases/2026-11-001"])
      expect(await (await get(path)).text()).toContain("<title>Console</title>");
    const script = await get("/console/app.js");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("content-security-policy")).toBe(`default-src 'self'; img-src ${stack.endpoints.s3}`);
    expect([script.headers.get("x-frame-options"), script.headers.get("strict-transport-security")]).toEqual([
      "DENY",
      null,
    ]);
    expect((await get("/console/missing.js")).status).toBe(404);
    expect((await get("/console/..%2f..%2fapi.test.ts")).status).toBe(404);
  });

  test("what the template holds and the runner does not run is said once", () => {
    expect(lines).toContain("not run here: AWS::SQS::Queue (DeadLetters)");
    expect(lines.filter((line) => line.includes("AWS::IAM"))).toEqual([]);
  });
});
