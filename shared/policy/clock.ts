import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";
import { Condition, Span } from "./condition.ts";
import { Duration } from "./duration.ts";
import { Fact, Name, RuleId, Rules, Slug } from "./terms.ts";

/** `next` is article 203 of the Civil Code; `previous` is for month ends; hours and same-day periods are never rolled (K-7). */
export const Roll = z.enum(["next", "previous", "none"]);
export type Roll = z.infer<typeof Roll>;

const Example = z.strictObject({
  why: z.string(),
  from: Instant,
  facts: z.record(z.string(), Fact).default({}),
  nominalDue: Instant.optional(),
  effectiveDue: Instant.optional(),
  /** The civil date on which the first reminder goes out. */
  firstReminder: z.iso.date().optional(),
  /** The clock does not exist for these facts. */
  applies: z.literal(false).optional(),
  calendarMissing: z.number().int().optional(),
  /** When it stood still. */
  pauses: z.array(z.strictObject({ from: Instant, to: Instant })).default([]),
});

/**
 * Bands of one fact, each with its own length: spans of a number, which may neither overlap nor leave a gap (K-8,
 * AS-119), or the values of a choice, each named once by `is` (CCF-35/36, IPP-06/08).
 */
const Bands = z.strictObject({
  fact: Name,
  of: z.array(Span.extend({ is: z.string().min(1).optional(), within: Duration })).min(2),
});

export const Clock = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** The event that starts it; the first such event of a case counts. Exactly one of `start` and `since`. */
  start: Name.optional(),
  /**
   * The fact that holds the moment, or the day, from which it counts, whoever tells of it and whenever (COU-27, HKC-02). It
   * is there as soon as the fact is known, follows the fact when it is corrected, and is not started anew by a reopening.
   */
  since: Name.optional(),
  /** The event that stops it; a stop exactly at the due instant is on time (K-2). */
  stop: Name,
  when: Condition.optional(),
  /**
   * A deadline is breached when it passes. A window is how long somebody may ask for something: it lapses, nobody is late
   * and nobody is reminded (COU-26). A retention is a minimum: what it keeps may not be deleted before (COU-09); it is
   * never rolled and reminds of nothing.
   */
  kind: z.enum(["deadline", "window", "retention"]).default("deadline"),
  /** Of a retention: after how long from its start the personal data goes, and whether the rest stays. */
  most: z.strictObject({ within: Duration, how: z.enum(["anonymise", "delete"]) }).optional(),
  /**
   * A fact that holds the due itself: the moment that was promised (CHN-04, RES-10), or the date of one event (BCE-02),
   * which means its end. Never rolled. Reminders go out before a moment as before the end of hours, before a date as
   * before the end of days.
   */
  until: Name.optional(),
  /** A promise (`until`) that may be given anew as often as it takes, each kept by itself (CHN-05). */
  renewable: z.boolean().default(false),
  /** Between these events it stands still: hours, days and working days do not count meanwhile. */
  pauses: z.array(z.strictObject({ from: Name, to: Name })).default([]),
  /** Exactly one of `within`, `bands` and `until`. An advisory clock may take the assumed target of 0.3. */
  within: Duration.optional(),
  bands: Bands.optional(),
  /** Advisory clocks remind and are listed; they never breach and count in no KPI (AS-120). */
  grade: z.enum(["binding", "advisory"]),
  roll: Roll.optional(),
  /** Rules that this clock answers in part, or that only colour it. */
  seeAlso: z.array(RuleId).default([]),
  examples: z.array(Example).min(1),
});
export type Clock = z.infer<typeof Clock>;
