import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { artefacts } from "../../../infra/policy/build.ts";
import { hashOf } from "../../../infra/policy/compile.ts";
import { POLICIES, readWritten, register, sourceOf, written } from "../../../infra/policy/files.ts";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { trace } from "../../../shared/policy/trace.ts";

const committed = (name: string): string => readFileSync(new URL(name, POLICIES), "utf8");

describe("what is made from the policy files", () => {
  test.each([...artefacts().keys()])("%s is current (npm run policy:build)", (name) => {
    expect(committed(name)).toBe(artefacts().get(name));
  });

  test("every file that is written is deployed, as it was read", () => {
    expect([...policyIds()].sort()).toEqual(written());
    for (const id of written()) {
      const published = publishedPolicy(id);
      expect(published?.policy).toEqual(readWritten(id).policy);
      expect(published?.ref).toEqual({ id, version: 1, hash: hashOf(committed(`compiled/${id}.json`)) });
    }
  });

  test("a policy is read once, and one that nobody wrote is not there", () => {
    expect(publishedPolicy("door-factory-after-sales")).toBe(publishedPolicy("door-factory-after-sales"));
    expect(publishedPolicy("no-such-policy")).toBeUndefined();
  });
});

describe("the register", () => {
  test("has 39 regulations with 665 rules, each once", () => {
    const all = register();
    expect(all).toHaveLength(39);
    expect(all.reduce((sum, { rules }) => sum + rules, 0)).toBe(665);
    expect(new Set(all.map(({ id }) => id)).size).toBe(39);
    expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(39);
  });

  test.each(written())("agrees with %s, which names its editor schema and forgets no rule", (id) => {
    const { policy } = readWritten(id);
    const entry = register().find((one) => one.id === id);
    expect(policy).toMatchObject({ id, prefix: entry?.prefix, registered: entry?.rules, weight: entry?.weight });
    expect(sourceOf(id)).toMatch(/^# yaml-language-server: \$schema=\.\/policy\.schema\.json\n/);
    expect(policy && trace(policy).filter(({ status }) => status === "missing")).toEqual([]);
  });
});
