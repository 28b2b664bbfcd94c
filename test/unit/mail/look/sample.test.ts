import { describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../../infra/policy/published.ts";
import { calendarOf } from "../../../../shared/calendar/known.ts";
import { Instant } from "../../../../shared/kernel/instant.ts";
import { kindsOf, LETTER_KINDS, sampleLetter } from "../../../../shared/mail/sample/sample.ts";
import { utf8Length } from "../../../../shared/mail/size.ts";
import { faultsOfLetter, previewOf } from "../client.ts";
import { LOOK } from "../looks.ts";

/** What the page that shows a company's letters shows: every kind, of every regulation that ships, in both languages. */
const now = Instant.parse("2026-03-10T01:30:00Z");
const house = { name: { "zh-CN": "示例公司", en: "Example Company" }, look: LOOK };
const stageOf = (id: string) => {
  const policy = publishedPolicy(id)?.policy ?? expect.unreachable();
  return { rulebook: { policy, calendar: calendarOf(policy.calendar.holidays) ?? expect.unreachable() }, now };
};

describe.each(policyIds())("%s", (id) => {
  const stage = stageOf(id);
  const kinds = kindsOf(stage.rulebook.policy);

  test("every letter that its notifications name can be looked at", () => {
    const { notifications, intake } = stage.rulebook.policy;
    const named = intake === undefined ? [] : notifications.map(({ template }) => template);
    expect(named.filter((template) => !kinds.includes(template))).toEqual([]);
  });

  test.each(["zh-CN", "en"] as const)("samples in %s are whole letters in that language", (locale) => {
    for (const kind of kinds) {
      const { subject, preview, html, text } = sampleLetter({ ...stage, locale }, house, kind);
      expect([kind, faultsOfLetter(html)]).toEqual([kind, []]);
      expect(utf8Length(html)).toBeLessThan(102 * 1024);
      expect(previewOf(html)).not.toBe("");
      for (const part of [subject, preview, text]) expect(part).not.toMatch(/undefined|\[object|NaN/);
      if (locale === "en")
        expect([kind, `${subject}${preview}`.replace(/[^\p{Script=Han}]/gu, "")]).toEqual([kind, ""]);
    }
  });
});

test("between them the regulations that ship send every kind of letter", () => {
  const all = new Set(policyIds().flatMap((id) => kindsOf(stageOf(id).rulebook.policy)));
  expect(LETTER_KINDS.filter((kind) => !all.has(kind))).toEqual([]);
});
