import { type Calendar, dayOf } from "../calendar/calendar.ts";
import { type CivilDate, monthOf, yearOf } from "../calendar/civil-date.ts";
import { type Period, periodName, type Window } from "../calendar/period.ts";
import type { Text } from "../kernel/text.ts";
import { sayDate, sayDay } from "./explain.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A period as people say it: 2026年第8周, Q4 2026. */
export const sayPeriod = (window: Window, period: Period): Text => {
  const [from] = window;
  const year = yearOf(from);
  const name = periodName(window, period);
  const part = name.replace(/^.*-[A-Z]?0?/, "");
  switch (period) {
    case "day":
      return { "zh-CN": sayDate(from, "zh-CN"), en: sayDate(from, "en") };
    case "week":
      return { "zh-CN": `${name.slice(0, 4)}年第${part}周`, en: `ISO week ${name}` };
    case "month":
      return { "zh-CN": `${year}年${part}月`, en: `${MONTHS[monthOf(from) - 1] ?? ""} ${year}` };
    case "quarter":
      return { "zh-CN": `${year}年第${part}季度`, en: `Q${part} ${year}` };
    case "half-year":
      return {
        "zh-CN": `${year}年${part === "1" ? "上" : "下"}半年`,
        en: `${part === "1" ? "first" : "second"} half of ${year}`,
      };
    case "year":
      return { "zh-CN": `${year}年`, en: `${year}` };
  }
};

/** A date until which something is done, that day included (K-9). */
export const sayBy = (date: CivilDate): Text => ({
  "zh-CN": `${sayDate(date, "zh-CN")}前（含当日）`,
  en: `by ${sayDate(date, "en")}`,
});

export const sayWindow = ([from, to]: Window): Text =>
  from === to
    ? sayPeriod([from, to], "day")
    : {
        "zh-CN": `${sayDate(from, "zh-CN")}至${sayDate(to, "zh-CN")}`,
        en: `${sayDate(from, "en")} to ${sayDate(to, "en")}`,
      };

/** Why a date was moved, and where to. */
export const sayMoved = (calendar: Calendar, nominal: CivilDate, effective: CivilDate): Text => {
  const day = dayOf(calendar, nominal);
  const name: Text = day.ok ? day.value.why : { "zh-CN": "休息日", en: "a rest day" };
  return effective > nominal
    ? {
        "zh-CN": `${name["zh-CN"]}，顺延至${sayDay(effective, "zh-CN")}`,
        en: `${name.en}, moved on to ${sayDay(effective, "en")}`,
      }
    : {
        "zh-CN": `${name["zh-CN"]}，提前至${sayDay(effective, "zh-CN")}`,
        en: `${name.en}, moved back to ${sayDay(effective, "en")}`,
      };
};
