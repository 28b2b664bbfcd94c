import * as z from "zod";
import { MAX_PHOTO_BYTES, PhotoType } from "../evidence/evidence.ts";
import { RESULTS } from "../inspection/line.ts";
import { Locale } from "../kernel/text.ts";
import { ObjectId } from "../obligation/object.ts";
import { Slug } from "../policy/terms.ts";

const PersonBody = z.strictObject({
  name: z.string().max(100),
  sub: z
    .string()
    .regex(/^[^#\s]{1,100}$/)
    .optional()
    .meta({ description: "their account: then nobody else acts for them" }),
  email: z.email().max(254).optional(),
  locale: Locale.optional(),
});

const LineBody = z.strictObject({
  of: z
    .strictObject({ checklist: Slug, item: Slug })
    .optional()
    .meta({ description: "which item of which checklist; absent of something no list asks for" }),
  code: z.string().max(100).optional().meta({ description: "what the same problem is called wherever it is found" }),
  title: z.string().max(200).optional(),
  result: z.enum(RESULTS),
  value: z
    .string()
    .max(20)
    .optional()
    .meta({ description: "a figure as it was read off, e.g. 5.01; it is compared exactly" }),
  note: z.string().max(500).optional(),
});

export const InspectionBody = z
  .strictObject({
    schedule: Slug,
    doneAt: z.string().optional().meta({ description: "when, with its offset; now when absent" }),
    object: ObjectId.optional().meta({ description: "its number in the company's ledger" }),
    subject: z.string().max(120),
    department: z.string().max(100).meta({ description: "who answers for what is found" }),
    head: PersonBody.optional().meta({ description: "who signs for that department" }),
    people: z.array(z.strictObject({ name: z.string().max(100), inCharge: z.boolean().default(false) })).max(20),
    lines: z.array(LineBody).max(99),
  })
  .meta({ id: "InspectionBody" });

export const SignFindingBody = z.strictObject({ remark: z.string().max(500).optional() });
export const RectifierBody = z.strictObject({ rectifier: PersonBody, dueOn: z.string().optional() });
export const RectificationBody = z.strictObject({ measure: z.string().max(500) });
const verdict = z.enum(["passed", "failed"]);
export const VerificationBody = z.strictObject({ verdict, result: z.string().max(500) });
export const SafetyApprovalBody = z.strictObject({ verdict, plan: z.string().max(500) });

export const InspectionPhotosBody = z
  .strictObject({
    photos: z
      .array(
        z.strictObject({
          line: z.number().int().min(0).max(99).meta({ description: "which line it shows; 0 is the whole" }),
          type: PhotoType,
          size: z.number().int().min(1).max(MAX_PHOTO_BYTES),
          key: z.string().min(8).max(100).meta({ description: "new for each photo; the same key is the same photo" }),
        }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: "InspectionPhotosBody" });
