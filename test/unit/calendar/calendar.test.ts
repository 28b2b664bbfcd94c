import chineseDays from "chinese-days";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWorkingDays, dayOf, lastWorkingDayBefore, makeCalendar, roll } from "../../../shared/calendar/calendar.ts";
import { CivilDate, fromDay, toDay } from "../../../shared/calendar/civil-date.ts";
import { calendarIds, calendarOf } from "../../../shared/calendar/known.ts";

const date = (said: string): CivilDate => CivilDate.parse(said);
const cn = calendarOf("CN") ?? expect.unreachable("the calendar CN ships with the product");
const first = toDay(date("2024-01-01"));
const last = toDay(date("2026-12-31"));
const anyDate = fc.integer({ min: first, max: last }).map(fromDay);

describe("mainland China, 2024 to 2026", () => {
  test("every day agrees with an independent table", () => {
    const wrong: string[] = [];
    for (let day = first; day <= last; day += 1) {
      const on = fromDay(day);
      const known = dayOf(cn, on);
      if (!known.ok || known.value.working !== chineseDays.isWorkday(on)) wrong.push(on);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    { why: "a holiday", on: "2026-10-01", working: false, zh: "国庆节", en: "National Day" },
    {
      why: "a Saturday inside a holiday is the holiday",
      on: "2026-10-03",
      working: false,
      zh: "国庆节",
      en: "National Day",
    },
    { why: "a make-up Saturday", on: "2026-10-10", working: true, zh: "调休上班", en: "make-up working day" },
    { why: "a make-up Sunday", on: "2026-09-20", working: true, zh: "调休上班", en: "make-up working day" },
    { why: "an ordinary Saturday", on: "2026-10-17", working: false, zh: "周末", en: "weekend" },
    { why: "an ordinary Tuesday", on: "2026-03-10", working: true, zh: "工作日", en: "working day" },
    {
      why: "one notice, two holidays",
      on: "2025-10-06",
      working: false,
      zh: "国庆节、中秋节",
      en: "National Day and Mid-Autumn Festival",
    },
  ])("$why: $on", ({ on, working, zh, en }) => {
    expect(dayOf(cn, date(on))).toMatchObject({ ok: true, value: { working, why: { "zh-CN": zh, en } } });
  });

  test("a make-up day knows its holiday", () => {
    expect(dayOf(cn, date("2026-09-20"))).toMatchObject({ value: { holiday: { en: "National Day" } } });
  });

  test.each(["2023-12-31", "2027-01-01"])("%s is not guessed at (K-12)", (on) => {
    expect(dayOf(cn, date(on))).toEqual({ ok: false, error: { missingYear: Number(on.slice(0, 4)) } });
  });
});

describe("counting working days (K-3)", () => {
  test.each([
    { why: "no holiday near", from: "2026-03-10", n: 4, to: "2026-03-16" },
    { why: "across National Day to the make-up Saturday", from: "2026-09-29", n: 4, to: "2026-10-10" },
    { why: "from a make-up Sunday, which is not counted", from: "2026-09-20", n: 4, to: "2026-09-24" },
    { why: "from a holiday", from: "2026-10-03", n: 1, to: "2026-10-08" },
    { why: "the week without a working day", from: "2026-02-14", n: 1, to: "2026-02-24" },
    { why: "backwards", from: "2026-10-10", n: -1, to: "2026-10-09" },
    { why: "backwards from inside a holiday", from: "2026-10-05", n: -1, to: "2026-09-30" },
    { why: "none is the day itself", from: "2026-10-03", n: 0, to: "2026-10-03" },
    { why: "from the day before the first year that is known", from: "2023-12-31", n: 1, to: "2024-01-02" },
    { why: "back from the day after the last", from: "2027-01-01", n: -1, to: "2026-12-31" },
  ])("$why: $from and $n", ({ from, n, to }) => {
    expect(addWorkingDays(cn, date(from), n)).toEqual({ ok: true, value: to });
  });

  test.each([
    { why: "into next year", from: "2026-12-29", n: 3, year: 2027 },
    { why: "from a year nobody knows", from: "2028-05-01", n: 1, year: 2028 },
    { why: "back before the first year", from: "2024-01-02", n: -1, year: 2023 },
    { why: "from long before", from: "2020-05-01", n: 1, year: 2020 },
  ])("$why is refused", ({ from, n, year }) => {
    expect(addWorkingDays(cn, date(from), n)).toEqual({ ok: false, error: { missingYear: year } });
  });

  test("there and back again is the same working day", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const start = roll(cn, from, "next");
        fc.pre(start.ok);
        const there = addWorkingDays(cn, start.value, n);
        fc.pre(there.ok);
        expect(addWorkingDays(cn, there.value, -n)).toEqual(start);
      }),
    );
  });

  test("it is as many single steps as days", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (from, n) => {
        let at = addWorkingDays(cn, from, 1);
        for (let step = 1; step < n; step += 1) at = at.ok ? addWorkingDays(cn, at.value, 1) : at;
        expect(addWorkingDays(cn, from, n)).toEqual(at);
      }),
    );
  });
});

