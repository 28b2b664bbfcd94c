import * as z from "zod";

const answers = z.record(z.string(), z.unknown()).default({});
const reason = z.string().max(1000);

export const EntryBody = z.strictObject({
  answers: answers.meta({ description: "the fields of the register's form" }),
});
export const CorrectionOfEntryBody = z.strictObject({
  answers: answers.meta({ description: "all that the entry says from here on; a masked value stays as it is" }),
  reason,
});
export const StepOfEntryBody = z.strictObject({
  answers: answers.meta({ description: "the fields of the step" }),
  remark: z.string().max(1000).optional(),
});
export const EntryReasonBody = z.strictObject({ reason });
