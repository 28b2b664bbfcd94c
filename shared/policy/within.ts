import { cents, isMoney } from "../kernel/cents.ts";
import type { MoneySpan, Span, Test } from "./condition.ts";
import type { Fact } from "./terms.ts";

type Edges<T> = { readonly [edge in keyof Span]: T | undefined };

const inside = <T extends number | bigint>({ from, over, upTo, below }: Edges<T>, n: T): boolean =>
  (from === undefined || n >= from) &&
  (over === undefined || n > over) &&
  (upTo === undefined || n <= upTo) &&
  (below === undefined || n < below);

/** Whether a number lies within a span, at the boundaries as K-8 reads them. */
export const within = (span: Span, n: number): boolean => inside(span, n);

const inCents = (edge: string | undefined): bigint | undefined => (edge === undefined ? undefined : cents(edge));

/** Whether an amount lies within a span of amounts; compared in cents, so that a cent over is over (AS-44). */
export const withinMoney = ({ from, over, upTo, below }: MoneySpan, money: string): boolean =>
  inside({ from: inCents(from), over: inCents(over), upTo: inCents(upTo), below: inCents(below) }, cents(money));

/** Whether the edges of a span are amounts. */
export const isMoneySpan = (span: Span | MoneySpan): span is MoneySpan =>
  Object.values(span).some((edge) => typeof edge === "string");

/** Whether a measured value lies within a span: a number in one of numbers, an amount in one of amounts. */
export const measuresIn = (span: Span | MoneySpan, fact: Fact): boolean => {
  if (isMoneySpan(span)) return typeof fact === "string" && isMoney(fact) && withinMoney(span, fact);
  return typeof fact === "number" && within(span, fact);
};

export const isSpan = (test: Test): test is Span | MoneySpan => typeof test === "object" && !Array.isArray(test);

/** Whether one fact passes the test that a condition sets it. */
export const passes = (test: Test, fact: Fact): boolean => {
  if (Array.isArray(test)) return test.includes(fact);
  return isSpan(test) ? measuresIn(test, fact) : test === fact;
};
