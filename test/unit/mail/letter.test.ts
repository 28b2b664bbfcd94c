import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../../../shared/case/event.ts";
import type { Locale } from "../../../shared/kernel/text.ts";
import { type LetterData, letter } from "../../../shared/mail/mail.ts";
import { MAIL_TEMPLATES, type MailTemplate, STAFF_ONLY } from "../../../shared/policy/workflow.ts";
import { mailsOf } from "../../../shared/record/mails.ts";
import { hostile, structure } from "./hostile.ts";
import * as S from "./sample.ts";
import { accepted, five, STORIES } from "./stories.ts";

/** What each letter must say, in its subject and in both bodies. */
const FACTS: readonly (readonly [MailTemplate, Locale, string[], string[]])[] = [
  [
    "acknowledgement",
    "zh-CN",
    ["2026-09-001", "2026年10月10日（周六）24:00"],
    ["明确处理方案", "9月30日 第1个工作日", "10月1日–7日 国庆节，不计", "调休上班", "tracking-token", "第1处差3张"],
  ],
  [
    "acknowledgement",
    "en",
    ["2026-09-001", "Sat 10 Oct 2026, 24:00"],
    ["Handling plan", "30 Sep working day 1", "1–7 Oct National Day, not counted", "tracking-token"],
  ],
  ["evidence-missing", "zh-CN", ["第2处差1张"], ["第2处：还差1张（现有2张，需要3张）", "不受影响"]],
  ["evidence-missing", "en", ["item 2: 1 more"], ["item 2: 1 more (2 of 3 so far)", "run on as before"]],
  [
    "customer-mail",
    "zh-CN",
    ["客户来信"],
    ["回复：投诉已收到", "补充照片两张", "门板.jpg – 作为照片处理", "可执行文件不予保存"],
  ],
  ["customer-mail", "en", ["Mail from the customer"], ["wrote about this case", "refused: a program is not kept"]],
  ["photo-refused", "zh-CN", ["第2处"], ["像素过大（108百万像素"]],
  ["photo-refused", "en", ["item 2"], ["108 megapixels"]],
  [
    "reminder",
    "zh-CN",
    ["提醒", "2026年10月10日（周六）24:00"],
    ["明确处理方案", "DFA-03", "清河门业经营部", "1-2-1 产品挤压变形或破损", "console"],
  ],
  ["reminder", "en", ["Reminder", "Sat 10 Oct 2026, 24:00"], ["Handling plan", "console"]],
  ["breach", "zh-CN", ["超期", "2026年10月10日（周六）24:00"], ["DFA-03", "超期已记入案件"]],
  ["breach", "en", ["Overdue", "Sat 10 Oct 2026, 24:00"], ["stays on the record"]],
  [
    "extension-request",
    "zh-CN",
    ["2026年10月10日（周六）24:00", "2026年10月15日（周四）24:00"],
    ["需要现场复核两处损坏", "周一鸣", "批准之前，现行期限不变"],
  ],
  [
    "extension-request",
    "en",
    ["Sat 10 Oct 2026, 24:00", "Thu 15 Oct 2026, 24:00"],
    ["Until it is approved the present date holds"],
  ],
  [
    "extension-decision",
    "zh-CN",
    ["延期已批准", "2026年10月15日（周四）24:00"],
    ["2026年10月10日（周六）24:00", "许总监", "内部意见"],
  ],
  ["extension-decision", "en", ["Extension approved", "Thu 15 Oct 2026, 24:00"], ["Sat 10 Oct 2026, 24:00"]],
  [
    "exception-request",
    "zh-CN",
    ["请审批例外", "2026年10月10日（周六）24:00", "2026年10月15日（周四）24:00"],
    ["FESTIVAL", "展会期间班车停运", "周一鸣", "批准之前，现行期限不变"],
  ],
  [
    "exception-request",
    "en",
    ["Exception to decide", "Sat 10 Oct 2026, 24:00", "Thu 15 Oct 2026, 24:00"],
    ["FESTIVAL", "Recorded by", "Until it is approved the present date holds"],
  ],
  [
    "exception-decision",
    "zh-CN",
    ["改为承诺2026年10月15日（周四）24:00"],
    ["例外已批准", "2026年10月10日（周六）24:00", "许总监", "内部意见", "FESTIVAL"],
  ],
  [
    "exception-decision",
    "en",
    ["promised for Thu 15 Oct 2026, 24:00 instead"],
    ["Exception approved", "Sat 10 Oct 2026, 24:00", "FESTIVAL"],
  ],
  [
    "plan-reply",
    "zh-CN",
    ["处理方案已答复", "2026年10月13日（周二）24:00"],
    ["更换左门板一扇。", "费用由我方承担。", "执行处理方案"],
  ],
  ["plan-reply", "en", ["Our plan", "Tue 13 Oct 2026, 24:00"], ["更换左门板一扇。", "Carrying out the plan"]],
  ["progress", "zh-CN", ["处理方案已执行完毕"], ["已更换"]],
  ["progress", "en", ["The plan has been carried out"], ["已更换"]],
  ["closed", "zh-CN", ["已于2026年10月12日（周一）12:00结案"], ["经销商确认"]],
  ["closed", "en", ["Closed Mon 12 Oct 2026, 12:00"], ["经销商确认"]],
  ["undelivered", "zh-CN", ["客户未收到邮件"], ["用电话或其他方式告知", "不存在或拒收", "550 5.1.1", "console"]],
  ["undelivered", "en", ["did not reach the customer"], ["by telephone", "does not exist", "550 5.1.1", "console"]],
  ["copy", "zh-CN", ["请签收"], ["已填报，其中一联分送您"]],
  ["copy", "en", ["please acknowledge"], ["a copy of it is yours"]],
  [
    "action",
    "zh-CN",
    ["请完成措施：改善追踪", "2026年10月16日（周五）24:00"],
    ["周一鸣", "装箱时未加护角", "更换门板，补发护角。", "装箱清单增加护角一项。", "DFA-03"],
  ],
  ["copy", "zh-CN", ["请签收"], ["其中一联分送您", "请打开查看并签收"]],
  ["copy", "en", ["please acknowledge"], ["a copy of it is yours", "acknowledge it"]],
  ["action", "en", ["Action for you: Improvement that is tracked", "Fri 16 Oct 2026, 24:00"], ["console"]],
];

