import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Approval, AuthorityTable, CostRule } from "./authority.ts";
import { Capability } from "./capability.ts";
import { Claims, Quota } from "./claims.ts";
import { Clock } from "./clock.ts";
import { Digest } from "./digest.ts";
import { Field } from "./field.ts";
import { ExternalDocument, Prohibition, RoutingRule, ScopeClause, Survey, VisitRule } from "./follow-up.ts";
import { Category, EvidenceRule, Intake } from "./intake.ts";
import { Kpi } from "./kpi.ts";
import { Corrective, Liability, Sanction } from "./liability.ts";
import { OutsideEvent } from "./outside.ts";
import { Checklist, ControlledForm, PrivacyRule, Signoff } from "./records.ts";
import { Returns } from "./returns.ts";
import { Schedule } from "./schedule.ts";
import { Name, RuleId, Slug, Titled } from "./terms.ts";
import { ExceptionRule, ExtensionRule, Notification, Workflow } from "./workflow.ts";

/** A parameter that the regulation does not give. It is labelled wherever a user sees it (D-12). */
const Assumption = z.strictObject({
  key: z.string().min(1),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  status: z.enum(["assumed", "confirmed"]),
  says: Text,
  /** The question it answers, in the list of ambiguities: `A-09`, or a convention `K-3`, or a derived requirement `D-01`. */
  see: z.string().regex(/^([AKD]-\d{1,2}|0\.3)$/),
});
export type Assumption = z.infer<typeof Assumption>;

/** A role of the regulation and the generic capabilities its holders have in Aftercare. */
const Role = Titled.extend({
  may: z.array(Capability).default([...Capability.options]),
  rules: z.array(RuleId).default([]),
});

/**
 * One regulation as data: no code, no expressions. A section that a regulation does not have is absent; what crosses
 * sections is checked by `lint`.
 */
export const Policy = z.strictObject({
  id: Slug,
  version: z.number().int().positive(),
  title: Text,
  /** The three letters of its rules in the register. */
  prefix: z.string().regex(/^[A-Z]{3}$/),
  /** How many rules the register has for it. */
  registered: z.number().int().positive(),
  weight: z.enum(["A", "B", "C"]),
  source: z.strictObject({ seeds: z.array(z.string()).min(1), fragment: z.boolean() }),
  effectiveFrom: z.iso.date(),
  /** What it is about and whom it binds. */
  scope: z.array(ScopeClause).default([]),
  calendar: z.strictObject({
    holidays: z.string(),
    timeZone: z.string(),
    /** The hour at which reminders that are due "on a day" go out. */
    remindAt: z.iso.time({ precision: -1 }),
  }),
  roles: z.array(Role).default([]),
  parties: z.array(Titled).default([]),
  /** Facts that are not fields of the form, e.g. a distance that a dispatcher measures. */
  facts: z.array(Field).default([]),
  /** What happens outside the workflow and starts or stops clocks, e.g. a part that was replaced. */
  events: z.array(OutsideEvent).default([]),
  intake: Intake.optional(),
  categories: z.array(Category).default([]),
  evidence: z.array(EvidenceRule).default([]),
  numbering: z
    .strictObject({
      /** `YYYY`, `MM`, `DD` and a run of `N` are filled in; everything else stands as it is. */
      template: z.string(),
      reset: z.enum(["day", "month", "year", "never"]),
      /** The event at which the number is given, in whose period it counts (AS-41). */
      on: Name.default("received"),
      /** Who gives it. */
      by: Name.optional(),
      rules: z.array(RuleId).default([]),
    })
    .optional(),
  workflow: Workflow.optional(),
  clocks: z.array(Clock).default([]),
  extensions: z.array(ExtensionRule).default([]),
  exceptions: z.array(ExceptionRule).default([]),
  schedules: z.array(Schedule).default([]),
  routing: z.array(RoutingRule).default([]),
  liability: Liability.optional(),
  corrective: z.array(Corrective).default([]),
  sanctions: z.array(Sanction).default([]),
  authority: z.array(AuthorityTable).default([]),
  approvals: z.array(Approval).default([]),
  costs: z.array(CostRule).default([]),
  claims: Claims.optional(),
  returns: Returns.optional(),
  quotas: z.array(Quota).default([]),
  signoffs: z.array(Signoff).default([]),
  visits: z.array(VisitRule).default([]),
  surveys: z.array(Survey).default([]),
  checklists: z.array(Checklist).default([]),
  forms: z.array(ControlledForm).default([]),
  privacy: z.array(PrivacyRule).default([]),
  prohibitions: z.array(Prohibition).default([]),
  documents: z.array(ExternalDocument).default([]),
  notifications: z.array(Notification).default([]),
  kpis: z.array(Kpi).default([]),
  digests: z.array(Digest).default([]),
  assumptions: z.array(Assumption).default([]),
  /** Rules that a construct above cannot name itself, e.g. scope and role clauses, with where they are honoured. */
  carriedBy: z.array(z.strictObject({ rule: RuleId, by: z.string().min(1) })).default([]),
  /** Rules that nothing honours yet, with what will: shown as planned, never as carried. */
  planned: z.array(z.strictObject({ rule: RuleId, by: z.string().min(1) })).default([]),
  /** Rules that no software can honour, with the reason. */
  notSoftware: z.array(z.strictObject({ rule: RuleId, why: z.string().min(1) })).default([]),
});
export type Policy = z.infer<typeof Policy>;

/** The immutable version a record was opened under, for life (AS-117, D-07). */
export const PolicyRef = z.strictObject({ id: Slug, version: z.number().int().positive(), hash: z.string() });
export type PolicyRef = z.infer<typeof PolicyRef>;

export const roleTitle = (policy: Policy, role: string): Text | undefined =>
  policy.roles.find(({ id }) => id === role)?.title;

/** Everything that declares a fact: the form's fields and the facts established later. */
export const factFields = (policy: Policy): readonly Field[] => [...(policy.intake?.fields ?? []), ...policy.facts];

/** The declaration of a fact; undefined for a name nobody declares. */
export const fieldOf = (policy: Policy, name: string): Field | undefined =>
  factFields(policy).find(({ id }) => id === name);
