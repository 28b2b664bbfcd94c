import { say, type Text } from "../kernel/text.ts";
import type { ClaimMove, Claims } from "./claims.ts";
import type { Entry } from "./explain-entry.ts";
import { returnEntries } from "./explain-returns.ts";
import { lineOf, onlyWhen, people, sayExample, titles } from "./explain-words.ts";
import type { Policy } from "./policy.ts";

const FORMULAS: Readonly<Record<Claims["compensation"][number]["formula"], Text>> = {
  "ratio-of-insured": say("按实际损失占保价金额的比例", "The share of damage of the insured amount"),
  "actual-value-at-most": say("协商确定，不超过实际价值", "Negotiated, at most the actual value"),
  "as-agreed": say("按约定", "As agreed"),
  "freight-refund": say("退还运费", "The freight is refunded"),
  none: say("不予赔偿", "Nothing is paid"),
};

const MAKES: Readonly<Record<ClaimMove["makes"], readonly [zh: string, en: string]>> = {
  filed: ["索赔成立于", "The claim exists after"],
  checked: ["核对齐备", "Checked and complete after"],
  accepted: ["受理", "Accepted by"],
  refused: ["不予受理", "Refused by"],
  assessed: ["核定", "Assessed by"],
  agreed: ["达成一致", "Agreed by"],
  disputed: ["争议", "Disputed by"],
  paid: ["支付", "Paid by"],
};

const labels = (choices: readonly { readonly label: Text }[]): readonly Text[] => choices.map(({ label }) => label);

const madeEntries = (policy: Policy, claims: Claims): readonly Entry[] => [
  {
    key: "claims",
    title: say("索赔", "Claims"),
    rules: claims.rules,
    says: [
      ...lineOf("可索赔人", "May be made by", people(policy, claims.claimants)),
      ...(claims.written ? [say("须书面提出", "In writing")] : []),
      ...lineOf("提出期限", "Until", titles([policy.clocks], claims.window === undefined ? [] : [claims.window])),
      ...lineOf(
        "答复期限",
        "Answered within",
        titles([policy.clocks], claims.answer === undefined ? [] : [claims.answer]),
      ),
      ...lineOf(
        "理赔期限",
        "Settled within",
        titles([policy.clocks], claims.settlement === undefined ? [] : [claims.settlement]),
      ),
      ...lineOf("被索赔方", "Against", people(policy, claims.against)),
      ...lineOf("受款人", "Paid to", labels(claims.payees)),
      ...lineOf("争议解决", "Disputes, in this order", labels(claims.dispute)),
      ...(claims.internal ? [say("对投诉人保密", "Not shown to whoever filed")] : []),
      ...onlyWhen(policy, claims.when),
      ...claims.moves.flatMap(({ step, makes }) =>
        lineOf(...MAKES[makes], titles([policy.workflow?.steps ?? []], [step])),
      ),
    ],
    examples: [],
  },
  ...claims.documents.map(({ id, title, rules, copies, signedBy, when, leastGrade, without }) => ({
    key: `claims.documents.${id}`,
    title,
    rules,
    says: [
      say(
        `索赔文件，${copies}份`,
        copies === 1 ? "A document of the claim" : `A document of the claim, ${copies} copies`,
      ),
      ...lineOf("签字", "Signed by", people(policy, signedBy)),
      ...(leastGrade === undefined
        ? []
        : [say(`医院等级不低于${leastGrade}级`, `From a hospital of grade ${leastGrade} at least`)]),
      ...(without === undefined ? [] : [say("缺少时按市场价估价", "Without it the market price is estimated")]),
      ...onlyWhen(policy, when),
    ],
    examples: [],
  })),
  ...claims.exclusions.map(({ id, title, rules, when }) => ({
    key: `claims.exclusions.${id}`,
    title,
    rules,
    says: [say("不予赔偿", "Excluded"), ...onlyWhen(policy, when)],
    examples: [],
  })),
  ...claims.compensation.map(({ id, title, rules, formula, when, examples }) => ({
    key: `claims.compensation.${id}`,
    title,
    rules,
    says: [FORMULAS[formula], ...onlyWhen(policy, when)],
    examples: examples.map(({ why, pays }) => sayExample(why, say(pays, pays))),
  })),
];

/** What may be claimed, and goods that come back. */
export const claimEntries = (policy: Policy): readonly Entry[] => [
  ...(policy.claims === undefined ? [] : madeEntries(policy, policy.claims)),
  ...returnEntries(policy),
];
