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
  /** Free, paid by tariff, or forbidden unless this role consents. */
  charge: z.enum(["free", "tariff", "preferential", "negotiated", "with-consent", "internal"]).optional(),
  consentOf: Name.optional(),
  /** A charge that must exist before the case may close (AS-27). */
  blocks: z.array(Slug).default([]),
  seeAlso: z.array(RuleId).default([]),
});
export type CostRule = z.infer<typeof CostRule>;
