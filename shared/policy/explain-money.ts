import { both, say, type Text } from "../kernel/text.ts";
import type { AuthorityTable, CostRule } from "./authority.ts";
import { claimEntries } from "./explain-claims.ts";
import type { Entry } from "./explain-entry.ts";
import { blocking, line, lineOf, onlyWhen, people, sayExample } from "./explain-words.ts";
import type { Policy } from "./policy.ts";
import { labelOf, listed, sayFact, saySpan } from "./wording.ts";

const sayBand = (policy: Policy, { over, upTo, approver }: AuthorityTable["bands"][number]): Text => {
  const zh = [...(over === undefined ? [] : [`超过${over}`]), ...(upTo === undefined ? [] : [`不超过${upTo}`])].join(
    "、",
  );
  const en = [...(over === undefined ? [] : [`over ${over}`]), ...(upTo === undefined ? [] : [`up to ${upTo}`])].join(
    " and ",
  );
  return line(zh || "任何金额", en || "any amount", listed(people(policy, [approver])));
};

const CHARGES: Readonly<Record<NonNullable<CostRule["charge"]>, Text>> = {
  free: say("免费", "Free"),
  tariff: say("按标准收费", "By tariff"),
  preferential: say("优惠收费", "At a preferential price"),
  negotiated: say("协商收费", "Negotiated"),
  "with-consent": say("经同意方可收费", "Only with consent"),
  internal: say("内部结算", "Settled inside the house"),
};

const stepTitles = ({ workflow }: Policy, steps: readonly string[]): readonly Text[] =>
  steps.map((id) => workflow?.steps.find((step) => step.id === id)?.title ?? both(id));

/** A money field of a step, or of the case. */
const amountLabel = (policy: Policy, steps: readonly string[], name: string): Text =>
  (policy.workflow?.steps ?? [])
    .filter(({ id }) => steps.includes(id))
    .flatMap(({ fields }) => fields)
    .find(({ id }) => id === name)?.label ?? labelOf(policy, name);

/** Who may approve how much, what needs a yes, who bears which cost, and what is paid. */
export const moneyEntries = (policy: Policy): readonly Entry[] => [
  ...policy.authority.map((table) => ({
    key: `authority.${table.id}`,
    title: table.title,
    rules: table.rules,
    says: [
      ...table.bands.map((band) => sayBand(policy, band)),
      ...lineOf("其他", "Everything else", people(policy, table.otherwise === undefined ? [] : [table.otherwise])),
      ...(table.forbidsEarlierPromises
        ? [
            say(
              "决定前不得超越本人权限向客户承诺",
              "Before the decision nobody promises a customer more than they may decide",
            ),
          ]
        : []),
      ...(table.governs === undefined
        ? []
        : [
            ...lineOf("适用步骤", "Decided at", stepTitles(policy, table.governs.steps)),
            ...lineOf(
              "金额",
              "Amount",
              table.governs.amounts.map((name) => amountLabel(policy, table.governs?.steps ?? [], name)),
            ),
          ]),
    ],
    examples: table.examples.map(({ why, amount, approver }) =>
      sayExample(why, line(amount, amount, listed(people(policy, [approver])))),
    ),
  })),
  ...policy.approvals.map(({ id, title, rules, of, when, value, ...approval }) => ({
    key: `approvals.${id}`,
    title,
    rules,
    says: [
      line("事项", "Of", of),
      ...(value === undefined
        ? []
        : [
            line(
              labelOf(policy, value.fact)["zh-CN"],
              labelOf(policy, value.fact).en,
              saySpan(policy, value.fact, value.needs),
            ),
          ]),
      ...lineOf("会审", "Reviewed by", people(policy, approval.reviewedBy)),
      ...(approval.approvedBy.length === 0
        ? [say("无需批准", "No approval is needed")]
        : lineOf("批准", "Approved by", people(policy, approval.approvedBy))),
      ...lineOf("以此步骤作出", "Given by the step", stepTitles(policy, approval.givenBy)),
      ...lineOf("审批内容", "What is looked at", [
        ...approval.sees.facts.map((name) => labelOf(policy, name)),
        ...stepTitles(policy, approval.sees.steps),
      ]),
      ...(approval.about === "house" ? [say("不在投诉单上审批", "Not asked at a case")] : []),
      ...blocking(policy, approval.blocks),
      ...onlyWhen(policy, when),
    ],
    examples: approval.examples.map(({ why, value: n, needed }) => {
      const said = value === undefined ? both(`${n}`) : sayFact(policy, value.fact, n);
      return sayExample(
        why,
        say(`${said["zh-CN"]}，${needed ? "需要" : "不需要"}`, `${said.en}, ${needed ? "needed" : "not needed"}`),
      );
    }),
  })),
  ...policy.costs.map(({ id, title, rules, what, bearer, bookedAs, charge, consent, asks, blocks, when }) => ({
    key: `costs.${id}`,
    title,
    rules,
    says: [
      line("费用", "Cost", what),
      line("承担", "Borne by", bearer),
      ...(bookedAs === undefined ? [] : [line("列支", "Booked as", bookedAs)]),
      ...(charge === undefined ? [] : [CHARGES[charge]]),
      ...lineOf(
        "每笔须说明",
        "Told with each",
        asks.map((name) => labelOf(policy, name)),
      ),
      ...lineOf(
        "同意",
        "Consent",
        policy.approvals.filter((approval) => approval.id === consent).map((approval) => approval.title),
      ),
      ...blocking(policy, blocks),
      ...onlyWhen(policy, when),
    ],
    examples: [],
  })),
  ...claimEntries(policy),
];
