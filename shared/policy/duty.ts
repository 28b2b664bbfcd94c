import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Name, Slug } from "./terms.ts";

/** The stretch of time that a report speaks of, seen from the day on which it is due. */
const Covers = z.enum([
  "day",
  "week",
  "previous-week",
  "month",
  "previous-month",
  "quarter",
  "previous-quarter",
  "half-year",
  "year",
  "campaign",
]);
export type Covers = z.infer<typeof Covers>;

const roles = z.array(Name);

/**
 * What the engine itself counts for a line of a report, in the stretch that the report covers: cases that came in, by kind,
 * category and state; how their clocks were kept; cases that were closed, one by one with their liability; discipline
 * approved in these; KPIs against their targets; findings of inspections; how units rank by their checks; what was owed again
 * and again, and what came of it; entries of registers; surveys and their answers. The last three are those of the schedules,
 * registers and surveys among the inputs, or where it names none all of the policy.
 */
const Shows = z.enum([
  "cases",
  "clocks",
  "closed",
  "sanctions",
  "kpis",
  "findings",
  "ranking",
  "duties",
  "entries",
  "campaigns",
]);
export type Shows = z.infer<typeof Shows>;

/** A line of what a report shows: what its author writes there, under what the engine counts for it. */
const ContentLine = Text.extend({ shows: z.array(Shows).default([]) });
export type ContentLine = z.infer<typeof ContentLine>;

/** What has to be done when it is due. */
export const Duty = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("inspection"),
    of: Text,
    mode: z.enum(["routine", "spot", "full", "special", "surprise", "covert", "overhaul", "audit"]).default("routine"),
    /** At least so many people, one of them in charge (GAS-06). */
    people: z.number().int().positive().default(1),
    checklists: z.array(Slug).default([]),
    /** Who verifies that a finding was rectified: never the inspected side (PSI-09). */
    verifiedBy: Name.optional(),
    announced: z.boolean().default(true),
    /** Whose work it looks at: nobody who acts in one of these roles makes it or verifies what it found (ITS-01, GSS-04). */
    inspects: roles.default([]),
  }),
  z.strictObject({
    is: z.literal("report"),
    to: roles.default([]),
    covers: Covers,
    /** Schedules, surveys and forms of this policy that it is made from. */
    inputs: z.array(Slug).default([]),
    /** One for each unit that acts in the role of `by`, where the company names its units (PSI-18, CQS-02). */
    perUnit: z.boolean().default(false),
    /** The fact in which a case names the unit that it is about: a unit's own report counts these. */
    unitIn: Name.optional(),
    /** What it shows, one line each. */
    content: z.array(ContentLine).default([]),
  }),
  z.strictObject({
    is: z.literal("visit"),
    of: Text,
    channels: z.array(z.enum(["home", "phone", "site", "letter", "mail"])).min(1),
    signature: z.boolean().default(false),
  }),
  z.strictObject({ is: z.literal("survey"), survey: Slug }),
  z.strictObject({
    is: z.literal("meeting"),
    attended: roles.default([]),
    inputs: z.array(Slug).default([]),
    minutes: z.boolean().default(true),
  }),
  z.strictObject({ is: z.literal("training"), of: Text }),
  z.strictObject({ is: z.literal("task"), what: Text }),
]);
export type Duty = z.infer<typeof Duty>;
