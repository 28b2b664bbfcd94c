import * as z from "zod";
import { common, keyed } from "../case/actor.ts";
import { Instant } from "../kernel/instant.ts";

/** What its author writes: by the number of the line of its content, counted from 0. */
export const Texts = z.record(z.string().regex(/^\d{1,2}$/), z.string().max(8000));
export type Texts = z.infer<typeof Texts>;

/** What can happen to a report. The list only grows: what is stored must parse for ever. */
export const ReportEvent = z.discriminatedUnion("type", [
  /** Its content was made from the records, or made anew because these had changed. */
  z.strictObject({
    ...keyed,
    type: z.literal("compiled"),
    /** The n-th content that it has. */
    n: z.number().int().positive(),
    /** SHA-256 of the document, which is also where it lies. */
    hash: z.string(),
    why: z.enum(["opened", "due", "asked", "input", "submitted"]),
    empty: z.boolean(),
  }),
  z.strictObject({ ...keyed, type: z.literal("written"), texts: Texts }),
  /** Handed in as it stood then; what follows is a correction. */
  z.strictObject({ ...keyed, type: z.literal("submitted"), n: z.number().int().positive(), late: z.boolean() }),
  /** Opened again after it was handed in, with the reason. */
  z.strictObject({ ...keyed, type: z.literal("reopened"), reason: z.string() }),
  /** A report further up the line was handed in that is made from it. */
  z.strictObject({ ...common, type: z.literal("consolidated"), in: z.string(), at: Instant }),
  /** What follows from handing it in has been done outside this record. */
  z.strictObject({
    ...common,
    type: z.literal("settled"),
    /** The how-manieth time that it was handed in. */
    submission: z.number().int().positive(),
    /** The content with its author's words, as it was handed in. */
    content: z.number().int().positive(),
  }),
]);
export type ReportEvent = z.infer<typeof ReportEvent>;
