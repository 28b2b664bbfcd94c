import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withAllPlatforms } from "../../../infra/lock/platforms.ts";

const lock = readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8");

test("the lock file names the packages of every platform", () => {
  const missing = JSON.parse(withAllPlatforms(lock)).packages;
  expect(Object.keys(missing).sort(), "run: npm run lock:build").toEqual(Object.keys(JSON.parse(lock).packages).sort());
});

test("the lock file names no address", () => {
  expect(lock).not.toMatch(/"resolved": "https?:/);
});

test("a package of another machine is added with what its name says of it", () => {
  const given = {
    name: "x",
    lockfileVersion: 3,
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0", dev: true, optionalDependencies: { "@a/cli-linux-arm64-musl": "1.0.0" } },
    },
  };
  expect(JSON.parse(withAllPlatforms(JSON.stringify(given))).packages["node_modules/@a/cli-linux-arm64-musl"]).toEqual({
    version: "1.0.0",
    dev: true,
    optional: true,
    os: ["linux"],
    cpu: ["arm64"],
    libc: ["musl"],
  });
});
