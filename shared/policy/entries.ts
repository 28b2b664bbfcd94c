import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Field } from "./field.ts";
import { Name, Rules, Slug } from "./terms.ts";

const named = { id: Slug, title: Text, rules: Rules };

/** What is never entered: of which answers, or on which days, and what whoever tries is told (IPP-22, CAL-08). */
const Refusing = z.strictObject({
  ...named,
  when: Condition.optional(),
  /** Dates of the entry of which none may be a public holiday. */
  holidays: z.array(Name).default([]),
  /** Another entry of the same subject may not lie so few days before or after this one. */
  within: z.number().int().positive().optional(),
  says: Text,
});

/** What must be on file first: a complete entry of another register with the same subject (IPP-20). */
const Demand = z.strictObject({ ...named, form: Slug, when: Condition.optional(), says: Text });

/** What somebody adds to an entry once it is written: a stamp, a check, a settlement (IPP-21, IPP-26, COU-07). */
const EntryStep = z.strictObject({
  ...named,
  /** Which of these roles takes it, any one. */
  by: z.array(Name).min(1),
  when: Condition.optional(),
  fields: z.array(Field).default([]),
  /** It can be said no to, which ends the entry. */
  refusable: z.boolean().default(false),
  /** Somebody else than whoever wrote the entry (CAL-07). */
  other: z.boolean().default(false),
  /** The clock by which it is due; it counts from the day of the entry. */
  clock: Slug.optional(),
});
export type EntryStep = z.infer<typeof EntryStep>;

/** A schedule of this policy that an entry shows to be done: of the object that it names, or of the company. */
const Fulfilled = z.strictObject({ schedule: Slug, object: Name.optional(), when: Condition.optional() });

/** A form that is kept as a register (台账): one entry after another, each of no case (§3.7). */
export const Entries = z.strictObject({
  /** The field that says about whom or what an entry is: it is found by it, and another register may ask for it. */
  subject: Name.optional(),
  /** Fields that name people from outside: of an entry with any, all that was typed goes when one of them asks for it. */
  people: z.array(Name).default([]),
  /** The field that says on which day, or when, it was; absent: when it was written. */
  on: Name.optional(),
  /** Entries of it are numbered; a run of `N` is the counter. */
  numbering: z.strictObject({ template: z.string(), reset: z.enum(["day", "month", "year", "never"]) }).optional(),
  refuses: z.array(Refusing).default([]),
  needs: z.array(Demand).default([]),
  /** In this order, after the approvals that ask for this form. */
  steps: z.array(EntryStep).default([]),
  fulfils: z.array(Fulfilled).default([]),
  examples: z
    .array(
      z.strictObject({
        why: z.string(),
        answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        /** What is refused, by its id; absent: it may be entered. */
        refused: Slug.optional(),
        /** What must be on file first. */
        needs: z.array(Slug).default([]),
        /** The steps and approvals that it waits for, in order. */
        waits: z.array(Slug).default([]),
      }),
    )
    .default([]),
});
export type Entries = z.infer<typeof Entries>;
