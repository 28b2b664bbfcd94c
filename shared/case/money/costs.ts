import { cents, spellCents } from "../../kernel/cents.ts";
import type { Text } from "../../kernel/text.ts";
import type { CostRule } from "../../policy/authority.ts";
import { type Holds, holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Answers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";

/** Whether a ground for a cost is one of this case, with what was told of the cost itself. */
export const isGround = (policy: Policy, { when, asks }: CostRule, { facts }: Case, told: Answers): Holds => {
  const ofCase = Object.fromEntries(Object.entries(facts).filter(([name]) => !asks.includes(name)));
  return holds(policy, when, { ...ofCase, ...told });
};

/** A cost as it was booked, with the rule that says who bears it. */
type Cost = { readonly rule: CostRule; readonly booked: EventOf<"costBooked"> };

/** What a case has cost so far, the first first. */
export const costsOf = ({ costs }: Policy, { timeline }: Case): readonly Cost[] =>
  timeline.flatMap((booked) => {
    const rule = booked.type === "costBooked" ? costs.find(({ id }) => id === booked.cost) : undefined;
    return booked.type === "costBooked" && rule !== undefined ? [{ rule, booked }] : [];
  });

/** The sums by bearer, in the order in which each first bore anything. */
export const totalsOf = (costs: readonly Cost[]): readonly { readonly bearer: Text; readonly amount: string }[] => {
  const sums = new Map<string, { bearer: Text; sum: bigint }>();
  for (const { rule, booked } of costs) {
    const key = JSON.stringify(rule.bearer);
    const { sum = 0n } = sums.get(key) ?? {};
    sums.set(key, { bearer: rule.bearer, sum: sum + cents(booked.amount) });
  }
  return [...sums.values()].map(({ bearer, sum }) => ({ bearer, amount: spellCents(sum) }));
};
