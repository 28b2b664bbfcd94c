import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import type { Actor } from "../../../shared/case/actor.ts";
import { registerOf } from "../../../shared/policy/register-form.ts";
import { nameless } from "../../../shared/privacy/forget-kept.ts";
import { entryOf } from "../../../shared/register/entry.ts";
import type { EntryEvent } from "../../../shared/register/event.ts";
import { retentionOf } from "../../../shared/register/retention.ts";
import { sh } from "../../fixtures/cases.ts";

const policy = publishedPolicy("courier-service-quality")?.policy ?? expect.unreachable("it ships");
const form = registerOf(policy, "cod-ledger") ?? expect.unreachable("it keeps one");
const calendar = calendarOf("CN") ?? expect.unreachable("it is known");
const by: Actor = { kind: "staff", sub: "u-1", name: "Office", roles: ["originCompany"] };
const answers = { senderData: "白若 13700002222", recipientData: "丁一", amount: "88.00", collectedOn: "2026-02-20" };
const written: EntryEvent = { type: "written", at: sh("2026-02-20 10:00"), by, answers };
const settled: EntryEvent = {
  ...{ type: "taken", at: sh("2026-02-28 12:00"), by, step: "settle", roles: ["originCompany"] },
  ...{ answers: { settledOn: "2026-02-28", voucher: "V-1" }, remark: "paid to 白若" },
};
const kept = (events: readonly EntryEvent[]) =>
  retentionOf({ policy, form, calendar }, entryOf({ policy, form }, events));

describe("COU-09 how long an entry of the ledger is kept", () => {
  test("AS-63 a year from its settlement, and three at most", () => {
    const found = kept([written, settled]);
    expect(found?.until).toBe(sh("2027-03-01 00:00"));
    expect(found?.most).toEqual({ at: sh("2029-03-01 00:00"), how: "anonymise" });
  });

  test("what is not settled has begun nothing; what was struck out is kept from when it was written", () => {
    expect(kept([written])).toBeUndefined();
    const voided: EntryEvent = { type: "voided", at: sh("2026-02-21 10:00"), by, reason: "twice" };
    expect(kept([written, voided])?.until).toBe(sh("2027-02-21 00:00"));
  });
});

test("without what was typed an entry keeps its figures, days and who of the staff wrote it, and stands as it stood", () => {
  const left = nameless(policy, form, [written, settled]);
  expect(JSON.stringify(left)).not.toMatch(/白若|丁一|13700002222|V-1/);
  const entry = entryOf({ policy, form }, left);
  expect(entry).toMatchObject({ state: "COMPLETE", writtenBy: by });
  expect(entry.answers).toEqual({ amount: "88.00", collectedOn: "2026-02-20" });
});