const written = (template: MailTemplate, locale: Locale) => {
  const [timeline, audience] = STORIES[template];
  return letter(template, S.dataOf(timeline, audience, locale));
};
/** HTML as its reader sees it. */
const read = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, "");

describe("what each letter says", () => {
  test("both languages of every template are told", () =>
    expect(new Set(FACTS.map(([template, locale]) => `${template} ${locale}`)).size).toBe(2 * MAIL_TEMPLATES.length));

  test.each(FACTS)("%s in %s", (template, locale, inSubject, inBody) => {
    const { subject, html, text, preview } = written(template, locale);
    for (const fact of ["[2026-09-001]", ...inSubject]) expect(subject).toContain(fact);
    for (const fact of inBody) {
      expect(text).toContain(fact);
      expect(read(html)).toContain(fact);
    }
    expect(preview).not.toBe("");
    expect(html).toContain(`<html lang="${locale}" dir="ltr">`);
    expect(locale === "en" ? subject.replace(/[^\p{Script=Han}]/gu, "") : "").toBe("");
  });

  test("the same data make the same letter", () =>
    expect(written("acknowledgement", "en")).toEqual(written("acknowledgement", "en")));
});

describe("what is promised in the receipt", () => {
  const receipt = (locale: Locale, clocks: LetterData["clocks"] | undefined) => {
    const data = S.dataOf(STORIES.acknowledgement[0], "reporter", locale);
    return letter("acknowledgement", clocks === undefined ? data : { ...data, clocks });
  };
  test.each([
    ["zh-CN", "我们承诺以下日期"],
    ["en", "We promise these dates"],
  ] as const)("in %s dates are announced where there are any, and not where none is known yet", (locale, words) => {
    expect(receipt(locale, undefined).text).toContain(words);
    const { text, html, preview } = receipt(locale, []);
    expect(`${text}${html}`).not.toContain(words);
    expect(preview).toMatch(/2026-09-001[。.]$/);
  });
});

describe("a corrective action, from its opening to its end (PSI-09, A-68)", () => {
  const told = (timeline: readonly CaseEvent[], locale: Locale) =>
    letter("action", S.dataOf([...accepted, ...timeline], "staff", locale));
  test.each([
    ["opened by itself", [S.actionOpened], "Action to plan", "装箱二班: no. 3 in 2026-Q4"],
    ["done", [S.actionPlanned, S.actionDone], "Action to verify", "新清单已启用。"],
    ["sent back", [S.actionPlanned, S.actionDone, S.actionBack], "Action sent back", "夜班仍用旧清单。"],
  ])("%s", (_why, timeline, inSubject, inBody) => {
    const { subject, text } = told(timeline, "en");
    expect(subject).toContain(`${inSubject}: Improvement that is tracked`);
    expect(text).toContain(inBody);
  });

  test("its due is reminded of and missed by the letters that clocks have", () => {
    const { subject, text } = letter(
      "breach",
      S.dataOf([...accepted, S.actionPlanned, S.actionOverdue], "staff", "en"),
    );
    expect(subject).toContain("Overdue: Improvement that is tracked was due Fri 16 Oct 2026, 24:00");
    expect(text).toContain("(DFA-03)");
  });
});

