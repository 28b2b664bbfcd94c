import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { digestSheet } from "../../../shared/api/digest-sheet.ts";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { type Line, withoutLines } from "../../../shared/digest/digest.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { digestLetter } from "../../../shared/mail/digest.ts";
import { counted, sayLate } from "../../../shared/mail/digest-words.ts";
import { sampleDigest } from "../../../shared/mail/sample/digest.ts";
import source from "../../../shared/policies/compiled/bus-maker-after-sales.json" with { type: "json" };
import { Policy } from "../../../shared/policy/policy.ts";
import { pngOf } from "../../../shared/runtime/png.ts";
import { xlsxOf } from "../../../shared/runtime/xlsx.ts";
import { sh } from "../../fixtures/cases.ts";
import { faultsOfLetter } from "./client.ts";
import { org } from "./sample.ts";

const NOW = sh("2026-03-09 08:00");
const policy = Policy.parse(source);
const calendar = calendarOf("CN") ?? expect.unreachable("the calendar of China");
const sampled = (locale: Locale) => sampleDigest({ rulebook: { policy, calendar }, now: NOW, locale }, org);

/** Five thousand that are late, as their list gathers them. */
const LINES = Array.from(
  { length: 5_000 },
  (_, n): Line => ({
    place: `case_${n}`,
    name: `N-${n}`,
    what: { "zh-CN": "<b>方案</b>", en: "=1+1" },
    who: "L••••",
    due: sh("2026-03-01 00:00"),
  }),
);
const part = {
  ...{
    policy: { id: "p", version: 1, title: { "zh-CN": "制度", en: "Rules" } },
    zone: "Asia/Shanghai",
    since: sh("2026-03-02 08:00"),
  },
  ...{
    digests: [{ id: "weekly", title: { "zh-CN": "每周", en: "Weekly" }, rules: ["ABC-01"] }],
    shows: ["overdue" as const],
  },
  roles: [{ id: "head", title: { "zh-CN": "经理", en: "Head" } }],
  ...{ overdue: [{ of: "cases" as const, count: 5_000, first: LINES.slice(0, 10) }], due: [], kpis: [], news: [] },
};

describe("a digest's letter", () => {
  test.each(["zh-CN", "en"] as const)(
    "is shown alike by mail programs, and its order is what is late, what is due, figures, changes: %s",
    (locale) => {
      const { html, text, pictures } = sampled(locale);
      expect(faultsOfLetter(html)).toEqual([]);
      const order = {
        "zh-CN": ["逾期案件", "7日内到期的案件", "指标与目标", "以来的变化"],
        en: ["Overdue cases", "Cases due within", "Figures against", "Changes since"],
      };
      const places = order[locale].map((one) => text.indexOf(one));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
      expect(text).toContain(locale === "en" ? "and 1,234 more" : "另有1,234项");
      expect(pictures).toHaveLength(3);
      for (const { chart, alt } of pictures) {
        expect(alt).toContain("89.0 %");
        expect(Buffer.from(pngOf(chart)).subarray(1, 4).toString()).toBe("PNG");
        expect(pngOf(chart).length).toBeLessThan(2_000);
      }
    },
  );

  test("says why somebody gets it, by the rule where one asks for it", () => {
    const { text } = digestLetter({
      org,
      locale: "en",
      day: CivilDate.parse("2026-03-09"),
      now: NOW,
      parts: [part],
      console: "https://x.example/console/#/x",
      name: "n",
    });
    expect(text.replace(/\s+/g, " ")).toContain("You get this mail as Head, by “Rules”: Weekly (ABC-01).");
    expect(text).toContain("and 4,990 more");
    expect(text).toContain("https://x.example/console/#/x?policy=p&due=overdue");
  });

  test("of long ago says how many there were and that its lines are forgotten", () => {
    const of = {
      org,
      day: CivilDate.parse("2026-03-09"),
      now: NOW,
      console: "https://x.example/console/#/x",
      name: "n",
    };
    const letter = (locale: Locale) => digestLetter({ ...of, locale, parts: [withoutLines(part)] }).text;
    expect(letter("en")).toMatch(/Overdue cases: 5,000, its lines were kept for 31 days/);
    expect(letter("zh-CN")).toMatch(/逾期案件：5,000，明细只保存31天/);
    expect(letter("en")).not.toContain("N-0");
  });

  test("carries a file with every line that the mail cuts, and no cell of it is a formula", async () => {
    const whole = { part, overdue: [{ of: "cases" as const, count: 5_000, lines: LINES }], due: [] };
    const bytes = await xlsxOf(
      digestSheet([whole], { locale: "en", now: NOW, console: "https://x.example/console/#/x" }),
    );
    expect(bytes.length).toBeLessThan(1_000_000);
    const { sheets } = await readXlsx(Buffer.from(bytes));
    const rows = sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(5_001);
    expect(rows.at(-1)?.slice(2, 4)).toEqual(["N-4999", "=1+1"]);
  });

  test("says how late something is, and counts as people read them", () => {
    expect([sayLate(sh("2026-03-09 07:30"), NOW, "en"), sayLate(sh("2026-03-01 08:00"), NOW, "zh-CN")]).toEqual([
      "1 hour",
      "8天",
    ]);
    expect([0, 999, 1234, 1234567].map(counted)).toEqual(["0", "999", "1,234", "1,234,567"]);
  });
});
