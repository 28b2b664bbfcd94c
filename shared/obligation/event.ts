import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { Answers, common, keyed } from "../case/actor.ts";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";
import { Channel } from "../policy/follow-up.ts";

/** When a visit is owed, as a schedule of the regulation says: inside the window, until its due. */
export const Slot = z.strictObject({
  window: z.tuple([CivilDate, CivilDate]),
  due: Instant,
  reminder: Instant.optional(),
  /** The window holds no day of operation: nothing is owed (K-10). */
  waived: z.boolean(),
  why: Text,
});
export type Slot = z.infer<typeof Slot>;

const told = { channel: Channel, doneAt: Instant, note: z.string().optional() };

/** What can happen to a visit. The list only grows: what is stored must parse for ever. */
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
]);
export type ObligationEvent = z.infer<typeof ObligationEvent>;