describe("who may read what", () => {
  test.each([...STAFF_ONLY])("%s is never written to a reporter", (template) =>
    expect(() => letter(template, S.dataOf(STORIES[template][0], "reporter"))).toThrow("never sent to a reporter"),
  );

  const liability = S.step("set-liability", "2026-09-30T11:00:00+08:00", {
    liability: "production",
    liabilityReason: "内部结论：焊点脱落",
  });
  test.each(["progress", "plan-reply", "closed"] as const)(
    "%s tells a reporter nothing of an internal step",
    (template) => {
      const { html, text, subject } = letter(template, S.dataOf([...accepted, liability], "reporter"));
      for (const part of [html, text, subject])
        for (const secret of ["内部结论", "责任", "production", "生产,"]) expect(part).not.toContain(secret);
      expect(letter(template, S.dataOf([...accepted, liability], "staff")).text).toContain("内部结论");
    },
  );

  test("an extension's reason and remark stay in the house, its dates do not", () => {
    const { text, html } = letter("extension-decision", S.dataOf([...five, S.asked, S.decided(true)], "reporter"));
    expect(text).toContain("2026年10月15日（周四）24:00");
    expect(text).toContain("2026年10月10日（周六）24:00");
    for (const secret of ["现场复核", "内部意见", "许总监"]) expect(`${text}${html}`).not.toContain(secret);
  });

  test("AS-25 the reason of an exception and its remarks stay in the house, the new time does not", () => {
    const decided = [...five, S.excused, S.excuseDecided(true)];
    const { text, html, subject } = letter("exception-decision", S.dataOf(decided, "reporter"));
    expect(subject).toContain("改为承诺2026年10月15日（周四）24:00");
    expect(text).toContain("2026年10月10日（周六）24:00");
    for (const secret of ["FESTIVAL", "班车停运", "内部意见", "许总监"]) expect(`${text}${html}`).not.toContain(secret);
  });

  test("an exception that was refused is the house's own affair; the date stays", () => {
    const refused = S.excuseDecided(false);
    const { subject } = letter("exception-decision", S.dataOf([...five, S.excused, refused], "staff"));
    expect(subject).toContain("例外未批准：明确处理方案期限仍为2026年10月10日（周六）24:00");
    const notifications = [{ on: "exceptionDecided", to: ["reporter", "afterSales"], template: "exception-decision" }];
    const policy = { ...S.policy, notifications } as typeof S.policy;
    expect(mailsOf(policy, refused, 7).map(({ to }) => to)).toEqual(["afterSales"]);
    expect(mailsOf(policy, S.excuseDecided(true), 7).map(({ to }) => to)).toEqual(["reporter", "afterSales"]);
  });

  test("an exception approved late says that the breach stays", () => {
    const late = [...five, S.excused, S.breached, S.excuseDecided(true, "2026-10-12T09:00:00+08:00")];
    expect(letter("exception-decision", S.dataOf(late, "staff")).text).toContain("超期记录保留");
  });

  test("AS-08 a refusal keeps the date", () => {
    const { subject, text } = letter("extension-decision", S.dataOf([...five, S.asked, S.decided(false)], "staff"));
    expect(subject).toContain("延期未批准：明确处理方案期限仍为2026年10月10日（周六）24:00");
    expect(text).not.toContain("2026年10月15日");
  });

  test("a late approval says that the breach stays (A-08)", () => {
    const late = [...five, S.asked, S.breached, S.decided(true, "2026-10-12T09:00:00+08:00")];
    expect(letter("extension-decision", S.dataOf(late, "staff")).text).toContain("超期记录保留");
  });

  test.each(MAIL_TEMPLATES.filter((template) => !STAFF_ONLY.has(template)))(
    "%s carries the tracking link to the reporter alone and the console to staff alone",
    (template) => {
      const links = { trackingPage: "https://example.com/t/secret-token", consolePage: "https://example.com/console" };
      const to = (audience: LetterData["audience"]) =>
        JSON.stringify(letter(template, { ...S.dataOf(STORIES[template][0], audience), ...links }));
      expect(to("reporter")).toContain("secret-token");
      expect(to("reporter")).not.toContain("/console");
      expect(to("staff")).not.toContain("secret-token");
      expect(to("staff")).toContain("/console");
    },
  );
});

describe("hostile text", () => {
  const story = (template: MailTemplate, text: string): LetterData => {
    const first = S.received({
      contact: { name: text, email: "a@example.com" },
      answers: { dealerName: text, orderNo: text, productLine: "gate", category: "1-2-1", description: text },
      damages: [{ place: text }, { place: text }],
    });
    const [timeline, audience] = STORIES[template];
    const events = [first, ...timeline.slice(1)].map((event): CaseEvent => {
      if (event.type === "extensionRequested") return { ...event, reason: text, by: S.staff("afterSales", text) };
      if (event.type === "extensionDecided") return { ...event, remark: text };
      if (event.type !== "step" || event.step === "accept") return event;
      return { ...event, answers: Object.fromEntries(Object.keys(event.answers).map((field) => [field, text])) };
    });
    return { ...S.dataOf(events, audience), org: { name: { "zh-CN": text, en: text } } };
  };

  test.each(MAIL_TEMPLATES)("cannot change what %s is made of", (template) => {
    const expected = structure(letter(template, story(template, "x")).html);
    fc.assert(
      fc.property(hostile, (text) => {
        const { html, subject, preview, text: words } = letter(template, story(template, text));
        expect(structure(html)).toEqual(expected);
        for (const line of [subject, preview])
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect([...subject].length).toBeLessThanOrEqual(160);
        expect(words).not.toMatch(/[\0\r\u202e]/);
        expect(words.length).toBeLessThan(30_000);
      }),
      { numRuns: 40 },
    );
  });
});
