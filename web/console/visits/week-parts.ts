import { offsetOf } from "../api/entered.ts";

type Dated = { readonly due?: string | undefined; readonly appointment?: string | undefined };
type Parts<T> = { readonly late: readonly T[]; readonly today: readonly T[]; readonly rest: readonly T[] };

const DAY = 86_400_000;

/** Milliseconds of an offset such as `+08:00`. */
const ahead = (offset: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
};

/** What is late, what is for today by the office's own clock (a due at midnight ends the day before), and the rest. */
export const parted = <T extends Dated>(all: readonly T[], now: number): Parts<T> => {
  const placed = all.map((item) => {
    const at = item.appointment ?? item.due;
    if (at === undefined) return { item, part: "rest" };
    const zone = ahead(offsetOf(at));
    const end = Date.parse(at) - (item.appointment === undefined ? 1 : 0);
    if (end < now) return { item, part: "late" };
    return { item, part: Math.floor((end + zone) / DAY) === Math.floor((now + zone) / DAY) ? "today" : "rest" };
  });
  const of = (part: string) => placed.filter((one) => one.part === part).map(({ item }) => item);
  return { late: of("late"), today: of("today"), rest: of("rest") };
};

/** So many days after a day: `2026-03-16`. */
export const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
