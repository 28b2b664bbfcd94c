import type { CivilDate } from "../../calendar/civil-date.ts";
import { periodOf } from "../../calendar/period.ts";
import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { actsAs, notOfRoles } from "../../case/roles.ts";
import { type ActionCommand, decideAction, stateOf } from "../../inspection/action.ts";
import { commonActions } from "../../inspection/common-problem.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Now } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy, PolicyRef } from "../../policy/policy.ts";
import type { InspectionDeps, InspectionReads } from "./change.ts";
import type { ActionRecord } from "./inspections.ts";
import { problemsOf } from "./lists.ts";

type ActionDeps = InspectionReads &
  Pick<InspectionDeps, "actions"> & {
    readonly now: Now;
    readonly actionIdFor: (org: string, of: readonly string[]) => string;
  };

/** Which common problem: the name of its action, and a day of its period. */
type OfProblem = {
  readonly org: OrgId;
  readonly policy: Policy;
  readonly ref: PolicyRef;
  readonly id: string;
  readonly on: CivilDate;
};

const unknown: Refusal = {
  code: "unknown-action",
  says: say("此时段没有此共性问题", "the period has no such common problem"),
  rules: [],
};

/** Roles that have anything to do with common problems: before anything else is said of one. */
const foreign = (policy: Policy, by: Asked["by"]): Refusal | undefined => {
  const rules = commonActions(policy);
  const roles = rules.flatMap((rule) => [...rule.by, ...rule.verifiedBy]);
  return actsAs(by, roles)
    ? undefined
    : notOfRoles(
        policy,
        by,
        roles,
        rules.flatMap((rule) => rule.rules),
      );
};

/** What stands of an action, or the place for one where the regulation demands it (AS-35). */
const standing = async (
  deps: ActionDeps,
  { org, policy, ref, id, on }: OfProblem,
): Promise<ActionRecord | undefined> => {
  const before = await deps.actions.one({ org, id });
  if (before !== undefined) return before;
  const found = (await problemsOf(deps, { org, policy, period: periodOf(on, "quarter") })).find((one) => one.id === id);
  if (found === undefined) return undefined;
  const { code, period, corrective } = found;
  const now = deps.now();
  return {
    ...{ kind: "action", org, id, version: 0, policy: ref, corrective: corrective.id, code, period, timeline: [] },
    filed: { list: policy.id, at: now },
  };
};

/** A command to the action on a common problem: load, decide, save, and again when somebody was faster. */
export const obeyAction = async (
  deps: ActionDeps,
  of: OfProblem,
  command: ActionCommand,
  by: Asked["by"],
): Promise<Result<ActionRecord, Refusal>> => {
  const notTheirs = foreign(of.policy, by);
  if (notTheirs !== undefined) return refuse(notTheirs);
  for (;;) {
    const record = await standing(deps, of);
    const rule = commonActions(of.policy).find(({ id }) => id === record?.corrective);
    if (record === undefined || rule === undefined) return refuse(unknown);
    const at = deps.now();
    const decided = decideAction(of.policy, rule, record.timeline, command, { at, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(record);
    const timeline = [...record.timeline, ...decided.value];
    const plan = timeline.findLast(({ type }) => type === "planned");
    const open = stateOf(timeline) !== "VERIFIED" && plan?.type === "planned";
    const next: ActionRecord = { ...record, timeline, queue: open ? { desk: of.policy.id, at: plan.due } : undefined };
    if ((await deps.actions.save(next)) === "saved") return accept(next);
  }
};
