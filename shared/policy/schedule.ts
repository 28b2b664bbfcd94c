import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";
import { Roll } from "./clock.ts";
import { Condition } from "./condition.ts";
import { Duration } from "./duration.ts";
import { Duty } from "./duty.ts";
import { Fact, Name, Rules, Slug } from "./terms.ts";

/**
 * The days on which an object is in operation; a frequency window without one of them is waived (K-10). `working` are the
 * working days of the calendar, `monday-to-saturday` those and every Saturday that is no public holiday, `all`
 * every day, so that nothing is ever waived.
 */
const OperatingDays = z.enum(["working", "monday-to-saturday", "all"]);

const Period = z.enum(["week", "month", "quarter", "half-year", "year"]);
/** Month and day, `04-06`. */
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "say a month and a day like 03-01");
const times = z.number().int().positive().default(1);

/** When something is owed again and again (S-1 … S-17 of the domain model). A closed set of kinds. */
export const Rhythm = z.discriminatedUnion("kind", [
  /** S-1: so many times on every day of operation; the day itself is the window and is never rolled. */
  z.strictObject({ kind: z.literal("daily"), times, operatingDays: OperatingDays.default("working") }),
  /**
   * S-2, S-5, S-8, S-10, S-14: so many times in every calendar week, month, quarter, half-year or year. The window is a
   * frequency, not a deadline: it is not rolled, and waived when it holds no day of operation (K-7, K-10).
   */
  z.strictObject({ kind: z.literal("every"), period: Period, times, operatingDays: OperatingDays.default("working") }),
  /**
   * S-3: a fixed weekday (1 is Monday), until `before` or until its end. A rest day moves it within its ISO week: Mondays
   * to the first working day, others to the last (K-7). The window begins on the Monday; without a working day it is
   * waived.
   */
  z.strictObject({
    kind: z.literal("weekday"),
    day: z.number().int().min(1).max(7),
    before: z.iso.time({ precision: -1 }).optional(),
  }),
  /** S-6: by a day of each month, e.g. 每月10日前; rolled like every report date. */
  z.strictObject({ kind: z.literal("monthly"), day: z.number().int().min(1).max(28), roll: Roll.default("next") }),
  /** S-7: the last working day of the month (K-10). */
  z.strictObject({ kind: z.literal("month-end") }),
  /** S-9: by a day of the n-th month of each quarter; made in the first month it covers the quarter before (K-11). */
  z.strictObject({
    kind: z.literal("quarterly"),
    month: z.number().int().min(1).max(3),
    day: z.number().int().min(1).max(28),
    roll: Roll.default("next"),
  }),
  /**
   * S-10, S-11: once in each window of every year: a season, the fourth quarter, December, the year. A window may run over
   * New Year; `02-29` is the last day of February in every year.
   */
  z.strictObject({
    kind: z.literal("yearly"),
    windows: z.array(z.strictObject({ from: MonthDay, to: MonthDay, title: Text.optional() })).min(1),
  }),
  /** S-4, S-12, C-E: a length after an event, and again after each time it was done; bands of facts choose the length. */
  z.strictObject({
    kind: z.literal("after"),
    event: Name,
    lengths: z.array(z.strictObject({ when: Condition.optional(), within: Duration })).min(1),
    roll: Roll.default("next"),
    /** Counted again from each time it was done; otherwise once for each event. */
    repeats: z.boolean().default(true),
  }),
  /** S-15: windows counted from an event, closer while the object is young: `until` is its age where a band ends. */
  z.strictObject({
    kind: z.literal("by-age"),
    event: Name,
    bands: z.array(z.strictObject({ until: Duration.optional(), every: Duration })).min(1),
  }),
  /** S-13: at days nobody is told beforehand, so many times in each period (GSS-04). */
  z.strictObject({ kind: z.literal("random"), period: Period, times, operatingDays: OperatingDays.default("working") }),
  /** S-14: as an approved plan spreads them; at least so many in each period, and none before the approval. */
  z.strictObject({ kind: z.literal("by-plan"), period: Period, times, approvedBy: Name }),
  /** S-16: on public holidays, all of them or those with these Chinese names. */
  z.strictObject({ kind: z.literal("holidays"), names: z.array(z.string()).default([]) }),
  /** S-17: "periodically", without a figure: a warning until the owner chooses one, and nothing is generated (AS-130). */
  z.strictObject({ kind: z.literal("unstated") }),
]);
export type Rhythm = z.infer<typeof Rhythm>;

const Example = z.strictObject({
  why: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  facts: z.record(z.string(), Fact).default({}),
  events: z.record(z.string(), Instant).default({}),
  /**
   * Every occurrence whose window ends within from … to, in order; `waived` ones are listed too. A frequency of several
   * times gives as many with the same window. `approved` among the events is the approval of a plan.
   */
  gives: z.array(
    z.strictObject({
      window: z.tuple([z.iso.date(), z.iso.date()]).optional(),
      nominalDue: Instant.optional(),
      effectiveDue: Instant.optional(),
      state: z.enum(["planned", "waived"]).optional(),
      /** The year whose holidays would have to be known. */
      calendarMissing: z.number().int().optional(),
      /** The civil date on which the reminder goes out. */
      reminder: z.iso.date().optional(),
    }),
  ),
});

export const Schedule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** Who does it. */
  by: z.array(Name).min(1),
  rhythm: Rhythm,
  duty: Duty,
  /** The plan that must be approved before anything is generated (PRV-01, OSA-01). */
  afterApprovalBy: Name.optional(),
  /** The controlled form that records it. */
  form: Slug.optional(),
  when: Condition.optional(),
  /** At least one, except where the regulation states no frequency. */
  examples: z.array(Example).default([]),
});
export type Schedule = z.infer<typeof Schedule>;
