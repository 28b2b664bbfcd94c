import { describe, expect, test } from "vitest";
import { createClient, createKeys } from "../../../web/console/api/client.ts";
import { byField, failureOf, isPassing } from "../../../web/console/api/failure.ts";
import { createServerTime } from "../../../web/console/api/server-time.ts";

type Sent = {
  readonly path: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: unknown;
};
type Scripted = Response | "cut";

const answer = (status: number, body: unknown): Response => Response.json(body, { status });

/** A client whose answers are given, one for each request that it may send. */
const scripted = (answers: readonly Scripted[], renewed?: string) => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let out = 0;
  let token = "old";
  const client = createClient({
    locale: "en",
    token: () => token,
    renew: async () => {
      token = renewed ?? token;
      return renewed;
    },
    signedOut: () => {
      out += 1;
    },
    heard: () => undefined,
    pause: async (ms) => void waits.push(ms),
    fetch: async (path, init) => {
      const next = answers[sent.length];
      sent.push({ path: String(path), method: init?.method, headers: new Headers(init?.headers), body: init?.body });
      if (next === undefined) throw new Error(`request ${sent.length} was not expected`);
      if (next === "cut") throw new TypeError("network");
      return next;
    },
  });
  return { client, sent, waits, signedOut: () => out };
};

const command = { body: { text: "x" }, key: "k-1", version: 7 };

describe("files", () => {
  test("come under their name, with where the next part is", async () => {
    const head = {
      "content-disposition": 'attachment; filename="doors-cases.csv"',
      link: '</v1/doors/cases/export?format=csv&cursor=x>; rel="next"',
    };
    const { client } = scripted(["cut", new Response("a,b", { headers: head })]);
    const taken = await client.take("/v1/doors/cases/export?format=csv");
    if (!taken.ok) throw new Error(taken.failure.code);
    expect(taken.value).toMatchObject({
      name: "doors-cases.csv",
      next: "/v1/doors/cases/export?format=csv&cursor=x",
    });
    expect(await taken.value.content.text()).toBe("a,b");
  });

  test("a refused one says why, and a sent one goes as it is, again after a broken line", async () => {
    const rows = [{ row: 3, column: "orderNo", code: "required", says: "is required" }];
    const { client, sent } = scripted(["cut", answer(400, { code: "bad-rows", title: "no", rows })]);
    const content = new Blob(["a,b"]);
    const told = await client.send("/v1/doors/imports", content);
    expect(told.ok ? undefined : told.failure).toMatchObject({ code: "bad-rows", rows });
    expect(sent.map(({ body }) => body)).toEqual([content, content]);
    expect(sent[1]?.headers.get("content-type")).toBe("application/octet-stream");
    expect(sent[1]?.headers.get("if-match")).toBeNull();
  });
});

