import type { Calendar } from "../calendar/calendar.ts";
import { never } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Roll } from "./clock.ts";
import type { Duration } from "./duration.ts";
import { eventTitle, line, sayDuration } from "./explain-words.ts";
import { UNSTATED } from "./occurrences.ts";
import type { Policy } from "./policy.ts";
import type { Rhythm } from "./schedule.ts";
import { joined, listed, sayCondition } from "./wording.ts";

const PERIODS: Readonly<Record<Extract<Rhythm, { kind: "every" }>["period"], readonly [zh: string, en: string]>> = {
  week: ["每周", "week"],
  month: ["每月", "month"],
  quarter: ["每季度", "quarter"],
  "half-year": ["每半年", "half-year"],
  year: ["每年", "year"],
};

const WEEKDAYS: readonly Text[] = [
  say("一", "Monday"),
  say("二", "Tuesday"),
  say("三", "Wednesday"),
  say("四", "Thursday"),
  say("五", "Friday"),
  say("六", "Saturday"),
  say("日", "Sunday"),
];

const DAYS = {
  working: say("工作日", "on working days"),
  "monday-to-saturday": say("周一至周六（节假日除外）", "Monday to Saturday except public holidays"),
  all: say("含节假日", "holidays included"),
} as const;

const ROLLS: Readonly<Record<Roll, Text>> = {
  next: say("遇休息日顺延", "moved on off rest days"),
  previous: say("遇休息日提前", "moved back off rest days"),
  none: say("不顺延", "not moved off rest days"),
};

const often = (times: number): Text =>
  say(`${times}次`, times === 1 ? "once" : times === 2 ? "twice" : `${times} times`);

const and = (...texts: readonly Text[]): Text => joined(texts, "，", ", ");

const each = (every: Duration): string => sayDuration(every).en.replace(/^1 /, "");

/** A holiday as the calendar names it; a file names it in Chinese. */
const holidayNamed = (calendar: Calendar, name: string): Text =>
  calendar.days.find(({ holiday }) => holiday?.["zh-CN"] === name)?.holiday ?? say(name, name);

/** A rhythm as a clause says it. */
export const sayRhythm = (policy: Policy, rhythm: Rhythm, calendar: Calendar): Text => {
  switch (rhythm.kind) {
    case "daily": {
      const times = often(rhythm.times);
      return and(say(`每日${times["zh-CN"]}`, `${times.en} a day`), DAYS[rhythm.operatingDays]);
    }
    case "every":
    case "random":
    case "by-plan": {
      const [zh, en] = PERIODS[rhythm.period];
      const times = often(rhythm.times);
      const said = say(`${zh}${times["zh-CN"]}`, `${times.en} every ${en}`);
      if (rhythm.kind === "random")
        return and(said, say("不定期，不预先通知", "on days that nobody is told beforehand"));
      return rhythm.kind === "by-plan"
        ? and(said, say("按批准的计划", "as the approved plan says"))
        : and(said, DAYS[rhythm.operatingDays]);
    }
    case "weekday": {
      const day = WEEKDAYS[rhythm.day - 1] ?? say("", "");
      const until = rhythm.before === undefined ? say("", "") : say(`${rhythm.before}前`, ` before ${rhythm.before}`);
      return and(
        say(`每周${day["zh-CN"]}${until["zh-CN"]}`, `every ${day.en}${until.en}`),
        say("遇休息日在本周内调整", "moved within the week off rest days"),
      );
    }
    case "monthly":
      return and(say(`每月${rhythm.day}日前`, `by day ${rhythm.day} of every month`), ROLLS[rhythm.roll]);
    case "month-end":
      return say("每月最后一个工作日前", "by the last working day of every month");
    case "quarterly":
      return and(
        say(
          `每季度第${rhythm.month}个月${rhythm.day}日前`,
          `by day ${rhythm.day} of month ${rhythm.month} of every quarter`,
        ),
        ROLLS[rhythm.roll],
      );
    case "yearly":
      return joined(
        rhythm.windows.map(({ from, to, title }) =>
          title === undefined
            ? say(`每年${from}至${to}`, `every year from ${from} to ${to}`)
            : say(`每年${title["zh-CN"]}（${from}至${to}）`, `every year in ${title.en} (${from} to ${to})`),
        ),
        "；",
        "; ",
      );
    case "after": {
      const event = eventTitle(policy, rhythm.event);
      const lengths = rhythm.lengths.map(({ when, within }) =>
        when === undefined
          ? sayDuration(within)
          : line(sayCondition(policy, when)["zh-CN"], sayCondition(policy, when).en, sayDuration(within)),
      );
      const said = say(
        `“${event["zh-CN"]}”之后${listed(lengths)["zh-CN"]}`,
        `after “${event.en}”: ${listed(lengths).en}`,
      );
      return and(
        said,
        ...(rhythm.repeats ? [say("完成后重新起算", "and again after each time")] : []),
        ROLLS[rhythm.roll],
      );
    }
    case "by-age": {
      const event = eventTitle(policy, rhythm.event);
      const bands = rhythm.bands.map(({ until, every }) =>
        until === undefined
          ? say(`其后每${sayDuration(every)["zh-CN"]}`, `then every ${each(every)}`)
          : say(
              `满${sayDuration(until)["zh-CN"]}前每${sayDuration(every)["zh-CN"]}`,
              `every ${each(every)} up to ${sayDuration(until).en}`,
            ),
      );
      return say(`自“${event["zh-CN"]}”起${listed(bands)["zh-CN"]}`, `from “${event.en}” on: ${listed(bands).en}`);
    }
    case "holidays": {
      const names = listed(rhythm.names.map((name) => holidayNamed(calendar, name)));
      return rhythm.names.length === 0
        ? say("法定节假日每日", "on every public holiday")
        : say(`${names["zh-CN"]}假期每日`, `on every day off of the holidays ${names.en}`);
    }
    case "unstated":
      return UNSTATED;
    default:
      return never(rhythm);
  }
};
