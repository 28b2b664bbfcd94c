import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TrackingView } from "../../../shared/api/views.ts";
import { trackingPage } from "../../../shared/page/tracking.ts";
import { hostile, structure } from "../mail/hostile.ts";
import * as S from "../mail/sample.ts";
import { nonce, viewOf } from "./sample-view.ts";

const plain = viewOf([S.received()], "2026-09-29T12:00:00+08:00", "en");
const draw = (claim: TrackingView["claim"], locale: TrackingView["locale"] = "en"): string =>
  trackingPage({ view: { ...plain, locale, claim }, locale, nonce, script: "" });

describe("a claim on the customer's page", () => {
  test("nothing where nothing is claimed", () => {
    expect(draw(undefined)).not.toContain("Your claim");
  });

  test("the sum agreed on", () => {
    expect(draw({ state: { id: "AGREED", says: "Agreed" }, agreed: "650.00" })).toContain("Compensation: 650.00 yuan");
    expect(draw({ state: { id: "AGREED", says: "已达成一致" }, agreed: "650.00" }, "zh-CN")).toContain("650.00元");
  });

  const ground = { code: "beyond-the-period", says: "beyond the period", rules: ["COU-26", "COU-27"] };
  const refused = (reason: string) =>
    draw({ state: { id: "REFUSED", says: "Refused" }, refusal: { reason, grounds: [ground] } });

  test("why it was refused, with the clauses", () => {
    expect(refused("It came on Saturday.")).toContain("It came on Saturday.");
    expect(refused("x")).toContain("beyond the period");
    expect(refused("x")).toContain("Clause COU-26 COU-27");
  });

  test("what somebody wrote as the reason stays text", () => {
    const plainly = structure(refused("x"));
    fc.assert(
      fc.property(hostile, (reason) => {
        expect(structure(refused(reason))).toEqual(plainly);
      }),
      { numRuns: 30 },
    );
  });
});
