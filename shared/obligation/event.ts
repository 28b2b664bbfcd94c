import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { Answers, common, keyed } from "../case/actor.ts";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";
import { Channel } from "../policy/follow-up.ts";
import { Slug } from "../policy/terms.ts";

/** When something is owed, as a schedule of the regulation says: inside the window, until its due. */
export const Slot = z.strictObject({
  window: z.tuple([CivilDate, CivilDate]),
  /** The day that was drawn for what nobody is told beforehand (S-13). */
  day: CivilDate.optional(),
  due: Instant,
  reminder: Instant.optional(),
  /** The window holds no day of operation: nothing is owed (K-10). */
  waived: z.boolean(),
  why: Text,
});
export type Slot = z.infer<typeof Slot>;

/** What shows that something was done: an inspection, an entry of a register, minutes, a report, a campaign. */
export const Proof = z.strictObject({ kind: Slug, id: z.string().min(1).max(200) });
export type Proof = z.infer<typeof Proof>;

const told = { channel: Channel, doneAt: Instant, note: z.string().optional() };

/** What can happen to an obligation. The list only grows: what is stored must parse for ever. */
export const ObligationEvent = z.discriminatedUnion("type", [
  z.strictObject({ ...common, type: z.literal("planned"), slot: Slot }),
  /** The regulation, the plan or the object changed, and the visit with it. */
  z.strictObject({ ...common, type: z.literal("replanned"), slot: Slot }),
  /** Nothing asks for it any more. */
  z.strictObject({ ...common, type: z.literal("dropped") }),
  z.strictObject({ ...common, type: z.literal("reminded"), mail: z.string() }),
  /** Nobody could be sent the reminder: the visit stands in its list all the same. */
  z.strictObject({ ...common, type: z.literal("notReminded"), why: z.string() }),
  z.strictObject({ ...common, type: z.literal("missed") }),
  z.strictObject({ ...keyed, ...told, type: z.literal("done"), whom: z.string(), answers: Answers }),
  z.strictObject({ ...keyed, ...told, type: z.literal("unreachable") }),
  z.strictObject({ ...keyed, type: z.literal("rebooked"), apology: z.string(), next: Instant }),
  z.strictObject({
    ...keyed,
    type: z.literal("signed"),
    name: z.string(),
    method: z.enum(["drawn", "typed", "paper"]),
  }),
  /** Done, with the record that shows it, or written down by whoever did it where it has none of its own. */
  z.strictObject({
    ...keyed,
    type: z.literal("fulfilled"),
    doneAt: Instant,
    note: z.string().optional(),
    proof: Proof.optional(),
  }),
  /** Somebody who may decide it says that it is not owed this time. */
  z.strictObject({ ...keyed, type: z.literal("waived"), reason: z.string() }),
]);
export type ObligationEvent = z.infer<typeof ObligationEvent>;
