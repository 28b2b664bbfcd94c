import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { edgeSource } from "../../infra/constructs/edge.ts";

type Request = { uri: string; headers: Record<string, { value: string }> };

/** What becomes of a request at the edge. */
const run = (source: keyof typeof edgeSource, uri: string): Request =>
  runInNewContext(`${edgeSource[source]};handler(event)`, {
    event: { request: { uri, headers: { host: { value: "care.example.com" } } } },
  });

test.each([
  { uri: "/console/", is: "/console/index.html", why: "the console" },
  { uri: "/console/cases/case_0", is: "/console/index.html", why: "an address within the console" },
  { uri: "/console/config.json", is: "/console/config.json", why: "a file of the console" },
  { uri: "/assets/form-abc123.js", is: "/assets/form-abc123.js", why: "a script" },
  { uri: "/docs/", is: "/docs/index.html", why: "a folder is its index page" },
  { uri: "/docs/api", is: "/docs/api/index.html", why: "a folder without its slash" },
])("$why: $uri", ({ uri, is }) => {
  expect(run("findPage", uri).uri).toBe(is);
});

test("the API hears which name the customer typed, whatever name it is called by", () => {
  const { headers, uri } = run("keepHost", "/acme/complaint");
  expect(uri).toBe("/acme/complaint");
  expect(headers["x-forwarded-host"]).toEqual({ value: "care.example.com" });
});
