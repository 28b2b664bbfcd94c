import * as z from "zod";
import { VERDICTS } from "../case/approvals/event.ts";
import { Fact, Slug } from "../policy/terms.ts";

const remark = z.string().trim().max(2000).optional();
const amount = z
  .string()
  .max(32)
  .meta({ description: "two decimals, no separators", examples: ["5000.00"] });

export const VerdictBody = z
  .strictObject({
    approval: Slug.meta({ description: "one of the regulation's approvals; see `acts` of the case" }),
    verdict: z.enum(VERDICTS),
    remark,
  })
  .meta({ id: "Verdict" });

export const PromiseBody = z
  .strictObject({ amount, said: z.string().max(2000).meta({ description: "what the customer was told" }) })
  .meta({ id: "AmountPromised" });

export const CostBody = z
  .strictObject({
    cost: Slug.meta({ description: "one of the regulation's costs, which says who bears it; see `acts` of the case" }),
    kind: z.string().max(200).optional().meta({ description: "what it was for, in a word" }),
    amount,
    note: z.string().max(4000).optional(),
    facts: z.record(z.string(), Fact).optional().meta({ description: "what is told with this cost alone" }),
  })
  .meta({ id: "Cost" });

export const LiabilityBody = z
  .strictObject({
    answers: z.record(z.string(), z.string()).optional().meta({ description: "triage questions with their answers" }),
    class: z.string().max(100).optional(),
    shares: z
      .array(z.strictObject({ department: z.string().max(100), percent: z.number().gt(0).max(100) }))
      .max(50)
      .optional()
      .meta({ description: "they add up to exactly 100" }),
  })
  .refine(({ answers, class: of, shares }) => answers ?? of ?? shares)
  .meta({ id: "LiabilityJudgement" });
