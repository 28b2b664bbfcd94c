import { describe, expect, test } from "vitest";
import { answer } from "../../../infra/policy/commands.ts";
import { explainPage, indexPage } from "../../../infra/policy/explain-page.ts";
import { readWritten, written } from "../../../infra/policy/files.ts";
import { explainPages } from "../../../infra/policy/site.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { explainMarkdown } from "../../../shared/policy/explain-markdown.ts";
import { explainPolicy, type PolicyDocument } from "../../../shared/policy/explain-policy.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { small } from "./fixture.ts";
import { full, type Sections } from "./sections.ts";

const calendar = calendarOf("CN") ?? expect.unreachable("China's calendar ships");

const explained = (change: (policy: Sections) => void = () => undefined): PolicyDocument => {
  const source = full();
  change(source);
  return explainPolicy(Policy.parse(source), calendar);
};

const entry = (document: PolicyDocument, key: string) =>
  document.sections.flatMap(({ entries }) => entries).find((one) => one.key === key) ?? expect.unreachable(key);
const english = (document: PolicyDocument, key: string): string[] => entry(document, key).says.map(({ en }) => en);

describe("a regulation as a person reads it", () => {
  const document = explained();

  test("a time limit: from what to what, how long, rolled how, counted how, and its examples as they come out", () => {
    expect(english(document, "clocks.answer")).toEqual([
      "From “received” to “finish”",
      "Within: 4 working days",
      "The due day is not moved off rest days",
      "Breached when it passes, and counted",
    ]);
    expect(entry(document, "clocks.answer").examples).toEqual([
      {
        "zh-CN": "2026年3月10日 09:30 → 2026年3月16日 24:00",
        en: "plain: 10 Mar 2026 09:30 → 16 Mar 2026 24:00",
      },
    ]);
  });

  test("AS-64 a right that lapses: counted from what a fact says, and nobody is late", () => {
    const window = explained((policy) => {
      policy.clocks[0] = { ...policy.clocks[0], kind: "window", start: undefined, since: "closingDay" };
    });
    const [from, ...says] = english(window, "clocks.answer");
    expect(from).toMatch(/^From “.+” to “finish”$/);
    expect(from).not.toContain("closingDay");
    expect(says).toContain("A right that lapses: nobody is late");
    expect(says).not.toContain("Breached when it passes, and counted");
  });

  test("a schedule: its rhythm, who, what, on which form, and its examples", () => {
    expect(english(document, "schedules.weekly")).toEqual([
      "once every week, on working days",
      "By: clerk",
      "Inspection: all",
      "By the checklist: look",
      "Verified by: clerk",
      "Recorded on: sheet",
    ]);
    expect(entry(document, "schedules.asking").examples[0]?.en).toBe(
      "one: 1 Oct 2026 to 31 Dec 2026 → 31 Dec 2026 24:00",
    );
    expect(english(document, "schedules.asking")).toContain("Only under a plan approved by: clerk");
  });

  test("AS-124 what is counted across cases says by what, and which count", () => {
    expect(english(document, "corrective.again")).toEqual([
      "Corrective and preventive action",
      "For the same code, 2 times a quarter",
      "Counted by: kind",
      "Counted only: urgent is yes",
      "By: clerk",
      "Done by: finish",
      "Not tracked for: a slip",
    ]);
    expect(english(document, "corrective.mend")).toContain("Not tracked for: a slip");
    expect(english(document, "quotas.thrice")).toContain("Counted by: kind");
  });

  test("AS-44 authority in bands, AS-66 a sum, AS-104 a limit", () => {
    expect(english(document, "authority.sums")).toEqual(["up to 5000.00: clerk", "over 5000.00: clerk"]);
    expect(entry(document, "claims.compensation.insured").examples[0]?.en).toBe("AS-66: 700.00");
    expect(english(document, "checklists.look")).toEqual(["span: up to 6 m"]);
    expect(entry(document, "approvals.height").examples[1]?.en).toBe("AS-104 a little more: 5.01 km, needed");
  });

  test("why an example is given is said in English alone; Chinese has its scenario and its figures", () => {
    expect(entry(document, "claims.compensation.insured").examples[0]?.["zh-CN"]).toBe("AS-66：700.00");
    expect(entry(document, "approvals.height").examples[1]?.["zh-CN"]).toBe("AS-104：5.01公里，需要");
    expect(entry(document, "kpis.rate").examples).toEqual([
      { "zh-CN": "90.0 %，达标", en: "nine of ten: 90.0 %, met" },
    ]);
  });

  test("what is not run by itself yet is said near the top, and nothing where there is none of it", () => {
    const left = explained((p) => {
      for (const one of p.corrective) Object.assign(one, { trigger: { on: "survey" } });
    });
    expect(left.about.at(-1)).toEqual({
      "zh-CN": "以下内容目前可查询和说明，尚未自动执行：调查后的纠正措施",
      en: "Can be asked and explained, is not run by itself yet: corrective action on surveys",
    });
    expect(explainPolicy(small(), calendar).about.filter(({ en }) => en.startsWith("Can be asked"))).toEqual([]);
  });

  test("what is assumed stands beside what it is assumed for, and in a list (D-12)", () => {
    const says = { "zh-CN": "假定四天", en: "four days are assumed" };
    const assumed = explained((p) => {
      Object.assign(p, {
        assumptions: [{ key: "clocks.answer.within", value: 4, status: "assumed", says, see: "A-01" }],
      });
    });
    expect(entry(assumed, "clocks.answer").assumed).toEqual([says]);
    expect(entry(assumed, "schedules.weekly").assumed).toEqual([]);
    expect(assumed.assumptions).toEqual([{ says, see: "A-01", confirmed: false }]);
    expect(explainMarkdown(assumed, "zh-CN")).toContain("假定四天");
  });

  test("entries stand in the order of their rules", () => {
    const swapped = explained((p) => {
      p.schedules[0].rules = ["SMW-02"];
      p.schedules[1].rules = ["SMW-01"];
    });
    const schedules = swapped.sections.find(({ id }) => id === "schedules");
    expect(schedules?.entries.map(({ key }) => key)).toEqual([
      "schedules.report",
      "schedules.weekly",
      "schedules.asking",
    ]);
  });

  test.each([
    [{ kind: "daily", times: 2, operatingDays: "all" }, "每日2次，含节假日", "twice a day, holidays included"],
    [{ kind: "every", period: "year", times: 12 }, "每年12次，工作日", "12 times every year, on working days"],
    [
      { kind: "random", period: "month" },
      "每月1次，不定期，不预先通知",
      "once every month, on days that nobody is told beforehand",
    ],
    [
      { kind: "weekday", day: 1, before: "12:00" },
      "每周一12:00前，遇休息日在本周内调整",
      "every Monday before 12:00, moved within the week off rest days",
    ],
    [{ kind: "monthly", day: 10 }, "每月10日前，遇休息日顺延", "by day 10 of every month, moved on off rest days"],
    [{ kind: "month-end" }, "每月最后一个工作日前", "by the last working day of every month"],
    [
      { kind: "quarterly", month: 1, day: 15, roll: "none" },
      "每季度第1个月15日前，不顺延",
      "by day 15 of month 1 of every quarter, not moved off rest days",
    ],
    [
      {
        kind: "after",
        event: "finished",
        lengths: [{ when: { kind: "a" }, within: "8 years" }, { within: "14 days" }],
        roll: "none",
      },
      "“finish”之后种类为甲：8年、14天，完成后重新起算，不顺延",
      "after “finish”: kind is first: 8 years, 14 days, and again after each time, not moved off rest days",
    ],
    [
      { kind: "by-age", event: "finished", bands: [{ until: "1 year", every: "1 month" }, { every: "3 months" }] },
      "自“finish”起满1年前每1个月、其后每3个月",
      "from “finish” on: every month up to 1 year, then every 3 months",
    ],
    [
      { kind: "holidays", names: ["春节", "国庆节"] },
      "春节、国庆节假期每日",
      "on every day off of the holidays Spring Festival, National Day",
    ],
    [{ kind: "holidays" }, "法定节假日每日", "on every public holiday"],
    [{ kind: "unstated" }, "制度未规定频次", "frequency not stated in the regulation"],
  ])("the rhythm %j", (rhythm, zh, en) => {
    const [said] = entry(
      explained((p) => Object.assign(p.schedules[0], { rhythm, examples: [] })),
      "schedules.weekly",
    ).says;
    expect(said).toEqual({ "zh-CN": zh, en });
  });
});