describe("rolling (K-7)", () => {
  test.each([
    { why: "a holiday to the next working day", on: "2026-10-06", to: "next", gives: "2026-10-08" },
    { why: "a month end on a Saturday to the Friday before", on: "2026-10-31", to: "previous", gives: "2026-10-30" },
    { why: "a working Saturday stays", on: "2026-10-10", to: "next", gives: "2026-10-10" },
    { why: "nothing rolls where it is not asked", on: "2026-10-06", to: "none", gives: "2026-10-06" },
  ] as const)("$why", ({ on, to, gives }) => {
    expect(roll(cn, date(on), to)).toEqual({ ok: true, value: gives });
  });

  test("the last working day before", () => {
    expect(lastWorkingDayBefore(cn, date("2026-10-06"))).toEqual({ ok: true, value: "2026-09-30" });
  });
});

describe("a calendar of one's own", () => {
  const year = (n: number, daysOff: string[] = []) => ({
    year: n,
    source: { title: { "zh-CN": "通知", en: "notice" }, date: `${n}-01-01` },
    holidays: daysOff.length > 0 ? [{ name: { "zh-CN": "厂休", en: "works holiday" }, daysOff }] : [],
  });
  const title = { "zh-CN": "工厂", en: "Factory" };
  const make = (definition: object) => makeCalendar({ id: "X", title, years: [year(2030)], ...definition } as never); // the rows below are wrong on purpose

  test("a six-day week with its own holiday", () => {
    const works = make({ restDays: [7], years: [year(2030, ["2030-05-04"])] });
    expect(dayOf(works, date("2030-05-11"))).toMatchObject({ value: { working: true } });
    expect(dayOf(works, date("2030-05-04"))).toMatchObject({ value: { working: false, why: { en: "works holiday" } } });
  });

  test.each([
    { why: "a gap in the years", years: [year(2030), year(2032)], says: /follow one another/ },
    { why: "a day of another year", years: [year(2030, ["2031-05-01"])], says: /does not belong/ },
    { why: "a day twice", years: [year(2030, ["2030-05-01", "2030-05-01"])], says: /twice/ },
    { why: "a day that does not exist", years: [year(2030, ["2030-02-30"])], says: /date/ },
    { why: "no year at all", years: [], says: />=1/ },
  ])("$why is refused", ({ years, says }) => {
    expect(() => make({ years })).toThrow(says);
  });

  test("it cannot be changed afterwards", () => {
    expect(Object.isFrozen(cn) && Object.isFrozen(cn.days) && Object.isFrozen(cn.working)).toBe(true);
    expect(calendarIds()).toContain("CN");
    expect(calendarOf("XX")).toBeUndefined();
  });
});
