import * as z from "zod";
import { owedLetter } from "../../case/owed-letter.ts";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import { Unit } from "../../report/author.ts";
import { ReportEvent } from "../../report/event.ts";
import { type KeptStore, keptShape } from "../kept.ts";

/** A mail that a report owes to a role: that there is a draft to work on, or that it was handed in. */
export const ReportLetter = z.strictObject({
  ...owedLetter,
  is: z.enum(["draft", "submitted"]),
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
