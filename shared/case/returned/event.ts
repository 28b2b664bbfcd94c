import * as z from "zod";
import { keyed } from "../actor.ts";

/** Whoever agrees to returns has said how much of a count beyond the tolerance is booked (CCF-45). */
export const ReturnDecided = z.strictObject({
  ...keyed,
  type: z.literal("returnDecided"),
  quantity: z.number().min(0),
  remark: z.string(),
});
