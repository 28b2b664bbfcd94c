import * as z from "zod";
import type { Case } from "../case/case.ts";
import { type ReturnStage, returnedOf } from "../case/returned/returned.ts";
import { type Locale, say, type Text } from "../kernel/text.ts";
import { holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import { labelOf } from "../policy/wording.ts";

/** Goods that come back, as staff see it. */
export const ReturnView = z
  .object({
    state: z.object({ id: z.string(), says: z.string() }),
    approved: z.number().optional(),
    counted: z.number().optional(),
    difference: z.number().optional().meta({ description: "counted less approved" }),
    verdict: z.enum(["as-approved", "less", "within", "beyond"]).optional(),
    bookable: z.number().optional().meta({ description: "what may be booked; absent while it is held" }),
    booked: z.number().optional(),
    outcome: z.string().optional(),
    proof: z.string().optional(),
    missing: z.array(z.string()).meta({ description: "what has to be known before goods come back" }),
    freight: z
      .object({ bearer: z.string(), rules: z.array(z.string()) })
      .optional()
      .meta({ description: "who bears the freight" }),
  })
  .meta({ id: "Return" });
type ReturnView = z.infer<typeof ReturnView>;

const STAGES: Readonly<Record<ReturnStage, Text>> = {
  requested: say("已申请退回", "Requested"),
  agreed: say("已同意退回", "Agreed"),
  shipped: say("已开单发运", "On their way"),
  counted: say("已点收", "Counted"),
  held: say("超量待决定", "Held, more came than allowed"),
  appraised: say("已鉴定", "Appraised"),
  booked: say("已入帐", "Booked"),
  proven: say("已取得退货证明", "Booked, with its proof"),
  done: say("已办结", "Done"),
};

const freightOf = (policy: Policy, { facts }: Case, locale: Locale): ReturnView["freight"] => {
  const cost = policy.costs.find(({ id }) => id === policy.returns?.freight);
  return cost === undefined || holds(policy, cost.when, facts).is !== true
    ? undefined
    : { bearer: cost.bearer[locale], rules: [...cost.rules] };
};

/** What comes back in a case, and how it compares with what was approved; undefined where nothing does. */
export const returnView = (policy: Policy, current: Case, locale: Locale): ReturnView | undefined => {
  const returned = returnedOf(policy, current);
  if (returned === undefined) return undefined;
  const { rules, stage, outcome, proof, approved, counted, difference, verdict, bookable, booked } = returned;
  return {
    state: { id: stage.toUpperCase(), says: STAGES[stage][locale] },
    approved,
    counted,
    difference,
    verdict,
    bookable,
    booked,
    outcome: rules.outcomes.find(({ value }) => value === outcome)?.label[locale] ?? outcome,
    proof: rules.proofs.find(({ id }) => id === proof)?.title[locale] ?? proof,
    missing: rules.needs
      .filter(({ fact }) => current.facts[fact] === undefined)
      .map(({ fact }) => labelOf(policy, fact)[locale]),
    freight: freightOf(policy, current, locale),
  };
};
