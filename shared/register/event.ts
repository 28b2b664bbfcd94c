import * as z from "zod";
import { common, keyed, StepAnswers } from "../case/actor.ts";
import { forgot } from "../case/keeping/forgot.ts";
import { Name } from "../policy/terms.ts";

/** What can happen to an entry of a register. The list only grows: what is stored must parse for ever. */
export const EntryEvent = z.discriminatedUnion("type", [
  z.strictObject({ ...keyed, type: z.literal("written"), answers: StepAnswers }),
  /** All that it says from here on; what it said before stays in its history. */
  z.strictObject({ ...keyed, type: z.literal("corrected"), answers: StepAnswers, reason: z.string() }),
  /** A step was taken, or the word that an approval asked for was given, in one of these roles. */
  z.strictObject({
    ...keyed,
    type: z.literal("taken"),
    step: z.string(),
    roles: z.array(Name),
    answers: StepAnswers,
    remark: z.string().optional(),
  }),
  z.strictObject({ ...keyed, type: z.literal("declined"), step: z.string(), roles: z.array(Name), reason: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("copyTaken"), copy: z.number().int().positive() }),
  z.strictObject({ ...keyed, type: z.literal("voided"), reason: z.string() }),
  /** A legal hold: while it lasts nothing of it is erased, by anybody or by itself (D-11). */
  z.strictObject({ ...keyed, type: z.literal("held"), hold: z.string(), reason: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("holdReleased"), hold: z.string(), reason: z.string() }),
  /** What it said of a person is gone, here and in everything before: all that was typed, or what mentions them. */
  z.strictObject({ ...common, ...forgot, type: z.literal("forgotten") }),
]);
export type EntryEvent = z.infer<typeof EntryEvent>;

export type EntryEventOf<T extends EntryEvent["type"]> = Extract<EntryEvent, { type: T }>;
