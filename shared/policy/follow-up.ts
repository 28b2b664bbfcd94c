import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Duration } from "./duration.ts";
import { OpinionRule } from "./opinions.ts";
import { Name, RuleId, Rules, Slug } from "./terms.ts";

/** Nobody is asked more than three times. */
export const MAX_REMINDERS = 2;

/** The longest that somebody who is asked by an event may take, in days. */
export const MAX_ANSWER_DAYS = 60;

/** A length in days, of one that is said in days or weeks. */
export const daysIn = ({ kind, n }: Duration): number => (kind === "weeks" ? 7 * n : n);

/** How somebody is reached. */
export const Channel = z.enum(["home", "phone", "site", "letter", "mail", "web", "fax", "counter", "meeting"]);

/** A visit that an event of a case causes (回访); visits by calendar are schedules. */
export const VisitRule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** The event after which it is owed. */
  after: Name,
  when: Condition.optional(),
  /** Clock of this policy until which it is done; absent: no figure. */
  within: Slug.optional(),
  by: z.array(Name).min(1),
  channels: z.array(Channel).min(1),
  /** At least so many contacts (CHN-09). */
  contacts: z.number().int().positive().default(1),
  form: Slug.optional(),
  signature: z.boolean().default(false),
  /** What has happened once it is done as often as it must be; a step with this event reports it as well. */
  event: Name.optional(),
  /** What has happened when another time is promised: the clock of `within` starts anew on it (GAS-29). */
  rebooked: Name.optional(),
  /** Steps that stay closed until it is done. */
  blocks: z.array(Slug).default([]),
});
export type VisitRule = z.infer<typeof VisitRule>;

/** A survey: whom it asks, how, on what, and what is done with it. When it goes out a schedule or an event says. */
export const Survey = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  audience: Text,
  by: z.array(Name).min(1),
  /** Who approves the plan of a campaign before anything of it goes out; none: those who make it. */
  approvedBy: z.array(Name).default([]),
  channels: z.array(Channel).min(1),
  form: Slug.optional(),
  /** Sent with each such event instead of by calendar (BUS-19). */
  after: Name.optional(),
  /** Of a survey with `after`, in days or weeks: how long each customer may answer, and how long after they are reminded. */
  asks: z
    .strictObject({ answerWithin: Duration, remindAfter: z.array(Duration).max(MAX_REMINDERS).default([]) })
    .optional(),
  dimensions: z.array(z.strictObject({ id: Slug, title: Text, rules: z.array(RuleId).default([]) })).default([]),
  scale: z.array(z.strictObject({ value: z.number().int(), label: Text, satisfied: z.boolean() })).min(2),
  comments: z.boolean().default(true),
  /** KPIs of this policy that it feeds, its return rate among them. */
  kpis: z.array(Slug).default([]),
  analysis: z.array(Text).default([]),
  /** An average from here on earns a commendation (OSS-12). */
  commendation: z.strictObject({ rules: Rules, from: z.number(), to: Name }).optional(),
  /** What customers find wrong becomes cases of this regulation (IPP-11). Absent: it is counted, and nothing more. */
  opinions: OpinionRule.optional(),
});
export type Survey = z.infer<typeof Survey>;

/** A survey that goes with each event of a case, and the days that each customer has for it. */
export type SentAfter = Survey & { readonly after: string; readonly asks: NonNullable<Survey["asks"]> };

export const isSentAfter = (survey: Survey): survey is SentAfter =>
  survey.after !== undefined && survey.asks !== undefined;

/** Who takes a matter on, passes it on, stands in, or decides between departments (ITS-04 … 16, CAL, MCH-16, BUS-20). */
export const RoutingRule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  kind: z.enum([
    "first-contact",
    "assign",
    "transfer",
    "substitute",
    "escalate",
    "consult",
    "arbitrate",
    "level",
    "notify",
    "dispatch",
    "lead",
  ]),
  by: z.array(Name).default([]),
  to: z.array(Name).default([]),
  /** Of a first contact: any employee of the company may be one, and acts in the role of `by` for that case (ITS-11, MCH-16, PRV-19). */
  anyEmployee: z.boolean().default(false),
  when: Condition.optional(),
  /** Advisory or binding clock of this policy in which it happens. */
  within: Slug.optional(),
  /** Levels that must have failed before this one opens (ITS-27, ITS-28). */
  after: z.array(Slug).default([]),
  /** The event that says that a level was tried in vain. */
  failed: Name.optional(),
  /**
   * What must be given before: the customer's authorisation, a written note … It is recorded by itself, or is there once
   * the event `on` has happened.
   */
  needs: z.array(Text.extend({ on: Name.optional() })).default([]),
  /** The step that goes with it: taken with the route and never alone. Of an arbitration: taken once departments disagree. */
  step: Slug.optional(),
  /** The steps that go with taking over what was given, and with giving it back. */
  taken: Slug.optional(),
  returned: Slug.optional(),
  blocks: z.array(Slug).default([]),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

/** What nobody may do, as the interface enforces it or the category under which it is complained of. */
export const Prohibition = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  forbids: Text,
  /** Refused by the software, or taken as a complaint of this category. */
  effect: z.union([z.strictObject({ refuses: Text }), z.strictObject({ category: z.string() })]),
});
export type Prohibition = z.infer<typeof Prohibition>;

/** What the regulation is about and whom it binds; shown, and the ground on which a case is taken or not. */
export const ScopeClause = z.strictObject({ rules: Rules, says: Text });

/** A document outside this regulation that it leans on. */
export const ExternalDocument = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  use: Text,
  known: z.boolean().default(false),
});
