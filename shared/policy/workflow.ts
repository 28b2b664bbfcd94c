import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { StepField } from "./field.ts";
import { Name, RuleId, Rules, Slug } from "./terms.ts";

/** A state in capitals, as the regulation's people name it. */
const StateId = z.string().regex(/^[A-Z][A-Z_]*$/, "a state is written in capitals, like PLAN_REPLIED");

/** One thing a member of staff does to a case. */
export const Step = z.strictObject({
  id: Slug,
  title: Text,
  /** What has been done, for a timeline: "Plan replied"; absent: the title. */
  done: Text.optional(),
  rules: z.array(RuleId).default([]),
  from: z.array(StateId).min(1),
  /** The step exists only for cases of which this holds: a path that others do not take. */
  when: Condition.optional(),
  /** Absent: the case stays where it is. */
  to: StateId.optional(),
  by: z.array(Name).min(1),
  /** What has then happened; clocks start and stop on it, notifications go out on it. */
  event: Name,
  fields: z.array(StepField).default([]),
  /** Fields of this step that correct or complete the facts of the case. */
  sets: z.array(Name).default([]),
  /** Fields of this step that the customer may read, with its title and date; without any the step is internal. */
  customerSees: z.array(Name).optional(),
  /** The case ends with it and a new one takes its place, linked to it (CCF-27). */
  successor: z.boolean().default(false),
});
export type Step = z.infer<typeof Step>;

export const Workflow = z.strictObject({
  /** The state of a case that has just been received. */
  initial: StateId,
  states: z
    .array(
      z.strictObject({
        id: StateId,
        title: Text,
        /** What the customer is told instead of the internal name. */
        customer: Text,
        /** Nothing runs and nothing is owed in a final state. */
        final: z.boolean().default(false),
      }),
    )
    .min(2),
  steps: z.array(Step).min(1),
  /** Where an event leads that no step brings about: a signature, a visit, a word of the customer. */
  moves: z
    .array(z.strictObject({ on: Name, from: z.array(StateId).min(1), to: StateId, rules: z.array(RuleId).default([]) }))
    .default([]),
  /** How a closed case is taken up again. Absent: it is not. */
  reopening: z
    .strictObject({
      rules: z.array(RuleId).default([]),
      from: z.array(StateId).min(1),
      to: StateId,
      by: z.array(Name).min(1),
    })
    .optional(),
});
export type Workflow = z.infer<typeof Workflow>;

/** Who may move a clock's due time, and on what terms. */
export const ExtensionRule = z.strictObject({
  clock: Slug,
  rules: Rules,
  requestedBy: z.array(Name).min(1),
  approver: Name,
  /** No regulation so far grants one without a reason. */
  reason: z.literal("required"),
  /** The most that one extension may add, in calendar days; absent: no limit. */
  maxDays: z.number().int().positive().optional(),
});
export type ExtensionRule = z.infer<typeof ExtensionRule>;

/**
 * A clock that may be excused for a reason the regulation names: recorded before its due, approved, with a new promise.
 * An excused clock leaves the KPI (DTS-14, A-17).
 */
export const ExceptionRule = z.strictObject({
  clock: Slug,
  rules: Rules,
  reasons: z.array(z.strictObject({ value: z.string().regex(/^[A-Z][A-Z_]*$/), label: Text })).min(1),
  approver: Name,
  /** The promise clock that then runs. */
  promise: Slug.optional(),
});
export type ExceptionRule = z.infer<typeof ExceptionRule>;

/** The letters that a policy chooses from. */
const CHOSEN = [
  "acknowledgement",
  "evidence-missing",
  "photo-refused",
  "reminder",
  "breach",
  "extension-request",
  "extension-decision",
  "exception-request",
  "exception-decision",
  "plan-reply",
  "progress",
  "closed",
  "copy",
  "customer-mail",
] as const;

/** Every letter; what an action waits for, and that a mail did not arrive, is told without a policy having to choose it. */
export const MAIL_TEMPLATES = [...CHOSEN, "action", "undelivered"] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** Letters that speak of the house's own affairs; a policy that sends one to whoever filed is refused. */
export const STAFF_ONLY: ReadonlySet<MailTemplate> = new Set([
  "reminder",
  "breach",
  "extension-request",
  "exception-request",
  "action",
  "undelivered",
  "copy",
  "customer-mail",
]);

/**
 * Event → recipients → template. `on` is `received`, a step's event, or one of the engine's own:
 * `evidenceIncomplete`, `photoRefused`, `clockReminder`, `clockBreached`, `extensionRequested`, `extensionDecided`,
 * `exceptionRecorded`, `exceptionDecided`, `mailReceived` (where no notification hears of it, the desk whose case it is does). Of a corrective action those are told whom it names itself: who plans it, its
 * owner, who verifies it.
 */
export const Notification = z.strictObject({
  on: Name,
  /** Only for these clocks, where the event is a clock's. */
  clocks: z.array(Slug).optional(),
  /** `reporter` is whoever filed; every other word is a role. */
  to: z.array(Name).min(1),
  template: z.enum(CHOSEN),
  rules: z.array(RuleId).default([]),
});
export type Notification = z.infer<typeof Notification>;
