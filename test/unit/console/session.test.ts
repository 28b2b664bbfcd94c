import { describe, expect, test } from "vitest";
import { hashOf, placeOf } from "../../../web/console/route.ts";
import { personOf } from "../../../web/console/session/person.ts";
import { challengeOf, secret } from "../../../web/console/session/pkce.ts";
import { endpointsOf, fromDiscovery } from "../../../web/console/session/settings.ts";
import { firstSpoken } from "../../../web/console/words/language.ts";

const tokenOf = (claims: Record<string, unknown>): string =>
  ["{}", JSON.stringify(claims), "signature"].map((part) => Buffer.from(part).toString("base64url")).join(".");

describe("PKCE", () => {
  test("makes the challenge of RFC 7636, appendix B", async () => {
    expect(await challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
  });

  test("takes a new secret each time, of the length and letters that RFC 7636 asks for", () => {
    const secrets = new Set(Array.from({ length: 50 }, secret));
    expect(secrets.size).toBe(50);
    for (const one of secrets) expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe("who signed in", () => {
  test.each([
    [
      "Cognito's groups",
      { "cognito:groups": ["doors:afterSales", "doors:quality", "buses:rescue"] },
      ["doors", "buses"],
    ],
    ["another issuer's groups", { groups: ["doors:afterSales"] }, ["doors"]],
    ["groups in one text", { groups: "doors:afterSales, buses:rescue" }, ["doors", "buses"]],
    ["groups that are no role of ours", { groups: ["admins", ":x", "x:"] }, []],
    ["no groups at all", {}, []],
  ])("%s say where they have a role", (_why, claims, orgs) => {
    expect(personOf(tokenOf({ sub: "s", ...claims })).orgs).toEqual(orgs);
  });

  test.each([
    ["a name, also a Chinese one", { name: "周师傅", email: "z@doors.example" }, "周师傅"],
    ["an address where there is no name", { email: "z@doors.example" }, "z@doors.example"],
    ["the pool's name for them", { "cognito:username": "zhou" }, "zhou"],
    ["their id where there is nothing else", {}, "s"],
  ])("%s is shown", (_why, claims, name) => {
    expect(personOf(tokenOf({ sub: "s", ...claims })).name).toBe(name);
  });
});

describe("where to sign in", () => {
  test("a Cognito page is known without asking anybody", async () => {
    const login = "https://aftercare.auth.eu-west-1.amazoncognito.com";
    expect(await endpointsOf({ issuer: "https://issuer.example", clientId: "c", login })).toEqual({
      authorize: `${login}/oauth2/authorize`,
      token: `${login}/oauth2/token`,
      logout: `${login}/logout`,
    });
  });

  test("another issuer says it in its discovery document, with or without a place to sign out", () => {
    const found = { authorization_endpoint: "https://i.example/a", token_endpoint: "https://i.example/t" };
    expect(fromDiscovery(found)).toEqual({ authorize: "https://i.example/a", token: "https://i.example/t" });
    expect(() => fromDiscovery({ token_endpoint: "https://i.example/t" })).toThrow("names no endpoints");
  });
});

describe("the address of a place", () => {
  test.each([
    ["nowhere yet", "", {}],
    ["the list of a company", "#/demo-doors", { org: "demo-doors" }],
    ["a case, as mails link to it", "#/demo-doors/case_1", { org: "demo-doors", caseId: "case_1" }],
    ["a stray % that somebody typed", "#/demo%", { org: "demo%" }],
  ])("%s", (_why, hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });

  test("leads back to the place it was made of", () => {
    const place = { org: "a/b", caseId: "c d%" };
    expect(placeOf(hashOf(place))).toEqual(place);
  });
});

describe("the language", () => {
  test.each([
    [["zh-TW", "en"], "zh-CN"],
    [["fr", "en-GB", "zh"], "en"],
    [["fr"], "zh-CN"],
    [[], "zh-CN"],
  ])("of a reader who wants %j is %s", (wanted, locale) => {
    expect(firstSpoken(wanted)).toBe(locale);
  });
});