describe("asking", () => {
  test("a command carries the token, the language, its key and the version that was seen", async () => {
    const { client, sent } = scripted([answer(200, { version: 8 })]);
    expect(await client.post("/v1/doors/cases/c/notes", command)).toEqual({ ok: true, value: { version: 8 } });
    const [{ headers, method, body }] = sent as [Sent];
    expect(method).toBe("POST");
    expect(body).toBe('{"text":"x"}');
    expect(Object.fromEntries(headers)).toMatchObject({
      authorization: "Bearer old",
      "accept-language": "en",
      "content-type": "application/json",
      "idempotency-key": "k-1",
      "if-match": '"7"',
    });
  });

  test.each<[string, Scripted]>([
    ["the line breaks", "cut"],
    ["the server broke", answer(500, { code: "broken" })],
    ["it was too much at once", answer(429, { message: "Too Many Requests" })],
  ])("when %s, the same command is sent again with the same key", async (_why, first) => {
    const { client, sent, waits } = scripted([first, answer(200, {})]);
    expect(await client.post("/p", command)).toMatchObject({ ok: true });
    expect(sent.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["k-1", "k-1"]);
    expect(waits).toHaveLength(1);
  });

  test("a line that stays broken is said after three tries", async () => {
    const { client, sent } = scripted(["cut", "cut", "cut"]);
    expect(await client.get("/p")).toMatchObject({ ok: false, failure: { code: "unreachable" } });
    expect(sent).toHaveLength(3);
  });

  test.each([400, 403, 404, 409, 412, 422])("a refusal %i is final", async (status) => {
    const { client, sent } = scripted([answer(status, { code: "no", title: "No." })]);
    expect(await client.post("/p", command)).toMatchObject({
      ok: false,
      failure: { status, code: "no", title: "No." },
    });
    expect(sent).toHaveLength(1);
  });

  test("an expired token is renewed once, without a word", async () => {
    const { client, sent, signedOut } = scripted([answer(401, { message: "Unauthorized" }), answer(200, {})], "new");
    expect(await client.post("/p", command)).toMatchObject({ ok: true });
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer old", "Bearer new"]);
    expect(signedOut()).toBe(0);
  });

  test.each([
    ["cannot be renewed", undefined, 1],
    ["is refused when renewed, too", "new", 2],
  ])("a token that %s ends the sign-in", async (_why, renewed, requests) => {
    const { client, sent, signedOut } = scripted([answer(401, {}), answer(401, {})], renewed);
    expect(await client.get("/p")).toMatchObject({ ok: false, failure: { status: 401 } });
    expect(sent).toHaveLength(requests);
    expect(signedOut()).toBe(1);
  });

  test("an error page of something in between is a failure, too", async () => {
    const { client } = scripted([new Response("<html>", { status: 403 })]);
    expect(await client.get("/p")).toMatchObject({ ok: false, failure: { status: 403, code: "http-403" } });
  });
});

describe("the key of an intent", () => {
  const keys = () => {
    let n = 0;
    return createKeys(() => `key-${++n}`);
  };

  test("stays while the same is sent again, and changes with what is sent or where", () => {
    const { keyFor } = keys();
    expect([keyFor("/a", { x: 1 }), keyFor("/a", { x: 1 }), keyFor("/a", { x: 2 }), keyFor("/b", { x: 2 })]).toEqual([
      "key-1",
      "key-1",
      "key-2",
      "key-3",
    ]);
  });

  test("is not used for a second intent that happens to be the same", () => {
    const { keyFor, settled } = keys();
    const first = keyFor("/notes", { text: "called" });
    settled();
    expect(keyFor("/notes", { text: "called" })).not.toBe(first);
  });
});

describe("a refusal", () => {
  const fields = [
    { path: "/plan", code: "required", says: "Plan: is required" },
    { path: "/other/deep", code: "unknown-field", says: "no such field" },
    { path: "/parts/1/quantity", code: "required", says: "Quantity: is required" },
    { path: "/shares/0/percent", code: "required", says: "Share: is required" },
  ];

  test("is shown at its fields, and beside the form where it has none", () => {
    const { at, rest } = byField(failureOf(400, { code: "bad-fields", title: "t", fields }), ["plan", "parts"]);
    expect(at).toEqual([
      { id: "plan", says: "Plan: is required" },
      { id: ["parts", 1, "quantity"], says: "Quantity: is required" },
    ]);
    expect(rest).toEqual(["no such field", "Share: is required"]);
  });

  test.each([
    [0, true],
    [429, true],
    [503, true],
    [412, false],
    [400, false],
  ])("with status %i may pass by itself: %s", (status, passing) => {
    expect(isPassing(failureOf(status, {}))).toBe(passing);
  });
});

describe("the server's time", () => {
  test("is followed, whatever this computer says, and no answer without a date changes it", () => {
    const time = createServerTime(() => Date.parse("2026-01-01T00:00:00Z"));
    time.heard("Tue, 29 Sep 2026 02:00:00 GMT");
    time.heard(null);
    expect(new Date(time.now()).toISOString()).toBe("2026-09-29T02:00:00.000Z");
  });
});
