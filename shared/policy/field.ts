import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Name, RuleId } from "./terms.ts";

const common = {
  id: Name,
  label: Text,
  hint: Text.optional(),
  required: z.boolean().default(false),
  /** The field is asked, and may be required, only while this holds of the facts given so far. */
  when: Condition.optional(),
  rules: z.array(RuleId).default([]),
};

/** How two spellings of what finds a case are told to be the same: as a number of papers or goods, or as a telephone number. */
const FindsBy = z.enum(["identifier", "phone"]);
export type FindsBy = z.infer<typeof FindsBy>;

/** One field of a form or of a step. A closed set of types; a page and a validator are drawn from it. */
export const Field = z.discriminatedUnion("type", [
  z.strictObject({
    ...common,
    type: z.literal("text"),
    max: z.number().int().positive().default(200),
    /** What is asked is something people look a case up by, and how it is spelled alike. */
    finds: FindsBy.optional(),
  }),
  z.strictObject({ ...common, type: z.literal("longText"), max: z.number().int().positive().default(4000) }),
  z.strictObject({
    ...common,
    type: z.literal("choice"),
    of: z.array(z.strictObject({ value: z.string().min(1), label: Text })).min(1),
  }),
  /** A leaf of the policy's category tree. */
  z.strictObject({ ...common, type: z.literal("category") }),
  z.strictObject({
    ...common,
    type: z.literal("number"),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(false),
    unit: Text.optional(),
  }),
  /** An amount with two decimals, never a floating-point number: `5000.00`. */
  z.strictObject({
    ...common,
    type: z.literal("money"),
    unit: Text.default({ "zh-CN": "元", en: "yuan" }),
  }),
  z.strictObject({ ...common, type: z.literal("flag") }),
  /** A civil date in the policy's time zone. */
  z.strictObject({ ...common, type: z.literal("date") }),
  /** A moment, given with its offset. */
  z.strictObject({ ...common, type: z.literal("moment") }),
]);
export type Field = z.infer<typeof Field>;

/** A block that is filled in as often as needed, each time with all of its fields: parts changed, shares, persons. */
export const ListField = z.strictObject({
  ...common,
  type: z.literal("list"),
  fields: z.array(Field).min(1),
  max: z.number().int().positive().max(100).default(20),
});
export type ListField = z.infer<typeof ListField>;

/** What a step may ask: a field, or a list of blocks of fields. A list is no fact: conditions cannot ask it. */
export const StepField = z.union([Field, ListField]);
export type StepField = z.infer<typeof StepField>;

/** The fields among what a step asks. */
export const plainFields = (fields: readonly StepField[]): readonly Field[] =>
  fields.filter((field): field is Field => field.type !== "list");
