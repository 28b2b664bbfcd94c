import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act, Asked } from "../act.ts";
import { readAnswers } from "../answers.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { momentOf } from "../moment.ts";
import { notOfRoles } from "../roles.ts";
import type { Action } from "./actions.ts";
import { askings, correctiveOfCases } from "./asked.ts";
import { planFields } from "./fields.ts";

export type PlanAction = {
  readonly do: "planAction";
  readonly corrective: string;
  /** The answers to `planFields`, as they were given. */
  readonly answers: Readonly<Record<string, unknown>>;
};

const badDue = say(
  "完成期限须是日期（如 2026-03-20）或带时区的时间，且晚于现在",
  "the due must be a date like 2026-03-20 or a time with its offset, later than now",
);
const nobodyLeft: Text = say(
  "责任部门不能验证自己的措施；此措施须由该岗位验证，请选择其他责任部门",
  "the responsible department cannot verify its own action, and only this role verifies; choose another",
);

/** An action that waits for a plan: asked for and never planned, or sent back. */
const waiting = (current: Case, corrective: string): Action | undefined =>
  current.actions.find((one) => one.corrective === corrective && (one.state === "OPEN" || one.state === "REOPENED"));

/** Why somebody cannot plan an action of a rule now, whatever they would write into it. */
export const closedToPlan = (policy: Policy, current: Case, rule: Corrective, by: Asked["by"]): Refusal | undefined => {
  const foreign = notOfRoles(policy, by, rule.by, rule.rules);
  if (foreign !== undefined) return foreign;
  const asking = askings(policy, current).find((one) => one.rule.id === rule.id);
  if (asking?.is !== "not-tracked") return undefined;
  const says = say(`“${rule.title["zh-CN"]}”免列案追踪`, `“${rule.title.en}” is not tracked in this case`);
  return { code: "not-tracked", says, rules: asking.rules };
};

const faultsOf = (rule: Corrective, role: unknown, due: unknown, dueAt: string | undefined, now: string) => {
  const faults: FieldFault[] = [];
  const fault = (path: string, says: Text) => faults.push({ path, code: "invalid", rule: rule.rules[0], says });
  if (due !== undefined && (dueAt === undefined || dueAt <= now)) fault("/due", badDue);
  const { verifiedBy } = rule;
  if (verifiedBy.length > 0 && verifiedBy.every((one) => one === role)) fault("/ownerRole", nobodyLeft);
  return faults;
};

/** A due may be told to the minute; the form asks for a day. */
const dayOf = (due: unknown): unknown => (typeof due === "string" ? due.slice(0, 10) : due);

/**
 * Plans a corrective, preventive or training action (PSI-24, CCF-23, MMA-06): cause, measures, who, by when; by the
 * roles that the rule names. One that was opened by itself or sent back is planned anew, else a further one begins.
 */
export const planAction: Act<PlanAction> = {
  decide: ({ policy }, current, command, asked) => {
    const known = correctiveOfCases(policy);
    const rule = known.find(({ id }) => id === command.corrective);
    if (rule === undefined) {
      const names = known.map(({ id }) => id).join(", ") || "–";
      const says = say(`制度没有此项措施；有：${names}`, `the regulation has no such action; it has: ${names}`);
      return refuse({ code: "unknown-action", says, rules: [] });
    }
    const closed = closedToPlan(policy, current, rule, asked.by);
    if (closed !== undefined) return refuse(closed);
    const given = command.answers;
    const read = readAnswers(policy, planFields(policy, rule), { ...given, due: dayOf(given.due) }, {});
    const { ownerRole, owner, cause, measure, prevention } = read.answers;
    const due = typeof given.due === "string" ? momentOf(given.due, policy.calendar.timeZone) : undefined;
    const faults = [...read.faults, ...faultsOf(rule, ownerRole, read.answers.due, due, asked.at)];
    if (faults.length > 0 || due === undefined) {
      return refuse({ code: "bad-fields", fields: faults, rules: rule.rules });
    }
    const before = current.actions.filter(({ corrective }) => corrective === rule.id).length;
    const action = waiting(current, rule.id)?.id ?? `${rule.id}-${before + 1}`;
    const text = (value: unknown) => (typeof value === "string" ? value : undefined);
    return accept([
      {
        type: "actionPlanned",
        ...asked,
        key: command.key,
        action,
        corrective: rule.id,
        cause: text(cause),
        measure: text(measure),
        prevention: text(prevention),
        owner: { role: String(ownerRole), person: String(owner) },
        due,
      },
    ]);
  },
  led: (_policy, event, { corrective, answers }) =>
    event.type === "actionPlanned" &&
    event.corrective === corrective &&
    event.owner.person === clean(String(answers.owner), false),
};
