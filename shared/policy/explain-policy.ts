import type { Calendar } from "../calendar/calendar.ts";
import { say, type Text } from "../kernel/text.ts";
import { caseEntries, intakeEntries } from "./explain-case.ts";
import { clockEntries } from "./explain-clocks.ts";
import { digestEntries } from "./explain-digests.ts";
import type { Entry } from "./explain-entry.ts";
import { eventEntries } from "./explain-events.ts";
import { followUpEntries } from "./explain-follow-up.ts";
import { liabilityEntries } from "./explain-liability.ts";
import { moneyEntries } from "./explain-money.ts";
import { partyEntries } from "./explain-parties.ts";
import { recordEntries } from "./explain-records.ts";
import { askedOnly } from "./explain-rules.ts";
import { scheduleEntries } from "./explain-schedules.ts";
import type { Assumption, Policy } from "./policy.ts";
import { type Traced, trace } from "./trace.ts";

/** An entry with what is assumed for it, because the regulation does not say (D-12). */
export type Explained = Entry & { readonly assumed: readonly Text[] };

type Section = { readonly id: string; readonly title: Text; readonly entries: readonly Explained[] };

/** A regulation as a document: what is done for each clause, what is assumed, and what became of each rule. */
export type PolicyDocument = {
  readonly id: string;
  readonly title: Text;
  readonly about: readonly Text[];
  readonly sections: readonly Section[];
  readonly assumptions: readonly { readonly says: Text; readonly see: string; readonly confirmed: boolean }[];
  readonly rules: readonly Traced[];
};

const about = ({ version, effectiveFrom, source, prefix, registered }: Policy): readonly Text[] => [
  say(`第${version}版，自${effectiveFrom}起施行`, `Version ${version}, in force from ${effectiveFrom}`),
  say(`共${registered}条（${prefix}）`, `${registered} rules (${prefix})`),
  source.fragment
    ? say("来源仅为制度的节选", "The source holds only a part of the regulation")
    : say("来源为制度全文", "The source holds the regulation as a whole"),
];

const assumedFor = (assumptions: readonly Assumption[], key: string): readonly Text[] =>
  assumptions.filter((one) => one.key === key || one.key.startsWith(`${key}.`)).map(({ says }) => says);

const first = ({ rules }: Entry): string => [...rules].sort()[0] ?? "~";

/** Entries in the order of their first rule; those without a rule of their own come last, as they stand in the file. */
const ordered = (policy: Policy, entries: readonly Entry[]): readonly Explained[] =>
  [...entries]
    .sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0))
    .map((entry) => ({ ...entry, assumed: assumedFor(policy.assumptions, entry.key) }));

/**
 * Explains a regulation: its constructs in words with their figures, roles, windows and examples, grouped by section and
 * in the order of their rules; the assumptions; and each rule of the register with what carries it. Pure.
 */
export const explainPolicy = (policy: Policy, calendar: Calendar): PolicyDocument => {
  const sections: readonly (readonly [id: string, title: Text, entries: readonly Entry[]])[] = [
    ["scope", say("适用范围、人员与事实", "Scope, people and facts"), partyEntries(policy)],
    ["intake", say("受理、类别与证据", "Filing, categories and evidence"), intakeEntries(policy)],
    ["case", say("办理流程与通知", "Handling and notices"), [...caseEntries(policy), ...eventEntries(policy)]],
    ["clocks", say("期限", "Time limits"), clockEntries(policy, calendar)],
    ["schedules", say("定期工作", "What is owed again and again"), scheduleEntries(policy, calendar)],
    ["liability", say("责任与纠正", "Liability and correction"), liabilityEntries(policy)],
    ["money", say("权限、费用与理赔", "Authority, costs and claims"), moneyEntries(policy)],
    ["followUp", say("分派、回访与调查", "Routing, visits and surveys"), followUpEntries(policy)],
    ["records", say("表单、检查与指标", "Forms, checklists and figures"), recordEntries(policy)],
    ["digests", say("定期汇总邮件", "Digests by mail"), digestEntries(policy, calendar)],
  ];
  return {
    id: policy.id,
    title: policy.title,
    about: [...about(policy), ...askedOnly(policy)],
    sections: sections
      .map(([id, title, entries]) => ({ id, title, entries: ordered(policy, entries) }))
      .filter(({ entries }) => entries.length > 0),
    assumptions: policy.assumptions.map(({ says, see, status }) => ({ says, see, confirmed: status === "confirmed" })),
    rules: trace(policy),
  };
};
