import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { type Case, caseOf } from "../../../shared/case/case.ts";
import { type Command, decide } from "../../../shared/case/decide.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { contentHash } from "../../../shared/case/sign/content.ts";
import { fromMs, toMs } from "../../../shared/kernel/instant.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { complaint, filed, reporter, rulebook, sh, staff } from "../../fixtures/cases.ts";

/** The door factory, where the dealer signs the plan before it is carried out. */
const door = publishedPolicy("door-factory-after-sales") ?? expect.unreachable("it ships");
const policy = Policy.parse({
  ...z.record(z.string(), z.unknown()).parse(door.source),
  signoffs: [
    {
      id: "plan-signed",
      title: { "zh-CN": "签字", en: "Signed" },
      rules: ["DFA-03"],
      by: ["dealer"],
      after: "planReplied",
      blocks: ["mark-executed"],
    },
  ],
});
const book = { ...rulebook(), policy };
const receivedAt = sh("2026-03-10 09:30");
const received: CaseEvent = {
  type: "received",
  at: receivedAt,
  by: reporter,
  number: "2026-03-001",
  locale: "en",
  ...filed(policy, complaint({ category: "2-1", damages: undefined })),
};
const everybody = staff("afterSales", "afterSalesManager", "operationsDirector");

const command = fc.oneof(
  fc
    .constantFrom("accept", "reply-plan", "mark-executed", "close")
    .map((step): Command => ({ do: "step", step, answers: step === "reply-plan" ? { plan: "a new leaf" } : {} })),
  fc
    .constantFrom("Chen", "Somebody")
    .map((name): Command => ({ do: "sign", signoff: "plan-signed", by: "dealer", name, method: "drawn" })),
  fc
    .record({ place: fc.nat(4), value: fc.constantFrom("another plan", "a third plan") })
    .map(({ place, value }): Command => ({ do: "correct", place, field: "plan", value, reason: "wrong" })),
);

/** Far enough for something to be there that can be signed. */
const BEGUN: readonly Command[] = [
  { do: "step", step: "accept", answers: {} },
  { do: "step", step: "reply-plan", answers: { plan: "a new leaf" } },
];

const shown = ({ timeline }: Case) => timeline.map(({ type }) => type);

test("whatever is tried in whatever order: nothing is carried out unsigned, what was signed never reads otherwise, and a repeat changes nothing", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 14 }), (commands) => {
      let timeline: readonly CaseEvent[] = [received];
      let at = toMs(receivedAt);
      for (const wanted of [...BEGUN, ...commands]) {
        at += 60_000;
        const before = caseOf(policy, timeline);
        const decided = decide(book, before, wanted, { by: everybody, at: fromMs(at) });
        if (!decided.ok) continue;
        timeline = [...timeline, ...decided.value];
        const current = caseOf(policy, timeline);
        if (wanted.do === "sign") {
          const twice = decide(book, current, wanted, { by: everybody, at: fromMs(at + 1) });
          expect(twice).toEqual({ ok: true, value: [] });
        }
        const signed = timeline.filter((event) => event.type === "signed");
        if (wanted.do === "step" && wanted.step === "mark-executed" && decided.value.length > 0) {
          expect(signed.length, shown(current).join()).toBeGreaterThan(0);
        }
        const [signoff] = policy.signoffs;
        for (const one of signed) {
          expect(one.signedAt >= one.of).toBe(true);
          if (signoff !== undefined) expect(contentHash(policy, current, signoff, one.of)).toBe(one.hash);
        }
      }
    }),
    { numRuns: 300 },
  );
});
