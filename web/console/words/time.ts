import type { Locale } from "../../../shared/kernel/text.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A moment of the API by its own wall clock, whatever zone this computer is in. `due`: midnight is the end of the day before. */
export const sayMoment = (shown: string, locale: Locale, due = false): string => {
  const [, date = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(shown) ?? [];
  const ends = due && time === "00:00";
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return shown;
  if (ends) day.setUTCDate(day.getUTCDate() - 1);
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  const said = locale === "zh-CN" ? `${y}年${m + 1}月${d}日` : `${d} ${MONTHS[m]} ${y}`;
  return `${said} ${ends ? "24:00" : time}`;
};

/** A day of the office, `2026-10-16`. */
export const sayDay = (day: string, locale: Locale): string => sayMoment(`${day}T12:00`, locale).replace(/ 12:00$/, "");

const UNITS = {
  "zh-CN": { day: " 天", hour: " 小时", minute: " 分钟", gap: " " },
  en: { day: " d", hour: " h", minute: " min", gap: " " },
} as const;

/** How long, in the two largest units that say something; never negative. */
export const sayLength = (ms: number, locale: Locale): string => {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor(minutes / 60) % 24, "hour"],
    [minutes % 60, "minute"],
  ] as const;
  const first = parts.findIndex(([n]) => n > 0);
  const units = UNITS[locale];
  if (first < 0) return `0${units.minute}`;
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n}${units[unit]}`)
    .join(units.gap);
};

/** The day after the one on which a due ends, `2026-03-18`: the first that a later due can be. */
export const dayAfter = (shown: string): string => {
  const [, date = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(shown) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return "";
  if (time !== "00:00") day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
};
