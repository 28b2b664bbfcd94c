import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Slug } from "../policy/terms.ts";
import { within } from "../policy/within.ts";

/** What was seen of an item: in order, something to put right, or not there to be looked at. */
export const RESULTS = ["ok", "remark", "na"] as const;

/** A figure as it was read off: at most fifteen digits, so that a number holds it exactly and limits are kept exactly. */
export const Measured = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,6})?$/, "a figure like 5.01, with at most nine digits before the point and six behind");

/** One line of the form as it is stored; the first is line 1, and photos and findings name it so. */
export const Line = z.strictObject({
  n: z.number().int().min(1).max(99),
  /** Which item of which checklist; absent of something that no list asks for. */
  of: z.strictObject({ checklist: Slug, item: Slug }).optional(),
  /** What the same problem is called wherever it is found. */
  code: z.string(),
  title: Text,
  result: z.enum(RESULTS),
  value: Measured.optional(),
  note: z.string().optional(),
  /** What it leads to by the regulation in force when it was filed; absent where nothing is wrong. */
  leads: z.enum(["finding", "refusal", "approval"]).optional(),
});
export type Line = z.infer<typeof Line>;

type Limit = Parameters<typeof within>[0] & { readonly unit?: Text };

/** Whether a measured value keeps its limit, at the boundaries as K-8 reads them: 5.00 is five (AS-104). */
export const keeps = ({ unit: _, ...span }: Limit, value: string): boolean => within(span, Number(value));
