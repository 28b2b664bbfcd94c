import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { CostRule } from "../../policy/authority.ts";
import { Field } from "../../policy/field.ts";
import { factFields, type Policy } from "../../policy/policy.ts";
import { sayCondition } from "../../policy/wording.ts";
import type { Act } from "../act.ts";
import type { Actor } from "../actor.ts";
import { readAnswers } from "../answers.ts";
import { readApproval } from "../approvals/approvals.ts";
import { sayMissing } from "../approvals/guard.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import { actsAs, mayNot } from "../roles.ts";
import { isGround } from "./costs.ts";

export type BookCost = {
  readonly do: "bookCost";
  readonly cost: string;
  readonly kind?: string | undefined;
  readonly amount: string;
  readonly note?: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
};

export const costFields: readonly Field[] = [
  Field.parse({
    id: "kind",
    type: "text",
    max: 100,
    label: say("费用种类", "Kind of cost"),
    hint: say("如差旅、零件、包装", "Such as travel, parts, packaging"),
  }),
  Field.parse({ id: "amount", type: "money", required: true, label: say("金额", "Amount") }),
  Field.parse({ id: "note", type: "longText", max: 2000, label: say("说明", "Note") }),
];

/** The facts that are told with a cost and not of the case. */
export const askedWith = (policy: Policy, { asks }: CostRule): readonly Field[] =>
  factFields(policy)
    .filter(({ id }) => asks.includes(id))
    .map((field) => ({ ...field, required: true, when: undefined }));

const unknown = ({ costs }: Policy): Text =>
  say(
    `没有此项费用；有：${costs.map(({ id, title }) => `${id}（${title["zh-CN"]}）`).join("、")}`,
    `there is no such cost; there is ${costs.map(({ id, title }) => `${id} (${title.en})`).join(", ")}`,
  );

/** Why a cost may not be booked without somebody's consent; whoever may consent does so by booking it. */
export const withoutConsent = (policy: Policy, current: Case, by: Actor, { charge, consent, rules }: CostRule) => {
  const approval = policy.approvals.find(({ id }) => id === consent);
  if (charge !== "with-consent" || approval === undefined || actsAs(by, approval.approvedBy)) return undefined;
  const reading = readApproval(policy, current, approval);
  if (reading.state === "given") return undefined;
  return { code: "consent-missing", says: sayMissing(policy, reading), rules, audited: true } satisfies Refusal;
};

/**
 * Books a cost on a ground of the regulation, which says who bears it and where it goes (MCH-21 … 23, DTS-17, BUS-16).
 * The ground must be one of this case; a charge that needs a consent waits for it.
 */
export const bookCost: Act<BookCost> = {
  decide: ({ policy }, current, command, asked) => {
    const foreign = mayNot(policy, asked.by, "note");
    if (foreign !== undefined) return refuse(foreign);
    const rule = policy.costs.find(({ id }) => id === command.cost);
    if (rule === undefined) return refuse({ code: "unknown-cost", says: unknown(policy), rules: [] });
    const { rules, when } = rule;
    const { kind, amount, note } = command;
    const body = readAnswers(policy, costFields, { kind, amount, note }, {});
    const told = readAnswers(policy, askedWith(policy, rule), command.facts ?? {}, { at: "/facts" });
    const fields = [...body.faults, ...told.faults];
    if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules });
    if (when !== undefined && isGround(policy, rule, current, told.answers).is !== true)
      return refuse({ code: "not-for-this-case", only: sayCondition(policy, when), rules });
    const no = withoutConsent(policy, current, asked.by, rule);
    if (no !== undefined) return refuse(no);
    const text = (value: unknown) => (typeof value === "string" ? value : undefined);
    const { answers } = body;
    return accept([
      {
        type: "costBooked",
        ...asked,
        key: command.key,
        cost: rule.id,
        kind: text(answers.kind),
        amount: String(answers.amount),
        note: text(answers.note),
        told: told.answers,
      },
    ]);
  },
  led: (_policy, event, { cost, amount }) =>
    event.type === "costBooked" && event.cost === cost && event.amount === amount,
};
