import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { type Locale, Text } from "../kernel/text.ts";
import { DigestPart } from "../policy/digest.ts";

/**
 * What is late or soon due: a case, a duty of a schedule, a report, a finding of an inspection, what an entry of a register
 * waits for; each list by itself, since each has its own page.
 */
const WORK = ["cases", "duties", "reports", "findings", "entries"] as const;
export type Work = (typeof WORK)[number];

/** One line of a list. Nothing of it is a person's but a name that lists mask (D-06). */
export const Line = z.strictObject({
  /** Where it stands in the console, behind the company: `case_…`. */
  place: z.string(),
  /** Its number or period; the company itself is called so in both languages. */
  name: z.union([z.string(), Text]),
  what: Text,
  whose: Text.optional(),
  /** Who filed it, masked. */
  who: z.string().optional(),
  due: Instant,
  /** A target that the regulation does not bind anybody to: past it nothing is breached (AS-120). */
  advisory: z.literal(true).optional(),
});
export type Line = z.infer<typeof Line>;

/** What a line is called, in a language. */
export const nameOf = ({ name }: Pick<Line, "name">, locale: Locale): string =>
  typeof name === "string" ? name : name[locale];

/** How many there are, and the first of them. */
const List = z.strictObject({ of: z.enum(WORK), count: z.number().int().nonnegative(), first: z.array(Line) });
export type List = z.infer<typeof List>;

const Standing = z.enum(["met", "missed", "not-reached", "no-data", "no-target"]);

const Point = z.strictObject({
  period: z.string(),
  value: z.number().optional(),
  shown: z.string().optional(),
  standing: Standing,
});
export type Point = z.infer<typeof Point>;

/** A figure of the last period that is over, with those before it. */
export const KpiLine = z.strictObject({
  id: z.string(),
  title: Text,
  /** As people read it: `≥ 90 %`; absent where the regulation names none. */
  target: z.string().optional(),
  /** For the line in the chart. */
  aim: z.number().optional(),
  /** The first the oldest, the last that of which it speaks. */
  trend: z.array(Point).min(1),
});
export type KpiLine = z.infer<typeof KpiLine>;

/** What has happened since the last digest. */
const CHANGES = ["opened", "closed", "escalated", "flipped"] as const;
export type Change = (typeof CHANGES)[number];
const News = z.strictObject({
  of: z.enum(CHANGES),
  count: z.number().int().nonnegative(),
  first: z.array(z.strictObject({ place: z.string(), name: z.string(), at: Instant, what: Text })),
});
export type News = z.infer<typeof News>;

/** What one regulation has to say to one reader on one day. */
export const Part = z.strictObject({
  policy: z.strictObject({ id: z.string(), version: z.number().int(), title: Text }),
  zone: z.string(),
  digests: z.array(z.strictObject({ id: z.string(), title: Text, rules: z.array(z.string()) })).min(1),
  roles: z.array(z.strictObject({ id: z.string(), title: Text })).min(1),
  shows: z.array(DigestPart).min(1),
  since: Instant,
  overdue: z.array(List),
  due: z.array(List),
  kpis: z.array(KpiLine),
  news: z.array(News),
});
export type Part = z.infer<typeof Part>;

const bare = <T extends { readonly first: readonly unknown[] }>(lists: readonly T[]) =>
  lists.map((list) => ({ ...list, first: [] }));

/** What is left when the lines are forgotten: counts and figures, which name no case and nobody. */
export const withoutLines = (part: Part): Part => ({
  ...part,
  overdue: bare(part.overdue),
  due: bare(part.due),
  news: bare(part.news),
});

const some = (lists: readonly { readonly count: number }[]): boolean => lists.some(({ count }) => count > 0);

/** Whether a part has anything to say: figures alone are nothing new unless one of them is of some period. */
export const isEmpty = ({ overdue, due, kpis, news }: Part): boolean =>
  !some(overdue) &&
  !some(due) &&
  !some(news) &&
  kpis.every(({ trend }) => trend.every(({ value }) => value === undefined));
