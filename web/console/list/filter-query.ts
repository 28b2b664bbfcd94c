import type { Query } from "../route.ts";

export const DUES = ["overdue", "today", "week", "between"] as const;

const DAY_MS = 86_400_000;

/** The civil date at the office, `2026-03-10`, at a moment in milliseconds. */
export const dateAt = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const offsetOn = (date: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    Date.parse(`${date}T12:00:00Z`),
  );
  const said = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") ?? "";
  return said === "" ? "+00:00" : said;
};

/** Just after a day begins: a due at 24:00 of the day before is shown as that day's, and so belongs to it. */
const opening = (date: string, timeZone: string): string => `${date}T00:00:00.001${offsetOn(date, timeZone)}`;

type Now = { readonly now: number; readonly timeZone: string };
type Span = { readonly dueFrom?: string; readonly dueBefore?: string };

/** From when to when a choice of dues goes, as the API asks for it. @param now milliseconds since 1970. */
const dueSpan = ({ due = "", from = "", until = "" }: Query, { now, timeZone }: Now): Span => {
  const today = dateAt(now, timeZone);
  const days = (first: string, last: string): Span => ({
    ...(first === "" ? {} : { dueFrom: opening(first, timeZone) }),
    ...(last === "" ? {} : { dueBefore: opening(dayAfter(last, 1), timeZone) }),
  });
  if (due === "overdue") return { dueBefore: new Date(now).toISOString() };
  if (due === "today") return days(today, today);
  if (due === "week") return days(today, dayAfter(today, 6));
  return due === "between" ? days(from, until) : {};
};

/** What cuts a list, as both its pages and its file are asked for. */
const FILTERS = ["policy", "state", "desk", "person", "category", "kind"] as const;

/** The filter in the API's words. */
export const asked = (query: Query, at: Now): Record<string, string> => ({
  ...Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
  ...dueSpan(query, at),
});

/** How many things are set in a filter. */
export const countSet = (query: Query): number =>
  [...FILTERS, "due", "open"].filter((name) => (query[name] ?? "") !== "").length;
