import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Fact, Name, RuleId, Rules, Slug } from "./terms.ts";

/** The questions that must be answered before liability is set, and what follows (MMA-10 … 12, CCF-22 … 25, HKC-04). */
export const Liability = z.strictObject({
  rules: Rules,
  /** All of them must sign where there are several. */
  decidedBy: z.array(Name).min(1),
  /** The fact that holds the class once it is decided; a step may set it too. */
  fact: Name.optional(),
  /** Steps that stay closed while a triage question is open (AS-55). */
  triageBlocks: z.array(Slug).default([]),
  /** Triage in order; a question is answered by the fact of the same name, or when liability is judged. */
  questions: z
    .array(
      z.strictObject({
        id: Name,
        title: Text,
        rules: z.array(RuleId).default([]),
        answers: z.array(z.strictObject({ value: z.string(), label: Text })).min(2),
      }),
    )
    .default([]),
  classes: z
    .array(
      z.strictObject({
        value: z.string(),
        label: Text,
        rules: z.array(RuleId).default([]),
        when: Condition.optional(),
        /** False where the regulation follows no improvement up: a case of it asks for no corrective action (CCF-23). */
        tracked: z.boolean().default(true),
      }),
    )
    .min(1),
  /** Departments' shares of one case; they add up to 100 % (CCF-28). */
  shares: z.strictObject({ rules: Rules, total: z.literal(100) }).optional(),
});
export type Liability = z.infer<typeof Liability>;

/** Corrective and preventive action: when it must be taken, who sees to it, who verifies it. */
export const Corrective = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** What makes it mandatory. */
  trigger: z.discriminatedUnion("on", [
    z.strictObject({
      on: z.literal("finding"),
      /** Of these inspections alone; of all that no other action names, where it is empty. */
      of: z.array(Slug).default([]),
      /** The event that has happened when such a finding is recorded, from which its clocks run. */
      found: Name.default("findingRecorded"),
    }),
    z.strictObject({ on: z.literal("case"), when: Condition.optional() }),
    /** The same code so many times in a period, or in so many departments. */
    z.strictObject({
      on: z.literal("repetition"),
      times: z.number().int().positive(),
      per: z.enum(["month", "quarter", "year"]),
      of: z.enum(["code", "person"]),
      departments: z.number().int().positive().optional(),
      /** The fact of a case that names the person or the code; absent where no cases are counted. */
      subject: Name.optional(),
      /** Which cases count, e.g. founded ones. */
      counts: Condition.optional(),
      examples: z
        .array(
          z.strictObject({
            why: z.string(),
            cases: z.array(z.strictObject({ at: Instant, facts: z.record(z.string(), Fact).default({}) })),
            /** The case by which the action is opened, counted from 1; null when none completes the number. */
            opens: z.number().int().positive().nullable(),
          }),
        )
        .default([]),
    }),
    z.strictObject({ on: z.literal("survey") }),
  ]),
  what: z.enum(["corrective", "preventive", "both", "training"]).default("both"),
  by: z.array(Name).min(1),
  verifiedBy: z.array(Name).default([]),
  /** The event by which it is done, where the workflow has a step for it: nothing need be planned besides. */
  doneOn: Name.optional(),
  /** Steps that stay closed without it; reports that cannot be submitted (AS-35). */
  blocks: z.array(Slug).default([]),
  procedure: Text.optional(),
});
export type Corrective = z.infer<typeof Corrective>;

/** What may follow for people. Proposed and approved by persons, never automatic, and hidden from the reporter (AS-128, A-69). */
export const Sanction = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  kinds: z.array(Text).min(1),
  when: Condition.optional(),
  proposedBy: z.array(Name).default([]),
  approvedBy: z.array(Name).min(1),
});
export type Sanction = z.infer<typeof Sanction>;
