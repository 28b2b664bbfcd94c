import type { FormReply } from "../api/bodies.ts";
import type { Locale } from "../kernel/text.ts";
import type { Sentences } from "./sentences.ts";

type Field = FormReply["fields"][number];

/** A question as the script judges it. */
export type AskedField = Pick<Field, "id" | "type" | "required" | "when" | "max" | "min" | "integer">;

/** Where the script sends what, and what it says; the page embeds it as JSON under the id `page-data`. */
export type ScriptData = {
  readonly locale: Locale;
  readonly org: string;
  readonly say: Sentences["script"];
  readonly photos: FormReply["photos"];
} & (
  | { readonly page: "form"; readonly policy: string; readonly key: string; readonly shape: FormShape }
  | { readonly page: "tracking"; readonly caseId: string }
);

export type FormShape = {
  readonly contact: readonly AskedField[];
  readonly fields: readonly AskedField[];
  readonly damages?: { readonly max: number; readonly requiredWhen?: unknown; readonly fields: readonly AskedField[] };
  readonly evidence: readonly Pick<FormReply["evidence"][number], "per" | "atLeast" | "when">[];
};

export const DATA_ID = "page-data";

const asked = ({ id, type, required, when, max, min, integer }: Field): AskedField => ({
  id,
  type,
  required,
  when,
  max,
  min,
  integer,
});

/** What the script reads the form by; what only people read stays out. */
export const shapeOf = ({ contact, fields, damages, evidence }: FormReply): FormShape => ({
  contact: contact.map(asked),
  fields: fields.map(asked),
  ...(damages === undefined
    ? {}
    : {
        damages: { max: damages.max, requiredWhen: damages.requiredWhen, fields: damages.fields.map(asked) },
      }),
  evidence: evidence.map(({ per, atLeast, when }) => ({ per, atLeast, when })),
});
