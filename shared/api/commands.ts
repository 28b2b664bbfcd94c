import * as z from "zod";
import { Fact, Name, Slug } from "../policy/terms.ts";

const reason = z.string().trim().min(1).max(2000);

export const StepBody = z.record(z.string(), z.union([Fact, z.array(z.record(z.string(), z.unknown()))])).meta({
  id: "StepAnswers",
  description: "the step's own fields; see `next` of the case. A list is answered by an object for each of its blocks",
});
export const NoteBody = z.strictObject({ text: z.string().trim().min(1).max(4000) }).meta({ id: "Note" });
export const EventBody = z
  .strictObject({
    event: Name.meta({ description: "one of the regulation's `events`; see `acts` of the case" }),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: "when it happened, if not now", examples: ["2026-03-10T14:20:00+08:00"] }),
    reason: z.string().trim().max(2000).optional().meta({ description: "why it is recorded later than it happened" }),
    facts: z.record(z.string(), Fact).optional().meta({ description: "the event's own fields" }),
  })
  .meta({ id: "OutsideEvent" });
export const RequestExtension = z
  .strictObject({
    clock: Slug,
    newDue: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).meta({
      description: "a date means the end of that day (24:00) in the policy's time zone",
      examples: ["2026-03-20"],
    }),
    reason,
  })
  .meta({ id: "ExtensionRequest" });
export type RequestExtension = z.infer<typeof RequestExtension>;
export const RecordException = z
  .strictObject({
    clock: Slug,
    reason: z
      .string()
      .max(64)
      .meta({ description: "one of those that `mayExcuse` lists", examples: ["FESTIVAL"] }),
    promised: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).meta({
      description: "the new promise; a date means the end of that day (24:00) in the policy's time zone",
      examples: ["2026-02-24T12:00:00+08:00"],
    }),
    remark: z.string().trim().max(2000).optional(),
  })
  .meta({ id: "ExceptionRecord" });
export const DecideException = z
  .strictObject({ approve: z.boolean(), remark: z.string().trim().max(2000).optional() })
  .meta({ id: "ExceptionDecision" });
export const DecideExtension = z
  .strictObject({ approve: z.boolean(), remark: z.string().trim().max(2000).optional() })
  .meta({ id: "ExtensionDecision" });
