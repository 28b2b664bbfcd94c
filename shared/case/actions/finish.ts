import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act, Asked, Decision, Keyed } from "../act.ts";
import { readAnswers } from "../answers.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { actsAs, notOfRoles } from "../roles.ts";
import type { Action, ActionState } from "./actions.ts";
import { doneFields, verificationFields } from "./fields.ts";

export type FinishAction = { readonly do: "finishAction"; readonly action: string; readonly result: string };
export type VerifyAction = {
  readonly do: "verifyAction";
  readonly action: string;
  readonly effective: boolean;
  readonly finding: string;
};

type Planned = Action & { readonly plan: NonNullable<Action["plan"]> };
type Known = { readonly action: Planned; readonly rule: Corrective };

const knownIn = (policy: Policy, current: Case, id: string): Known | Refusal => {
  const action = current.actions.find((one) => one.id === id);
  const rule = policy.corrective.find((one) => one.id === action?.corrective);
  if (action === undefined || rule === undefined) {
    return { code: "unknown-action", says: say("没有此项措施", "there is no such action"), rules: [] };
  }
  if (action.plan === undefined) {
    return {
      code: "action-missing",
      says: say("此项措施尚未制定", "this action is not planned yet"),
      rules: rule.rules,
    };
  }
  return { action: { ...action, plan: action.plan }, rule };
};

const wrongTurn = ({ rules }: Corrective, state: ActionState): Refusal =>
  state === "VERIFIED" || state === "DONE"
    ? { code: "nothing-to-do", says: say("此项措施已完成", "this action has been done"), rules }
    : { code: "nothing-to-do", says: say("此项措施尚未完成", "this action has not been done yet"), rules };

/** Why somebody cannot say now that an action is done: it is for its own side, and for who plans it. */
export const closedToFinish = (policy: Policy, { action, rule }: Known, by: Asked["by"]): Refusal | undefined =>
  notOfRoles(policy, by, [...new Set([action.plan.owner.role, ...rule.by])], rule.rules) ??
  (action.state === "PLANNED" || action.state === "REOPENED" ? undefined : wrongTurn(rule, action.state));

const ownSide: Pick<Refusal, "audited"> & { code: "same-side"; says: ReturnType<typeof say> } = {
  code: "same-side",
  says: say("验证人不得是责任人，也不得是责任部门的人", "neither who carried it out nor their department verifies it"),
  audited: true,
};

/**
 * Why somebody cannot verify an action now. Another side verifies (PSI-09): not its owner, not who reported it done, and
 * nobody of the responsible department, whatever else they are.
 */
export const closedToVerify = (policy: Policy, { action, rule }: Known, by: Asked["by"]): Refusal | undefined => {
  const { rules, verifiedBy } = rule;
  const foreign = notOfRoles(policy, by, verifiedBy, rules);
  if (foreign !== undefined) return foreign;
  const { owner } = action.plan;
  const itself = by.kind === "staff" && [by.sub, by.name].includes(owner.person);
  const reported = by.kind === "staff" && by.sub === action.done?.by;
  if (itself || reported || actsAs(by, [owner.role])) return { ...ownSide, rules };
  return action.state === "DONE" ? undefined : wrongTurn(rule, action.state);
};

const about = (known: Known) => {
  const { action, rule } = known;
  return { action: action.id, corrective: rule.id, owner: action.plan.owner };
};

const decideOn = <C extends { readonly action: string } & Keyed>(
  policy: Policy,
  current: Case,
  command: C,
  then: (known: Known) => Decision,
): Decision => {
  const known = knownIn(policy, current, command.action);
  return "code" in known ? refuse(known) : then(known);
};

/** Its owner's side says that an action has been carried out. */
export const finishAction: Act<FinishAction> = {
  decide: ({ policy }, current, command, asked) =>
    decideOn(policy, current, command, (known) => {
      const closed = closedToFinish(policy, known, asked.by);
      if (closed !== undefined) return refuse(closed);
      const { answers, faults } = readAnswers(policy, doneFields, { result: command.result }, {});
      if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: known.rule.rules });
      const result = String(answers.result);
      return accept([{ type: "actionDone", ...asked, key: command.key, ...about(known), result }]);
    }),
  led: (_policy, event, { action, result }) =>
    event.type === "actionDone" && event.action === action && event.result === clean(result, true),
};

/** Another side says whether an action worked; if not it is open again, with the reason. */
export const verifyAction: Act<VerifyAction> = {
  decide: ({ policy }, current, command, asked) =>
    decideOn(policy, current, command, (known) => {
      const closed = closedToVerify(policy, known, asked.by);
      if (closed !== undefined) return refuse(closed);
      const { effective } = command;
      const { answers, faults } = readAnswers(policy, verificationFields, { effective, finding: command.finding }, {});
      if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: known.rule.rules });
      const finding = String(answers.finding);
      return accept([{ type: "actionVerified", ...asked, key: command.key, ...about(known), effective, finding }]);
    }),
  led: (_policy, event, { action, effective }) =>
    event.type === "actionVerified" && event.action === action && event.effective === effective,
};
