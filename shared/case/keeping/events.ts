import * as z from "zod";
import { ErasureId } from "../../kernel/ids.ts";
import { Name } from "../../policy/terms.ts";
import { common, keyed } from "../actor.ts";

/** What is done to the data of a case rather than to the case: held, given out, erased (D-06, D-11). */
export const keepingEvents = [
  /** A legal hold: while it lasts nothing of the case is erased, by anybody or by itself. */
  z.strictObject({ ...keyed, type: z.literal("held"), hold: z.string(), reason: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("holdReleased"), hold: z.string(), reason: z.string() }),
  /** Given to an authority: which data, to whom and on what basis. The data itself is not repeated. */
  z.strictObject({
    ...keyed,
    type: z.literal("disclosed"),
    disclosure: z.string(),
    authority: z.string(),
    legalBasis: z.string(),
    document: z.string(),
    fields: z.array(Name),
  }),
  /** Decided, and from here on no hold can stop it; the work itself may be done again until `erased` says it is. */
  z.strictObject({
    ...keyed,
    type: z.literal("erasureOrdered"),
    why: z.enum(["asked", "expired"]),
    how: z.enum(["anonymise", "delete"]),
    reason: z.string(),
    /** The order for a whole person that this is a part of. */
    order: ErasureId.optional(),
  }),
  z.strictObject({ ...common, type: z.literal("erased"), photos: z.number().int().nonnegative() }),
] as const;
