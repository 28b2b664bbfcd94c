import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { type PlanBody, type PlanEvent, yearPlanOf } from "./plan.ts";

/** What somebody wants done to a yearly plan. */
export type PlanCommand = { readonly key?: string | undefined } & (
  | { readonly do: "draft"; readonly plan: PlanBody }
  | { readonly do: "approve" }
  | { readonly do: "return"; readonly reason: string }
);

type Decided = Result<readonly PlanEvent[], Refusal>;
type Ground = { readonly policy: Policy; readonly schedule: Schedule };

const TYPES = { draft: "drafted", approve: "approved", return: "returned" } as const;

const fault = (path: string, zh: string, en: string, rule?: string): FieldFault => ({
  path,
  code: "invalid",
  rule,
  says: say(zh, en),
});

/** What is wrong with a plan: each window lies in its year, and what is visited is on the list. */
const planFaults = ({ year, visits }: PlanBody, known: ReadonlySet<string>, rule?: string): readonly FieldFault[] =>
  visits.flatMap(({ object, from, to }, n) => [
    ...(from <= to && from >= `${year}-01-01` && to <= `${year}-12-31`
      ? []
      : [fault(`/visits/${n}`, `须在${year}年内，先后有序`, `within ${year}, in order`, rule)]),
    ...(known.has(object)
      ? []
      : [
          fault(
            `/visits/${n}/object`,
            "不在此计划的回访对象之列",
            "nothing of that number is visited by this schedule",
            rule,
          ),
        ]),
  ]);

const judge = (
  { schedule }: Ground,
  events: readonly PlanEvent[],
  command: PlanCommand,
  { at, by }: Asked,
): Decided => {
  const { rules } = schedule;
  const current = events.length === 0 ? undefined : yearPlanOf(events);
  if (current === undefined || current.approvedAt !== undefined)
    return refuse({ code: "nothing-to-do", says: say("没有待批准的计划", "no plan waits for approval"), rules });
  if (command.do === "return") {
    const reason = clean(command.reason, true);
    if (reason !== "") return accept([{ type: "returned", at, by, key: command.key, reason }]);
    const fields = [{ path: "/reason", code: "required", says: say("须写明原因", "a reason is needed") }];
    return refuse({ code: "bad-fields", fields, rules });
  }
  const own = current.by.kind === "staff" && by.kind === "staff" && current.by.sub === by.sub;
  if (own)
    return refuse({
      code: "same-side",
      says: say("编制人不能批准本人的计划", "nobody approves their own plan"),
      rules,
    });
  return accept([{ type: "approved", at, by, key: command.key }]);
};

/**
 * What follows from a command to the plan of a year: those who visit draft it, whom the regulation names approves it or
 * sends it back (PRV-01). A plan that is changed after its approval waits for another.
 * @param known the objects that are visited by this schedule.
 */
export const decidePlan = (
  ground: Ground,
  events: readonly PlanEvent[],
  command: PlanCommand,
  asked: Asked,
  known: ReadonlySet<string>,
): Decided => {
  const { policy, schedule } = ground;
  const before = events.find((event) => command.key !== undefined && event.key === command.key);
  if (before !== undefined)
    return before.type === TYPES[command.do] ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const approver = planApprover(schedule);
  const roles = command.do === "draft" || approver === undefined ? schedule.by : [approver];
  const foreign = notOfRoles(policy, asked.by, roles, schedule.rules);
  if (foreign !== undefined) return refuse(foreign);
  if (command.do !== "draft") return judge(ground, events, command, asked);
  if (approver === undefined) {
    const says = say("此项回访无须计划", "visits of this schedule need no plan");
    return refuse({ code: "nothing-to-do", says, rules: schedule.rules });
  }
  const { plan, key } = command;
  const fields = planFaults(plan, known, schedule.rules[0]);
  if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: schedule.rules });
  const last = events.findLast(({ type }) => type === "drafted");
  const isSame = last?.type === "drafted" && canonicalJson(last.plan) === canonicalJson(plan);
  return accept(isSame ? [] : [{ type: "drafted", ...asked, key, plan }]);
};
