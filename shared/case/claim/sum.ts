import { cents, spellCents } from "../../kernel/cents.ts";
import type { Claims } from "../../policy/claims.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import type { Claim } from "./claim.ts";

export type Compensation = Claims["compensation"][number];

/** The kinds of compensation that this case can have by its facts. */
export const headsFor = (policy: Policy, { facts }: Case, { rules }: Claim): readonly Compensation[] =>
  rules.compensation.filter(({ when }) => holds(policy, when, facts).is === true);

/** What was assessed, the latest of each head. */
export const assessedHeads = ({ timeline }: Case): readonly EventOf<"claimAssessed">[] => {
  const latest = new Map<string, EventOf<"claimAssessed">>();
  for (const event of timeline) if (event.type === "claimAssessed") latest.set(event.of, event);
  return [...latest.values()];
};

/** What all heads together pay, which is the most that may be agreed on; undefined while nothing was assessed. */
export const sumOf = (current: Case): string | undefined => {
  const heads = assessedHeads(current);
  if (heads.length === 0) return undefined;
  return spellCents(heads.reduce((sum, { pays }) => sum + cents(pays), 0n));
};

/** The part of a head that is claimed and not paid: `3000.00` of a lost profit (AS-67); undefined where nothing is. */
export const refusedPart = ({ claimed, pays }: EventOf<"claimAssessed">): string | undefined =>
  claimed !== undefined && cents(claimed) > cents(pays) ? spellCents(cents(claimed) - cents(pays)) : undefined;
