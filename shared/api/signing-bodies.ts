import * as z from "zod";
import { METHODS } from "../case/sign/methods.ts";
import { OUTCOMES } from "../case/visit/visit.ts";
import { Channel } from "../policy/follow-up.ts";
import { Fact, Name, Slug } from "../policy/terms.ts";

const name = z.string().trim().min(1).max(100);
const words = z.string().trim().min(1).max(2000);
const remark = z.string().trim().max(2000).optional();

/** For what says everything in its address. */
export const NothingBody = z.strictObject({}).meta({ id: "Nothing" });

/** A signature as staff write it down, or as they sign themselves. */
export const SignBody = z
  .strictObject({
    signoff: Slug.meta({ description: "one of the case's `signoffs`", examples: ["user-signature"] }),
    by: Name.optional().meta({ description: "the role or party that signs, of the sign-off's `by`" }),
    name,
    method: z.enum(METHODS),
    signedAt: z.iso.datetime({ offset: true }).optional().meta({ description: "now when absent; never in the future" }),
    photoId: z.string().max(64).optional().meta({ description: "a photo of this case: needed for a stamp or a scan" }),
    remark,
  })
  .meta({ id: "Signing" });

/** A customer signs or confirms for themselves, now. */
export const ConfirmBody = z
  .strictObject({
    signoff: Slug,
    name,
    method: z.enum(METHODS).default("typed"),
    photoId: z.string().max(64).optional(),
    remark,
  })
  .meta({ id: "Confirmation" });

export const ObjectBody = z.strictObject({ signoff: Slug, reason: words }).meta({ id: "Objection" });

export const CorrectBody = z
  .strictObject({
    place: z.number().int().min(0).max(100_000).meta({ description: "the `place` of a line of the timeline" }),
    field: Name,
    value: z.union([Fact, z.array(z.record(z.string(), z.unknown()))]),
    reason: words,
  })
  .meta({ id: "Correction" });

export const VisitBody = z
  .strictObject({
    visit: Slug.meta({ description: "one of the case's `visits`" }),
    outcome: z.enum(OUTCOMES),
    channel: Channel,
    doneAt: z.iso.datetime({ offset: true }).optional().meta({ description: "now when absent" }),
    whom: z.string().trim().max(100).optional().meta({ description: "needed where it is done" }),
    opinion: remark.meta({ description: "needed where it is done" }),
    satisfied: z.boolean().optional(),
    apology: remark.meta({ description: "needed where it is rebooked" }),
    next: z.iso.datetime({ offset: true }).optional().meta({ description: "the new time, where it is rebooked" }),
  })
  .meta({ id: "ObligationRecord" });

export const CirculateBody = z
  .strictObject({
    words,
    to: z
      .array(z.strictObject({ name, email: z.string().trim().max(254).pipe(z.email()) }))
      .min(1)
      .max(100),
  })
  .meta({ id: "Circulation" });

/** A copy as whoever outside holds it sees it. */
export const HeldCopy = z
  .object({
    org: z.string(),
    title: z.string(),
    to: z.string(),
    words: z.string(),
    at: z.string(),
    acknowledgedAt: z.string().optional(),
  })
  .meta({ id: "HeldCopy" });
export type HeldCopy = z.infer<typeof HeldCopy>;

export const ReopenBody = z.strictObject({ reason: words }).meta({ id: "Reopening" });

export const SuccessorBody = z
  .record(z.string(), z.unknown())
  .meta({ id: "Successor", description: "what has changed of the form; everything else is as it was filed" });
