import * as z from "zod";
import { ErasureId } from "../../kernel/ids.ts";

/**
 * What an order to forget somebody did to a record that is no case: all that was typed went, or what mentioned them. The same
 * order, gone on with after it was stopped, finds here that it was carried out.
 */
export const forgot = {
  what: z.enum(["all", "mentions"]).default("all"),
  order: ErasureId.optional(),
} as const;
