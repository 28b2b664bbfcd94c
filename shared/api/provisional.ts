import * as z from "zod";

/** Where a case is named: whether that is its number, or what it is called until its regulation gives it one (AS-41). */
export const Provisional = z.literal(true).optional().meta({
  description:
    "present until the regulation's event gives the case its number: `number` is what it is called until then",
});
