import * as z from "zod";
import { proof } from "../audit/audit.ts";
import { Instant } from "../kernel/instant.ts";
import { Fact, Name } from "../policy/terms.ts";

/** Who did it. A staff member is named by the token's subject and acts in roles of the regulation. */
export const Actor = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reporter") }),
  z.strictObject({ kind: z.literal("system") }),
  /** Somebody outside who holds a copy and acknowledges it by its own token. */
  z.strictObject({ kind: z.literal("holder"), name: z.string() }),
  z.strictObject({ kind: z.literal("staff"), sub: z.string(), name: z.string(), roles: z.array(Name) }),
]);
export type Actor = z.infer<typeof Actor>;

/** How the person who filed can be reached (经销商联系人). */
export const Contact = z.strictObject({
  name: z.string(),
  /** Absent for who called, wrote or came and gave none: no mail can then be sent. */
  email: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Answers = z.record(Name, Fact);
export type Answers = z.infer<typeof Answers>;

/** An answer to a field of a step: a list of blocks is answered by as many answers. */
export const StepAnswer = z.union([Fact, z.array(Answers)]);
export type StepAnswer = z.infer<typeof StepAnswer>;

export const StepAnswers = z.record(Name, StepAnswer);
export type StepAnswers = z.infer<typeof StepAnswers>;

/** What among the answers to a step can be a fact of the case: all but the lists. */
export const plainAnswers = (answers: StepAnswers): Answers =>
  Object.fromEntries(Object.entries(answers).filter((one): one is [string, Fact] => typeof one[1] !== "object"));

/** What every event says; its proof is made when it is appended, and by nobody else. */
export const common = { at: Instant, by: Actor, ...proof };
/** A command that carried a key leaves it here, so that its repeat is known and changes nothing. */
export const keyed = { ...common, key: z.string().optional() };
