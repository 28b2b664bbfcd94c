import { say, type Text } from "../../kernel/text.ts";
import type { Claims } from "../../policy/claims.ts";
import { sayMoment } from "../../policy/explain.ts";
import { people } from "../../policy/explain-words.ts";
import { holds } from "../../policy/holds.ts";
import { fieldOf, type Policy } from "../../policy/policy.ts";
import type { Facts } from "../../policy/terms.ts";
import { joined, listed } from "../../policy/wording.ts";
import type { Case } from "../case.ts";
import type { Rulebook } from "../clocks.ts";
import type { PlainCode } from "../codes.ts";
import type { Claim } from "./claim.ts";
import { papersOf } from "./papers.ts";
import { claimPeriod, isLate } from "./period.ts";

/** Something that a rule says no to, with the rule. */
export type Finding = { readonly code: PlainCode; readonly says: Text; readonly rules: readonly string[] };

/** Who claims may not, with the advice through whom to go (COU-26, AS-65). */
export const wrongClaimant = (policy: Policy, claims: Claims, facts: Facts): Finding | undefined => {
  const as = claims.claimant === undefined ? undefined : facts[claims.claimant];
  if (as === undefined || claims.claimants.includes(String(as))) return undefined;
  const { "zh-CN": zh, en } = listed(people(policy, claims.claimants));
  return {
    code: "wrong-claimant",
    rules: fieldOf(policy, claims.claimant ?? "")?.rules ?? claims.rules,
    says: say(`索赔须由${zh}提出，请通过${zh}办理`, `who may claim: ${en}; please claim through them`),
  };
};

const notWritten = (policy: Policy, { rules, filedAt }: Claim): Finding | undefined => {
  if (!rules.written || filedAt !== undefined) return undefined;
  const filing = rules.moves.find(({ makes }) => makes === "filed");
  const step = policy.workflow?.steps.find(({ id }) => id === filing?.step);
  return {
    code: "not-in-writing",
    rules: step?.rules ?? rules.rules,
    says: say("已记录，索赔须书面提出", "it is on record; a claim has to be made in writing"),
  };
};

const late = ({ policy, calendar }: Rulebook, facts: Facts, { filedAt }: Claim): Finding | undefined => {
  const period = claimPeriod({ policy, calendar }, facts);
  if (filedAt === undefined || period?.applies !== true || !isLate(period, filedAt)) return undefined;
  const last = period.state === "RUNNING" ? period.effectiveDue : filedAt; // late only while it runs
  const until = (locale: "zh-CN" | "en") => sayMoment(last, policy.calendar.timeZone, locale);
  return {
    code: "beyond-the-period",
    rules: policy.clocks.find(({ id }) => id === policy.claims?.window)?.rules ?? [],
    says: say(`已超过规定期限，期限至${until("zh-CN")}`, `beyond the period, which ended ${until("en")}`),
  };
};

const incomplete = (policy: Policy, current: Case, claim: Claim): Finding | undefined => {
  const open = papersOf(policy, current, claim).filter(({ missing }) => missing.length > 0);
  if (open.length === 0) return undefined;
  const named = open.map(({ document, missing }) => joined([document.title, listed(missing)], "：", ": "));
  const all = joined(named, "；", "; ");
  return {
    code: "claim-incomplete",
    rules: [...new Set(open.flatMap(({ document }) => document.rules))],
    says: say(`索赔文件不齐：${all["zh-CN"]}`, `documents are missing: ${all.en}`),
  };
};

const excluded = (policy: Policy, facts: Facts, { rules }: Claim): readonly Finding[] => {
  const found = rules.exclusion === undefined ? undefined : facts[rules.exclusion];
  return rules.exclusions
    .filter(({ id, when }) => id === found || (when !== undefined && holds(policy, when, facts).is === true))
    .map(({ title, rules }) => ({
      code: "claim-excluded",
      rules,
      says: say(`不予赔偿：${title["zh-CN"]}`, `nothing is paid: ${title.en}`),
    }));
};

/** What the rules of form say no to: claimant, writing, period, documents. */
export const formFindings = (rulebook: Rulebook, current: Case, claim: Claim): readonly Finding[] => {
  const { policy } = rulebook;
  return [
    wrongClaimant(policy, claim.rules, current.facts),
    notWritten(policy, claim),
    late(rulebook, current.facts, claim),
    incomplete(policy, current, claim),
  ].filter((one) => one !== undefined);
};

/** Everything that stands against a claim now, each with its rule: form first, then what is not compensated at all. */
export const findingsOf = (rulebook: Rulebook, current: Case, claim: Claim): readonly Finding[] => [
  ...formFindings(rulebook, current, claim),
  ...excluded(rulebook.policy, current.facts, claim),
];
