import * as z from "zod";
import { Field } from "./field.ts";
import { Name, Titled } from "./terms.ts";

/**
 * What happens outside the workflow and starts or stops clocks, e.g. a part that was replaced; somebody records it, at once
 * or later.
 */
export const OutsideEvent = Titled.extend({
  /** Who may record it; absent: every role that may leave a note. */
  by: z.array(Name).min(1).optional(),
  /** What is asked of whoever records it. */
  fields: z.array(Field).default([]),
  /** Fields of this event that correct or complete the facts of the case. */
  sets: z.array(Name).default([]),
  /** Fields of this event that the customer may read, with its title and date; without any the event is internal. */
  customerSees: z.array(Name).optional(),
  /** It may lie before the receipt of the case: the sending time on a waybill. */
  mayPrecede: z.boolean().default(false),
});
export type OutsideEvent = z.infer<typeof OutsideEvent>;
