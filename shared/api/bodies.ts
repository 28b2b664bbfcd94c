import * as z from "zod";
import { MAX_PHOTO_BYTES, PhotoType } from "../evidence/evidence.ts";
import { CaseId, PhotoId } from "../kernel/ids.ts";
import { KindView } from "./intake-views.ts";
import { Provisional } from "./provisional.ts";
import { Deadline, EvidenceState } from "./views.ts";

const Choice = z.object({ value: z.string(), label: z.string() });

type FormCategory = {
  code: string;
  title: string;
  selectable: boolean;
  onlyFor?: { field: string; in: string[] } | undefined;
  children: FormCategory[];
};
export const FormCategory: z.ZodType<FormCategory> = z
  .object({
    code: z.string(),
    title: z.string(),
    selectable: z.boolean(),
    onlyFor: z.object({ field: z.string(), in: z.array(z.string()) }).optional(),
    get children() {
      return z.array(FormCategory);
    },
  })
  .meta({ id: "FormCategory" });

const FormField = z
  .object({
    id: z.string(),
    type: z.enum(["text", "longText", "choice", "category", "number", "money", "flag", "date", "moment"]),
    label: z.string(),
    hint: z.string().optional(),
    required: z.boolean(),
    /** The field is asked only while this holds: facts and the values they may have. */
    when: z.unknown().optional(),
    max: z.number().optional(),
    min: z.number().optional(),
    integer: z.boolean().optional(),
    unit: z.string().optional(),
    choices: z.array(Choice).optional(),
  })
  .meta({ id: "FormField" });

/** The form in the caller's language. */
export const FormReply = z
  .object({
    org: z.object({ id: z.string(), name: z.string() }),
    policy: z.object({ id: z.string(), version: z.number(), title: z.string() }),
    locale: z.enum(["zh-CN", "en"]),
    form: z.string(),
    contact: z.array(FormField),
    fields: z.array(FormField),
    categories: z.array(FormCategory),
    damages: z
      .object({ title: z.string(), max: z.number(), fields: z.array(FormField), requiredWhen: z.unknown().optional() })
      .optional(),
    evidence: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        rules: z.array(z.string()),
        when: z.unknown().optional(),
        per: z.enum(["damageItem", "case"]),
        atLeast: z.number(),
        capturedBefore: z.string().optional(),
      }),
    ),
    photos: z.object({ types: z.array(z.string()), maxBytes: z.number() }),
    deadlines: z.array(
      z.object({ clock: z.string(), title: z.string(), rules: z.array(z.string()), within: z.string() }),
    ),
    assumptions: z.array(z.object({ key: z.string(), says: z.string() })),
  })
  .meta({ id: "Form" });
export type FormReply = z.infer<typeof FormReply>;

export const FileReply = z
  .object({
    caseId: CaseId,
    number: z.string(),
    kind: KindView,
    provisional: Provisional,
    trackingToken: z.string(),
    trackingPage: z.string().meta({ description: "the customer's own page, with the token in it" }),
    deadlines: z.array(Deadline),
    evidence: EvidenceState,
    warnings: z
      .array(z.object({ code: z.enum(["perhaps-filed-before"]), says: z.string() }))
      .meta({ description: "what is worth knowing, and was no reason to refuse" }),
  })
  .meta({ id: "Filed" });
export type FileReply = z.infer<typeof FileReply>;

export const PhotosBody = z
  .strictObject({
    photos: z
      .array(
        z.strictObject({
          damage: z
            .number()
            .int()
            .min(0)
            .max(99)
            .meta({ description: "1 is the first damage on the form; 0 is the case as a whole" }),
          type: PhotoType,
          size: z.number().int().min(1).max(MAX_PHOTO_BYTES),
        }),
      )
      .min(1)
      .max(50),
  })
  .meta({ id: "PhotosWanted" });
export type PhotosBody = z.infer<typeof PhotosBody>;

export const PhotosReply = z
  .object({
    tickets: z.array(
      z.object({
        photoId: PhotoId,
        damage: z.number(),
        url: z.string(),
        fields: z
          .record(z.string(), z.string())
          .meta({ description: "sent as multipart/form-data before the file, in this order" }),
        expiresAt: z.string(),
      }),
    ),
  })
  .meta({ id: "UploadTickets" });
export type PhotosReply = z.infer<typeof PhotosReply>;
