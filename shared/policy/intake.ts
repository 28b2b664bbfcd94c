import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Kinds } from "./case-kind.ts";
import { Condition } from "./condition.ts";
import { Field } from "./field.ts";
import { IntakeChannel } from "./intake-channel.ts";
import { Name, RuleId, Rules, Slug } from "./terms.ts";

/** The form by which a case comes in. */
export const Intake = z.strictObject({
  /** The controlled form's own name, e.g. 投诉申请单. */
  form: Text,
  rules: Rules,
  /** Who files (`parties`); the contact block (name, e-mail, phone) is always asked of them. */
  party: Name,
  /** Which role's desk receives it. */
  receivedBy: Name,
  /** What its cases are; complaints, unless told otherwise. */
  kinds: Kinds.optional(),
  /** The ways by which it comes in; any way, unless told otherwise. */
  channels: z.array(IntakeChannel).min(1).optional(),
  fields: z.array(Field).min(1),
  /**
   * The field that names one of several occasions, such as an exhibition, each with facts of its own that the company
   * keeps: `closes` is the date after whose end nothing more is taken, until an event asks for it anew.
   */
  occasion: z.strictObject({ field: Name, closes: Name, reopens: Name.optional(), prohibition: Slug }).optional(),
  /** The same contact with the same answers within so many days is perhaps the same matter twice: said, never refused. */
  duplicates: z.strictObject({ same: z.array(Name).min(1), days: z.number().int().positive() }).optional(),
  /** The repeated block of damages (损坏处); absent where a regulation knows none. */
  damages: z
    .strictObject({
      title: Text,
      fields: z.array(Field).min(1),
      max: z.number().int().positive().default(20),
      /** At least one damage must be described while this holds. */
      requiredWhen: Condition.optional(),
    })
    .optional(),
});
export type Intake = z.infer<typeof Intake>;

/** The field that holds what somebody tells in their own words: the first long text that is always asked; some have none. */
export const wordsField = ({ fields }: Pick<Intake, "fields">) =>
  fields.find((field) => field.type === "longText" && field.when === undefined);

/** The field of a form that a column of a list is named after, by its name or its label in either language. */
export const fieldNamed = ({ fields }: Pick<Intake, "fields">, column: string): Field | undefined =>
  fields.find(({ id, label }) => [id, ...Object.values(label)].includes(column));

/** A node of the category tree. A `code` with children is a heading and cannot be chosen. */
export type Category = {
  code: string;
  title: Text;
  rules: string[];
  onlyFor?: { fact: string; in: string[]; say: Text } | undefined;
  children: Category[];
};
export const Category: z.ZodType<Category> = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z]+([-.][0-9A-Za-z]+)*$/),
  title: Text,
  rules: z.array(RuleId).min(1),
  /** The category exists only for some values of another field (DFA-20: gates only); `say` is the refusal. */
  onlyFor: z.strictObject({ fact: Name, in: z.array(z.string()).min(1), say: Text }).optional(),
  get children(): z.ZodType<Category[]> {
    return z.array(Category).default([]) as unknown as z.ZodType<Category[]>; // the default makes input and output differ, which a recursive ZodType cannot say
  },
}) as unknown as z.ZodType<Category>; // likewise

/** How much proof a case needs, counted in distinct photos (D-04). */
export const EvidenceRule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  when: Condition.optional(),
  per: z.enum(["damageItem", "case"]),
  kind: z.literal("photo"),
  atLeast: z.number().int().positive(),
  /** The formats in which it is taken; all that are known, unless told otherwise (BCE-06). */
  formats: z
    .array(z.enum(["jpg", "png", "webp", "heic"]))
    .min(1)
    .optional(),
  /** A moment on the form; a photo taken later is flagged AFTER_PICKUP and still counts. */
  capturedBefore: Name.optional(),
  /** Steps that are refused while the evidence is incomplete. The clocks run on. */
  blocks: z.array(Slug).default([]),
  examples: z
    .array(
      z.strictObject({
        why: z.string(),
        facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
        /** The photos of each damage item, each named by its content. */
        photos: z.array(z.array(z.string())),
        complete: z.boolean(),
        missing: z.array(z.number().int().nonnegative()).optional(),
      }),
    )
    .min(1),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;
