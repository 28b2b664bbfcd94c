import * as z from "zod";
import { NextField } from "./next-field.ts";
import { Shown } from "./shown.ts";

/** A line of the timeline as its reader may see it. */
export const TimelineLine = z
  .object({
    at: Shown,
    what: z.string(),
    who: z.string(),
    detail: z.array(z.string()),
    place: z.number().int().optional().meta({ description: "for staff: its place, as a correction names it" }),
    mayCorrect: z.array(NextField).optional().meta({ description: "fields that the caller may put right" }),
  })
  .meta({ id: "TimelineLine" });
export type TimelineLine = z.infer<typeof TimelineLine>;
