import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Entries } from "./entries.ts";
import { StepField } from "./field.ts";
import { Name, Rules, Slug } from "./terms.ts";

/** A controlled form or register (受控表单): what it holds, who gets which copy, how long it is kept (§3.7). */
export const ControlledForm = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  kind: z
    .enum(["form", "register", "log", "slip", "file", "notice", "minutes", "plan", "report", "pass"])
    .default("form"),
  /** Who fills it, and who looks after it. */
  by: z.array(Name).default([]),
  keptBy: Name.optional(),
  /** What it says; a form without fields is a scanned paper. */
  fields: z.array(StepField).default([]),
  /** The copies (联) in order, each for a role or unit: a list with acknowledgement. */
  copies: z.array(z.strictObject({ to: Text, role: Name.optional() })).default([]),
  /** Clock of this policy that says how long it is kept at least. */
  retention: Slug.optional(),
  confidentiality: z.enum(["public", "internal", "restricted"]).default("internal"),
  /** Readers who are expressly kept out, `reporter` among them (CCF-31). */
  never: z.array(Name).default([]),
  filledOn: Name.optional(),
  /** What has happened once everybody has acknowledged a copy who got one. */
  acknowledged: Name.optional(),
  /** It is demanded of cases of which this holds, and of all where it is absent. */
  when: Condition.optional(),
  /** Steps that stay closed until it is filled in, where it is demanded (ITS-19). */
  blocks: z.array(Slug).default([]),
  /** It is kept as a register of its own; absent: it is filled in as part of a case, or by what makes it. */
  entries: Entries.optional(),
});
export type ControlledForm = z.infer<typeof ControlledForm>;

/** Information that not everybody may see, and how it is disclosed lawfully (COU-10, COU-11, IPP-01). */
export const PrivacyRule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** Which fields it protects: `contact`, names of fields, or classes of information in words. */
  fields: z.array(z.string()).min(1),
  readableBy: z.array(Name).default([]),
  mask: z.enum(["hidden", "last-four", "initial"]).default("last-four"),
  disclosure: z.strictObject({ rules: Rules, by: Name, needs: z.enum(["legal-basis"]) }).optional(),
});
export type PrivacyRule = z.infer<typeof PrivacyRule>;

/** What is looked at, item by item, with limits where there are figures (K-8). */
export const Checklist = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  items: z
    .array(
      z.strictObject({
        id: Slug,
        title: Text,
        /** A measured value and what it may be. */
        limit: z
          .strictObject({
            unit: Text,
            from: z.number().optional(),
            over: z.number().optional(),
            upTo: z.number().optional(),
            below: z.number().optional(),
          })
          .optional(),
        /** What a value outside of the limit leads to; a finding like any other where nothing is said. */
        beyond: z
          .discriminatedUnion("leads", [
            z.strictObject({ leads: z.literal("finding") }),
            /** What was inspected is refused (BCE-13, BCE-14). */
            z.strictObject({ leads: z.literal("refusal") }),
            /** It passes only with what somebody has approved, e.g. a safety plan (BCE-12). */
            z.strictObject({ leads: z.literal("approval"), of: Text, by: z.array(Name).min(1), rules: Rules }),
          ])
          .default({ leads: "finding" }),
        examples: z.array(z.strictObject({ why: z.string(), value: z.number(), passes: z.boolean() })).default([]),
      }),
    )
    .min(1),
  /** A remark of one of these items can be a complaint of this category. */
  category: z.string().optional(),
});
export type Checklist = z.infer<typeof Checklist>;

/** Somebody's signature or confirmation: after what, and what stays closed without it (BUS-12, IPP-10, PSI-08). */
export const Signoff = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  by: z.array(Name).min(1),
  /** It may not be given before this event (BUS-13). */
  after: Name.optional(),
  form: Slug.optional(),
  /** Any one of several proofs suffices (PRV-14), or all are needed. */
  needs: z.enum(["any", "all"]).default("all"),
  when: Condition.optional(),
  /** What has happened once everybody has signed who must. */
  event: Name.optional(),
  /** What has happened when the customer objects instead of signing (CHN-07). */
  objected: Name.optional(),
  /** Steps beside `after` whose answers belong to what is signed, e.g. the user's own suggestion (BUS-14). */
  covers: z.array(Slug).default([]),
  blocks: z.array(Slug).default([]),
  /** What was signed can never be altered (BUS-14). */
  immutable: z.boolean().default(true),
});
export type Signoff = z.infer<typeof Signoff>;
