import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Name, RuleId, Slug } from "./terms.ts";

/** What a digest can show, in the order in which it does. */
export const DigestPart = z.enum(["overdue", "due", "kpis", "changes"]);
export type DigestPart = z.infer<typeof DigestPart>;

/** A mail that tells some roles again and again how a regulation is kept (§3.5). */
export const Digest = z.strictObject({
  id: Slug,
  title: Text,
  /** The rules that ask for it; none where it is our choice, which is then listed as assumed (D-12). */
  rules: z.array(RuleId).default([]),
  every: z.enum(["week", "month", "quarter", "half-year", "year"]),
  /**
   * The day of the week (1 is Monday), or of the first month of the period. A rest day gives way to the next working day of
   * the period, else to the last before it; a period without one has no digest (K-7, K-10).
   */
  on: z.number().int().min(1).max(28).default(1),
  /** The hour at which it leaves, by the clocks of the company. */
  at: z.iso.time({ precision: -1 }).default("08:00"),
  to: z.array(Name).min(1),
  /** True: it is sent though nothing is open, due, measured or changed. */
  sentEmpty: z.boolean().default(false),
  shows: z
    .array(DigestPart)
    .min(1)
    .default([...DigestPart.options]),
  examples: z
    .array(
      z.strictObject({
        why: z.string(),
        from: z.iso.date(),
        to: z.iso.date(),
        /** The days on which it leaves, within the two. */
        gives: z.array(z.iso.date()),
      }),
    )
    .min(1),
});
export type Digest = z.infer<typeof Digest>;
