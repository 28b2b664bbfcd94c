import { say, type Text } from "../kernel/text.ts";
import type { Approval } from "./authority.ts";
import type { EntryStep } from "./entries.ts";
import { people } from "./explain-words.ts";
import { holds } from "./holds.ts";
import type { Policy } from "./policy.ts";
import type { Register } from "./register-form.ts";
import type { Facts } from "./terms.ts";
import { measuresIn } from "./within.ts";

/** Something that somebody has to add to an entry: a step of its register, or a word that an approval asks for. */
export type TakenStep = EntryStep & {
  readonly approval?: Approval;
  /** The role that looks before anybody approves. */
  readonly review?: string;
};

const blank = { fields: [], refusable: true, other: false };

const reviewTitle = ({ title }: Approval, who: Text): Text =>
  say(`${title["zh-CN"]}：${who["zh-CN"]}同意`, `${title.en}: consent of ${who.en}`);

/** The words that an approval asks for: of every reviewer first, then of any one approver. */
const approvalSteps = (policy: Policy, approval: Approval): readonly TakenStep[] => {
  const { id, title, rules, reviewedBy, approvedBy } = approval;
  const reviews = reviewedBy.map((role, at): TakenStep => {
    const [who = say(role, role)] = people(policy, [role]);
    const name = `${id}-${at + 1}`;
    return { ...blank, id: name, title: reviewTitle(approval, who), rules, by: [role], approval, review: role };
  });
  const yes: TakenStep = { ...blank, id, title, rules, by: [...approvedBy], approval };
  return [...reviews, ...(approvedBy.length === 0 ? [] : [yes])];
};

/** Everything that may have to be added to an entry of a register, in order: what its approvals ask for comes first. */
export const allSteps = (policy: Policy, { id, entries }: Register): readonly TakenStep[] => [
  ...policy.approvals
    .filter(({ about, form }) => about === "house" && form === id)
    .flatMap((approval) => approvalSteps(policy, approval)),
  ...entries.steps,
];

/** Whether an approval is needed of what an entry says; what nobody measured needs it. */
const isNeeded = (policy: Policy, { when, value }: Approval, facts: Facts): boolean => {
  if (holds(policy, when, facts).is !== true) return false;
  const measured = value && facts[value.fact];
  return value === undefined || measured === undefined || measuresIn(value.needs, measured);
};

/** What has to be added to an entry that says this. @param policy the regulation as it asks for the form's own fields. */
export const stepsFor = (policy: Policy, form: Register, facts: Facts): readonly TakenStep[] =>
  allSteps(policy, form).filter(({ approval, when }) =>
    approval === undefined ? holds(policy, when, facts).is === true : isNeeded(policy, approval, facts),
  );

/** The roles that ever add something to an entry. */
export const takersOf = (policy: Policy, form: Register): readonly string[] => [
  ...new Set(allSteps(policy, form).flatMap(({ by }) => by)),
];
