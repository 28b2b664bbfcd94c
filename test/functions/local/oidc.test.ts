import { createHash } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { startFixture } from "./fixture.ts";

let stack: LocalStack;
let end: () => Promise<void>;
let places: Record<string, string>;
beforeAll(async () => {
  ({ stack, end } = await startFixture());
  places = await (await fetch(`${stack.issuer}/.well-known/openid-configuration`)).json();
});
afterAll(() => end());

const VERIFIER = "a-verifier-that-nobody-else-knows-0123456789abcdef";
const home = () => `${stack.url}/console/`;
const request = (change: Record<string, string> = {}) =>
  new URLSearchParams({
    client_id: "PoolClient",
    redirect_uri: home(),
    response_type: "code",
    scope: "openid profile",
    state: "s-1",
    nonce: "n-1",
    code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
    code_challenge_method: "S256",
    ...change,
  });
const signIn = async (sub: string, change: Record<string, string> = {}) => {
  const body = new URLSearchParams([...request(change), ["sub", sub]]);
  return fetch(places.authorization_endpoint ?? "", { method: "POST", body, redirect: "manual" });
};
const codeOf = async (sub: string, change?: Record<string, string>) =>
  new URL((await signIn(sub, change)).headers.get("location") ?? "").searchParams.get("code") ?? "";
const exchange = async (change: Record<string, string>) => {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: "PoolClient",
    redirect_uri: home(),
    code_verifier: VERIFIER,
    ...change,
  });
  const response = await fetch(places.token_endpoint ?? "", { method: "POST", body });
  return { status: response.status, body: await response.json() };
};

test("the page offers the people, and nobody else's HTML", async () => {
  const page = await fetch(`${places.authorization_endpoint}?${request({ state: '"><script>' })}`);
  const text = await page.text();
  for (const part of ["Sign in 登录", "Lin Agent", "agents · leads", "Gu Guest"]) expect(text).toContain(part);
  expect(text).not.toContain("<script>");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("code with PKCE: state comes back, tokens are Cognito's shape and verify against the published keys", async () => {
  const back = new URL((await signIn("agent-1")).headers.get("location") ?? "");
  expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([home(), "s-1"]);
  const { status, body } = await exchange({ code: back.searchParams.get("code") ?? "" });
  expect(status).toBe(200);
  const keys = createRemoteJWKSet(new URL(places.jwks_uri ?? ""));
  const access = (await jwtVerify(body.access_token, keys, { issuer: stack.issuer })).payload;
  expect(access).toMatchObject({
    sub: "agent-1",
    token_use: "access",
    client_id: "PoolClient",
    scope: "openid profile",
    "cognito:groups": ["agents", "leads"],
  });
  expect(access.aud).toBeUndefined();
  const id = (await jwtVerify(body.id_token, keys, { issuer: stack.issuer, audience: "PoolClient" })).payload;
  expect(id).toMatchObject({ token_use: "id", name: "Lin Agent", nonce: "n-1", "cognito:groups": ["agents", "leads"] });
});

test("a code is good once", async () => {
  const code = await codeOf("agent-1");
  expect((await exchange({ code })).status).toBe(200);
  expect(await exchange({ code })).toEqual({ status: 400, body: { error: "invalid_grant" } });
});

test.each<[Record<string, string>, string]>([
  [{ code_verifier: "another" }, "another verifier"],
  [{ redirect_uri: "https://console.example.org/back" }, "another redirect address"],
  [{ client_id: "Another" }, "another client"],
  [{ grant_type: "password" }, "another kind of grant"],
])("%o is refused: %s", async (change) => {
  expect((await exchange({ code: await codeOf("agent-1"), ...change })).status).toBe(400);
});

test.each<[Record<string, string>, string]>([
  [{ redirect_uri: "https://evil.example/console/" }, "a foreign address"],
  [{ redirect_uri: "http://127.0.0.1:1/console/" }, "another port"],
  [{ client_id: "Another" }, "a client that does not exist"],
  [{ code_challenge_method: "plain" }, "PKCE in the clear"],
  [{ response_type: "token" }, "the implicit flow"],
])("%o stays on the page: %s", async (change) => {
  const response = await signIn("agent-1", change);
  expect([response.status, response.headers.get("location")]).toEqual([400, null]);
});

test("a redirect address of the template that is not local is matched to the letter", async () => {
  expect((await signIn("agent-1", { redirect_uri: "https://console.example.org/back" })).status).toBe(302);
  expect((await signIn("agent-1", { redirect_uri: "https://console.example.org/back/" })).status).toBe(400);
});

test("a refresh token brings new tokens, an access token does not", async () => {
  const { body } = await exchange({ code: await codeOf("guest-1") });
  const again = await exchange({ grant_type: "refresh_token", refresh_token: body.refresh_token });
  expect(again.status).toBe(200);
  expect((await exchange({ grant_type: "refresh_token", refresh_token: body.access_token })).status).toBe(400);
});

test("logging out goes back to a listed address only", async () => {
  const out = (to: string) =>
    fetch(`${stack.issuer}/logout?client_id=PoolClient&logout_uri=${encodeURIComponent(to)}`, { redirect: "manual" });
  expect((await out(home())).headers.get("location")).toBe(home());
  expect((await out("https://evil.example/")).status).toBe(400);
});

test("nobody signs in who is not on the list", async () => {
  expect((await signIn("stranger")).status).toBe(401);
});
