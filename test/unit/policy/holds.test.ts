import { describe, expect, test } from "vitest";
import { Condition } from "../../../shared/policy/condition.ts";
import { holds } from "../../../shared/policy/holds.ts";
import type { Facts } from "../../../shared/policy/terms.ts";
import { small } from "./fixture.ts";

const far = [{ km: { over: 100 } }, { urgent: true }];

describe("conditions", () => {
  test.each<{ why: string; when: unknown; facts: Facts; is: unknown; missing?: string[] }>([
    { why: "equal", when: { kind: "a" }, facts: { kind: "a" }, is: true },
    { why: "one of several", when: { kind: ["a", "b"] }, facts: { kind: "b" }, is: true },
    { why: "none of several", when: { kind: ["a", "b"] }, facts: { kind: "c" }, is: false },
    { why: "以内 includes the figure (K-8)", when: { km: { upTo: 100 } }, facts: { km: 100 }, is: true },
    { why: "超过 excludes it", when: { km: { over: 100 } }, facts: { km: 100 }, is: false },
    { why: "以上 includes it", when: { km: { from: 100 } }, facts: { km: 100 }, is: true },
    { why: "不满 excludes it", when: { km: { below: 100 } }, facts: { km: 100 }, is: false },
    { why: "a text is in no span", when: { km: { upTo: 100 } }, facts: { km: "50" }, is: false },
    { why: "a flag that nobody set is false", when: { urgent: true }, facts: {}, is: false },
    { why: "and may be asked for", when: { urgent: false }, facts: {}, is: true },
    { why: "any group suffices", when: far, facts: { km: 50, urgent: true }, is: true },
    { why: "an unknown group does not stop another that holds", when: far, facts: { urgent: true }, is: true },
    { why: "an unknown group is open when the others fail", when: far, facts: {}, is: "unknown", missing: ["km"] },
    { why: "a failing fact closes its group", when: { kind: "a", km: { over: 1 } }, facts: { kind: "b" }, is: false },
    { why: "what is inherited is no fact", when: { toString: "x" }, facts: {}, is: "unknown", missing: ["toString"] },
  ])("$why", ({ when, facts, is, missing }) => {
    const answer = holds(small(), Condition.parse(when), facts);
    expect(answer).toEqual(missing === undefined ? { is } : { is, missingFacts: missing });
  });

  test("no condition always holds", () => {
    expect(holds(small(), undefined, {})).toEqual({ is: true });
  });
});
