import { addDays, CivilDate, dayOfMonth, monthOf, weekday, yearOf } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A civil date in words: `2026年10月10日（周六）`, `Sat 10 Oct 2026`. */
export const sayDay = (date: string, locale: Locale): string => {
  const day = CivilDate.parse(date);
  const name = WEEKDAYS[locale][weekday(day) - 1];
  return locale === "en"
    ? `${name} ${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`
    : `${yearOf(day)}年${monthOf(day)}月${dayOfMonth(day)}日（${name}）`;
};

const at = (date: string, time: string, locale: Locale): string =>
  locale === "en" ? `${sayDay(date, locale)}, ${time}` : `${sayDay(date, locale)}${time}`;

/** A moment as it is shown with its offset (`2026-03-10T09:30:00+08:00`) in words, to the minute. */
export const sayShown = (shown: string, locale: Locale): string => at(shown.slice(0, 10), shown.slice(11, 16), locale);

/** A due in words. The first moment of a day is said as 24:00 of the day before, as the regulations say it. */
export const sayShownDue = (shown: string, locale: Locale): string =>
  shown.slice(11, 16) === "00:00"
    ? at(addDays(CivilDate.parse(shown.slice(0, 10)), -1), "24:00", locale)
    : sayShown(shown, locale);

export const sayMoment = (instant: Instant, zone: string, locale: Locale): string =>
  sayShown(withOffset(instant, zone), locale);

export const sayDue = (instant: Instant, zone: string, locale: Locale): string =>
  sayShownDue(withOffset(instant, zone), locale);
