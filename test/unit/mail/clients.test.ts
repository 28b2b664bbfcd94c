import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../shared/calendar/known.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { sampleDigest } from "../../../shared/mail/sample/digest.ts";
import { utf8Length } from "../../../shared/mail/size.ts";
import { written } from "../../../shared/mail/written.ts";
import buses from "../../../shared/policies/compiled/bus-maker-after-sales.json" with { type: "json" };
import { Policy } from "../../../shared/policy/policy.ts";
import { sh } from "../../fixtures/cases.ts";
import { faultsOfLetter, PROPERTIES, previewOf, shownBody, tagsOf } from "./client.ts";
import { LOOK, letters } from "./looks.ts";
import * as S from "./sample.ts";

/** Letters are shown alike by Outlook, Gmail and QQ Mail, in light and in dark, and cut by none of them. */
const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const ALL = LOCALES.flatMap((locale) =>
  [undefined, LOOK].flatMap((look) =>
    letters({ locale, look }).map(
      ([name, one]) => [name, locale, look === undefined ? "plain" : "dressed", one] as const,
    ),
  ),
);
const DATE = /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/;
/** An answer to a stranger's mail is about theirs; a calendar lacks a year. */
const NO_DATE = /^(?:turned away|calendar missing)/;
/** About no case. */
const NO_NUMBER = /^(?:invitation|visit|analysis|commendation)/;

describe.each(ALL)("%s in %s, %s", (name, locale, dressed, { subject, preview, html, text }) => {
  test("holds nothing that a mail program would show otherwise", () => expect(faultsOfLetter(html)).toEqual([]));

  test("says the number and a date before it is opened", () => {
    expect(previewOf(html)).toBe(preview.replaceAll("'", "&#39;").replaceAll('"', "&quot;"));
    expect(preview).not.toBe("");
    if (NO_DATE.test(name)) return;
    expect(subject).toMatch(DATE);
    expect(preview).toMatch(DATE);
    if (NO_NUMBER.test(name)) return;
    expect(subject).toMatch(/^\[2026-09-001\] /);
    expect(preview).toContain("2026-09-001");
  });

  test("is the company's, in its name, colours and words", () => {
    const own = dressed === "dressed";
    const [first] = LOOK.signature[locale].split("\n");
    for (const part of [html, text]) {
      expect(
        part.includes(own ? LOOK.name[locale] : S.org.name[locale].replaceAll("'", part === html ? "&#39;" : "'")),
      ).toBe(true);
      expect(part.includes(first ?? "?")).toBe(own);
      expect(part.includes("service@yongan-doors.example")).toBe(own);
    }
    expect(html.includes(LOOK.accent)).toBe(own);
    expect(html.includes('href="tel:4005550100"')).toBe(own);
    expect(text.includes("<https://yongan-doors.example/service>")).toBe(own);
  });

  test("is far from the size at which Gmail cuts", () => expect(utf8Length(html)).toBeLessThan(40_000));
});

const policy = Policy.parse(buses);
const calendar = calendarOf("CN") ?? expect.unreachable("the calendar of China");
const DIGEST = sampleDigest({ rulebook: { policy, calendar }, now: sh("2026-03-09 08:00"), locale: "en" }, S.org);

test("every property that is allowed is used, so that the list stays a list of what we send", () => {
  const used = new Set(
    [...ALL.map(([, , , { html }]) => html), DIGEST.html].flatMap((html) =>
      tagsOf(shownBody(html)).flatMap(({ attributes }) =>
        (attributes.style ?? "").split(";").map((part) => part.split(":")[0]?.trim() ?? ""),
      ),
    ),
  );
  expect(Object.keys(PROPERTIES).filter((property) => !used.has(property))).toEqual([]);
});

describe("a letter about a great deal of text", () => {
  const page = "https://example.com/console/";
  const huge = (text: string, count = 300) => {
    const quote = { is: "quote", label: "What was found", text } as const;
    const rows = Array.from({ length: count }, (_, at) => ({ label: `${at} ${text}`, value: text }));
    const blocks = [
      ...Array.from({ length: 12 }, () => quote),
      { is: "facts", rows } as const,
      { is: "list", items: rows.map(({ label }) => label) } as const,
      { is: "date", label: text, date: text, why: rows.map(({ value }) => value) } as const,
      { is: "button", label: "Open the case", url: page } as const,
    ];
    return written(S.org, "en", { subject: text, preview: text, heading: text, blocks }, [text]);
  };

  test.each([
    ["quotation marks, which are five characters each", "'\"&<".repeat(5000)],
    ["Chinese, three bytes each", "长".repeat(20_000)],
    ["pictures, four bytes each", "🏳️‍🌈".repeat(4000)],
    ["line ends", "a\n".repeat(10_000)],
  ])("%s: is cut below 102 KB, whole, and leads to the rest", (_what, text) => {
    const { html, text: words } = huge(text);
    expect(utf8Length(html)).toBeLessThan(102 * 1024);
    expect(html.trimEnd().endsWith("</html>")).toBe(true);
    expect(faultsOfLetter(html)).toEqual([]);
    for (const part of [html, words]) {
      expect(part).toContain("has been shortened");
      expect(part.indexOf("has been shortened")).toBeLessThan(part.indexOf(page));
    }
  });

  test("what fits is left alone", () => expect(huge("short", 20).html).not.toContain("has been shortened"));
});
