import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { customerModule, customerScript } from "../../../infra/customer/script.ts";
import { formPage } from "../../../shared/page/form.ts";
import { securityHeaders } from "../../../shared/page/page.ts";
import { formOf, nonce } from "./sample-view.ts";

const script = customerScript();

describe("headers", () => {
  const headers = securityHeaders({ nonce, uploadOrigin: "https://up.example", imageOrigin: "https://img.example" });
  const policy = new Map(
    headers["content-security-policy"]?.split("; ").map((directive): [string, string] => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
  test.each([
    ["default-src", "'none'"],
    ["script-src", `'nonce-${nonce}'`],
    ["style-src", `'nonce-${nonce}'`],
    ["img-src", "'self' data: blob: https://img.example"],
    ["connect-src", "'self' https://up.example"],
    ["form-action", "'self' https://up.example"],
    ["base-uri", "'none'"],
    ["frame-ancestors", "'none'"],
  ])("%s allows %s and nothing else", (directive, sources) => expect(policy.get(directive)).toBe(sources));

  test.each([
    ["referrer-policy", "no-referrer"],
    ["cache-control", "no-store"],
    ["x-content-type-options", "nosniff"],
    ["cross-origin-opener-policy", "same-origin"],
    ["content-type", "text/html; charset=utf-8"],
  ])("%s", (name, value) => expect(headers[name]).toBe(value));

  test.each([
    ["a nonce that is none", { nonce: "x' 'unsafe-inline" }],
    ["a nonce that can be guessed", { nonce: "1" }],
    ["an origin with a directive in it", { nonce, uploadOrigin: "https://a.example; script-src *" }],
    ["an origin with a path", { nonce, imageOrigin: "https://a.example/x" }],
  ])("%s is refused", (_, given) => expect(() => securityHeaders(given)).toThrow());
});

describe("what a page loads", () => {
  test("one script of at most 15 KB gzipped, whose pages need nothing else", () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(15 * 1024);
    const page = formPage({ form: formOf("zh-CN"), locale: "zh-CN", nonce, script, idempotencyKey: "k" });
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(32 * 1024);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page.match(/<script|<style/g)).toHaveLength(
      [...page.matchAll(/<(?:script|style)[^>]* nonce="c2FtcGxlLW5vbmNlLTE2Yg=="/g)].length,
    );
  });

  test("the script parses nothing as markup and speaks no sentence of its own", () => {
    for (const way of ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("])
      expect(script).not.toContain(way);
    expect(script).not.toMatch(/\p{Script=Han}/u);
  });

  test("the script asks for nothing that a phone of 2020 does not have", () => {
    for (const newer of [
      "hasOwn(",
      ".at(",
      "toReversed",
      "toSorted",
      "findLast",
      "structuredClone",
      "randomUUID",
      "groupBy",
    ])
      expect(script).not.toContain(newer);
  });

  test("the script that the functions carry is the one in web/customer (npm run customer:build)", () => {
    const carried = readFileSync(new URL("../../../shared/page/script.generated.ts", import.meta.url), "utf8");
    expect(carried === customerModule()).toBe(true);
  });

  test("nothing is styled in line, which the policy would drop", () =>
    expect(formPage({ form: formOf("en"), locale: "en", nonce, script: "", idempotencyKey: "k" })).not.toMatch(
      / (?:style|on[a-z]+)="/,
    ));
});