describe("every regulation that is written", () => {
  test.each(written())("%s shows each rule that a construct carries, in both languages", (id) => {
    const { policy } = readWritten(id);
    const document = explainPolicy(policy ?? expect.unreachable(`${id} does not parse`), calendar);
    const shown = new Set(document.sections.flatMap(({ entries }) => entries.flatMap(({ rules }) => [...rules])));
    const elsewhere = new Set(policy?.carriedBy.map(({ rule }) => rule));
    const hidden = document.rules.filter(({ rule, status }) => status === "carried" && !shown.has(rule));
    expect(hidden.map(({ rule }) => rule).filter((rule) => !elsewhere.has(rule))).toEqual([]);
    for (const { says, examples, title } of document.sections.flatMap(({ entries }) => entries)) {
      const lines = [title, ...says, ...examples].flatMap((text) => [text["zh-CN"], text.en]);
      expect(lines.filter((line) => line.trim() === "" || /undefined|\[object/.test(line))).toEqual([]);
    }
  });
});

describe("pages", () => {
  test("what a file says is text, never markup", () => {
    const hostile = { "zh-CN": "<script>alert(1)</script>", en: "a *b* [c](javascript:d) <img src=x>" };
    const document = explained((p) => {
      p.schedules[0].title = hostile;
      p.title = hostile;
    });
    for (const page of [explainPage(document, "zh-CN"), indexPage([document], "en"), explainPage(document, "en")])
      expect(page).not.toMatch(/<script|<img/);
    const text = explainMarkdown(document, "en");
    expect(text).not.toMatch(/(?<!\\)[<[*]/);
  });

  test("rule by rule stands before the sections and leads to what carries a rule, by its title", () => {
    const document = explained((p) => {
      p.clocks[0].title = { "zh-CN": "答复期限", en: "time to answer" };
    });
    const page = explainPage(document, "zh-CN");
    const list = page.slice(page.indexOf("<h2>逐条</h2>"), page.indexOf("<section>"));
    expect(list).toContain('<a href="#clocks.answer">答复期限</a>');
    expect(list).toContain(">类别 1-1</a>");
    expect(list).toMatch(/SMW-03<\/th><td>非软件事项：an aim</);
    expect(page).toContain('<article id="clocks.answer">');
    const text = explainMarkdown(document, "en");
    expect(text.indexOf("## Rule by rule")).toBeLessThan(text.indexOf("## Time limits"));
  });

  test("there is one for each regulation in each language, and an index whose links lead somewhere", () => {
    const pages = explainPages([Policy.parse(full())]);
    expect([...pages.keys()].sort()).toEqual([
      "index.en.html",
      "index.html",
      "index.zh.html",
      "small-works.en.html",
      "small-works.zh.html",
    ]);
    for (const text of pages.values()) {
      const named = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`);
      expect(new Set(named).size).toBe(named.length);
      for (const [, to] of text.matchAll(/href="([^"]*)"/g))
        expect(pages.has(to ?? "") || named.includes(to ?? "")).toBe(true);
      expect(text).not.toMatch(/<script|src=|https?:/);
    }
  });
});

test.each([
  ["explain bus-maker-after-sales", /^# 公司售后服务管理制度\n/],
  ["explain bus-maker-after-sales --lang en", /- Within: 24 hours\n/],
  ["explain bus-maker-after-sales --format html", /^<!doctype html>/],
])("policy %s", (line, says) => {
  expect(answer(line.split(" "))).toEqual({ ok: true, isText: true, value: expect.stringMatching(says) });
});

test.each([
  ["explain nowhere", /no policy "nowhere"/],
  ["explain bus-maker-after-sales --format pdf", /md or html/],
  ["explain bus-maker-after-sales --lang fr", /zh-CN or en/],
])("policy %s is refused in one line", (line, says) => {
  expect(answer(line.split(" "))).toEqual({ ok: false, error: expect.stringMatching(says) });
});
