import { say } from "../kernel/text.ts";
import type { Entry } from "./explain-entry.ts";
import { lineOf, onlyWhen, people, titles } from "./explain-words.ts";
import type { Policy } from "./policy.ts";
import type { ReturnMove } from "./returns.ts";
import { labelOf } from "./wording.ts";

const MAKES: Readonly<Record<ReturnMove["makes"], readonly [zh: string, en: string]>> = {
  agreed: ["同意退回", "Agreed by"],
  shipped: ["发运", "On their way by"],
  counted: ["点收", "Counted by"],
  appraised: ["鉴定", "Appraised by the step"],
  booked: ["入帐", "Booked by"],
  done: ["办结", "Done by"],
};

/** Goods that come back: who agrees, what must be known first, how the count is judged, what becomes of them. */
export const returnEntries = (policy: Policy): readonly Entry[] => {
  const { returns } = policy;
  if (returns === undefined) return [];
  const outcome = returns.outcomes.map(({ label }) => label);
  const percent = returns.tolerance?.percent;
  return [
    {
      key: "returns",
      title: say("退货", "Returned goods"),
      rules: [
        ...returns.rules,
        ...(returns.tolerance?.rules ?? []),
        ...returns.outcomes.flatMap(({ rules }) => rules),
        ...returns.needs.flatMap(({ rules }) => rules),
      ],
      says: [
        ...lineOf("同意", "Agreed by", people(policy, returns.agreedBy)),
        ...lineOf("单据", "Slips", titles([policy.forms], returns.slips)),
        ...lineOf("鉴定", "Appraised by", people(policy, returns.appraisedBy)),
        ...(percent === undefined || percent === null
          ? []
          : [say(`数量超出不超过${percent}%时照实入账`, `Booked as counted up to ${percent} % more`)]),
        ...lineOf(
          "退回前须明确",
          "Known before they come back",
          returns.needs.map(({ fact }) => labelOf(policy, fact)),
        ),
        ...lineOf(
          "订单另定比率",
          "An order's own tolerance",
          returns.tolerance?.fact === undefined ? [] : [labelOf(policy, returns.tolerance.fact)],
        ),
        ...lineOf("运费", "Freight", titles([policy.costs], returns.freight === undefined ? [] : [returns.freight])),
        ...lineOf("处理结果", "Outcomes", outcome),
        ...lineOf(
          "凭证",
          "Proofs",
          returns.proofs.map(({ title }) => title),
        ),
        ...returns.moves.flatMap(({ step, makes }) =>
          lineOf(...MAKES[makes], titles([policy.workflow?.steps ?? []], [step])),
        ),
        ...onlyWhen(policy, returns.when),
      ],
      examples: [],
    },
  ];
};
