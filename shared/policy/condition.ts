import * as z from "zod";
import { Fact, Money, Name } from "./terms.ts";

/**
 * A span of a number with both boundary readings of convention K-8: `from` and `upTo` include the figure (以上, 以内),
 * `over` and `below` exclude it (超过, 不满).
 */
export const Span = z.strictObject({
  from: z.number().optional(),
  over: z.number().optional(),
  upTo: z.number().optional(),
  below: z.number().optional(),
});
export type Span = z.infer<typeof Span>;

/** The same of an amount, compared in cents. */
export const MoneySpan = z.strictObject({
  from: Money.optional(),
  over: Money.optional(),
  upTo: Money.optional(),
  below: Money.optional(),
});
export type MoneySpan = z.infer<typeof MoneySpan>;

/** One fact: equal to a value, one of several, a number or an amount within a span. */
export const Test = z.union([Fact, z.array(Fact).min(1), Span, MoneySpan]);
export type Test = z.infer<typeof Test>;

const All = z.record(Name, Test);

/** All facts named must hold; of a list of such groups any one suffices. Nothing more: there are no expressions. */
export const Condition = z.union([All, z.array(All).min(1)]);
export type Condition = z.infer<typeof Condition>;
