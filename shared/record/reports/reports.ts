import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Name, Slug } from "../../policy/terms.ts";
import { Unit } from "../../report/author.ts";
import { ReportEvent } from "../../report/event.ts";
import { type KeptStore, keptShape } from "../kept.ts";

/** A mail that a report owes to a role: that there is a draft to work on, or that it was handed in. */
export const ReportLetter = z.strictObject({
  /** Deterministic: the same cause cannot owe the same letter twice (AS-118). */
  id: z.string(),
  is: z.enum(["draft", "submitted"]),
  to: Name,
  owedAt: Instant,
  state: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("waiting"), attempts: z.number().int().nonnegative(), after: Instant.optional() }),
    z.strictObject({ is: z.literal("sent"), at: Instant, messageId: z.string() }),
    z.strictObject({ is: z.literal("notSent"), at: Instant, why: z.string() }),
  ]),
});
export type ReportLetter = z.infer<typeof ReportLetter>;

/** A report of one stretch of time: one item, found by its key; filed under its regulation on the day when it is due. */
export const ReportRecord = z.strictObject({
  ...keptShape,
  kind: z.literal("report"),
  /** The version in force when it was planned; it is compiled, and judged, by that one. */
  policy: PolicyRef,
  schedule: Slug,
  period: z.string(),
  unit: Unit.optional(),
  /** Absent where the regulation states no frequency, and somebody began it. */
  due: Instant.optional(),
  nominalDue: Instant.optional(),
  opensAt: Instant,
  dueMorning: Instant.optional(),
  timeline: z.array(ReportEvent),
  letters: z.array(ReportLetter),
  /** When its content was last held against the records, whether that changed anything or not. */
  lookedAt: Instant.optional(),
  /** When somebody asked for that. */
  askedAt: Instant.optional(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

export type ReportStore = KeptStore<ReportRecord>;
