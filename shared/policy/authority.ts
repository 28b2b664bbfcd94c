import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition, MoneySpan, Span } from "./condition.ts";
import { Money, Name, RuleId, Rules, Slug } from "./terms.ts";

/** Who may approve how much. Bands touch and do not overlap; what is beyond the last goes to `above` (CCF-21). */
export const AuthorityTable = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** Who may say yes to what: an amount by bands, or one kind of decision by a list of reviewers and an approver. */
  bands: z.array(MoneySpan.pick({ over: true, upTo: true }).extend({ approver: Name })).default([]),
  /** Where the regulation leaves the figures out: everything goes here. */
  otherwise: Name.optional(),
  /** Nobody may promise a customer more than this before the decision (CCF-29, AS-44). */
  forbidsEarlierPromises: z.boolean().default(false),
  /**
   * The steps that decide on the amount, and the money fields that hold it, of the step itself or known before; the
   * largest of them counts.
   */
  governs: z.strictObject({ steps: z.array(Slug).min(1), amounts: z.array(Name).min(1) }).optional(),
  examples: z.array(z.strictObject({ why: z.string(), amount: Money, approver: Name })).default([]),
});
export type AuthorityTable = z.infer<typeof AuthorityTable>;

/** A decision that needs somebody's yes before something may begin, with those who must have looked first. */
export const Approval = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** What is decided on. */
  of: Text,
  when: Condition.optional(),
  /** A measured value that makes it necessary, e.g. a height over 5 m (BCE-12). */
  value: z.strictObject({ fact: Name, needs: z.union([Span, MoneySpan]) }).optional(),
  /** A case, or something else in the house that nobody is asked about at a case: leave, a budget, the rules themselves. */
  about: z.enum(["case", "house"]).default("case"),
  /** The register whose entries ask for it: of what is decided in the house, the application. */
  form: Slug.optional(),
  /**
   * What is looked at: facts that must be known and steps that must have been taken before anybody can say yes. When one
   * changes, or is taken again, what was said no longer holds.
   */
  sees: z.strictObject({ facts: z.array(Name).default([]), steps: z.array(Slug).default([]) }).prefault({}),
  /** Steps whose taking is itself the yes, by those who may take them. */
  givenBy: z.array(Slug).default([]),
  reviewedBy: z.array(Name).default([]),
  /** Absent: no approval is needed in this tier, which is worth saying (GAS-23). */
  approvedBy: z.array(Name).default([]),
  /** Steps that are closed until it is given. */
  blocks: z.array(Slug).default([]),
  examples: z
    .array(z.strictObject({ why: z.string(), value: z.union([z.number(), Money]), needed: z.boolean() }))
    .default([]),
});
export type Approval = z.infer<typeof Approval>;

/** Who bears a cost, on what ground, and where it is booked (MCH-21 … 23, DTS-09 … 21, MMA-15). */
export const CostRule = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  what: Text,
  when: Condition.optional(),
  /** A role, a party, or a unit in words. */
  bearer: Text,
  bookedAs: Text.optional(),
  /** Facts that are told with each cost and not of the case, e.g. whose staff travelled. */
  asks: z.array(Name).default([]),
  /** Free, paid by tariff, or forbidden unless somebody consents. */
  charge: z.enum(["free", "tariff", "preferential", "negotiated", "with-consent", "internal"]).optional(),
  /** The approval that is the consent. */
  consent: Slug.optional(),
  /** A charge that must exist before the case may close (AS-27). */
  blocks: z.array(Slug).default([]),
  seeAlso: z.array(RuleId).default([]),
});
export type CostRule = z.infer<typeof CostRule>;
