import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { accept, type Result } from "../../kernel/result.ts";
import { type DutyObject, retiredOf, schedulesOf } from "../../obligation/object.ts";
import { yearPlanOf } from "../../obligation/plan.ts";
import { decidePlan, type PlanCommand } from "../../obligation/plan-decide.ts";
import { objectSchedules, unknownSchedule } from "../../obligation/slots.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import type { ObligationDeps } from "./change.ts";
import type { PlanRecord } from "./obligations.ts";

type PlanGround = { readonly policy: Policy; readonly schedule: Schedule };

/** Which plan: of a regulation's schedule, for a year. */
export type PlanRef = {
  readonly org: OrgId;
  readonly policy: string | undefined;
  readonly schedule: string;
  readonly year: number;
};

/** Whether a schedule may ask something of an object: any of its regulation of the company itself. */
const isUnder = (object: DutyObject, schedule: string): boolean =>
  object.kind === "house" || schedulesOf(object).includes(schedule);

/** The objects among some that are under the plan's schedule. */
const knownAmong = async (
  { obligations }: ObligationDeps,
  key: Pick<PlanRecord, "org" | "policy" | "schedule">,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const found = await Promise.all([...new Set(ids)].map((id) => obligations.object({ org: key.org, id })));
  return new Set(
    found.flatMap((one) =>
      one?.policy === key.policy && isUnder(one, key.schedule) && retiredOf(one) === undefined ? [one.id] : [],
    ),
  );
};

/** Has the visits of some objects planned anew within a minute; where that fails the next night does it. */
const wakeAll = async ({ obligations, now }: ObligationDeps, org: OrgId, ids: readonly string[]): Promise<void> => {
  for (const id of new Set(ids)) {
    const object = await obligations.object({ org, id });
    if (object !== undefined) await obligations.saveObject({ ...object, wakeAt: now() });
  }
};

/** The ground of a plan: its regulation in force, its schedule, and what is stored of it. */
export const loadPlan = async (deps: ObligationDeps, { org, policy: asked, schedule: of, year }: PlanRef) => {
  const found = await policyOf(deps, org, asked);
  if (!found.ok) return found;
  const { policy } = found.value;
  const schedule = objectSchedules(policy).find(({ id }) => id === of);
  if (schedule === undefined) return unknownSchedule(objectSchedules(policy));
  const key = { org, policy: policy.id, schedule: of, year };
  const empty: PlanRecord = { kind: "visit-plan", ...key, version: 0, timeline: [] };
  return accept({ policy, schedule, record: (await deps.obligations.plan(key)) ?? empty });
};

/**
 * A command to the plan of a year, over the version that was read. Once it is approved its visits are planned (AS-107);
 * once it is changed they are dropped until it is approved again.
 */
export const changePlan = async (
  deps: ObligationDeps,
  ref: PlanRef,
  command: PlanCommand,
  by: Asked["by"],
): Promise<Result<{ readonly ground: PlanGround; readonly record: PlanRecord }, Refusal | IntakeRefusal>> => {
  for (let tries = 1; ; tries += 1) {
    const found = await loadPlan(deps, ref);
    if (!found.ok) return found;
    const { record, ...ground } = found.value;
    const ids = command.do === "draft" ? command.plan.visits.map(({ object }) => object) : [];
    const known = await knownAmong(deps, record, ids);
    const decided = decidePlan(ground, record.timeline, command, { at: deps.now(), by }, known);
    if (!decided.ok) return decided;
    const next = { ...record, timeline: [...record.timeline, ...decided.value] };
    const before = record.timeline.length === 0 ? [] : yearPlanOf(record.timeline).plan.visits;
    if (decided.value.length > 0 && (await deps.obligations.savePlan(next)) === "overtaken") {
      await deps.pause?.(tries);
      continue;
    }
    const after = yearPlanOf(next.timeline).plan.visits;
    await wakeAll(
      deps,
      ref.org,
      [...before, ...after].map(({ object }) => object),
    ); // of a repeat too: the first may have died
    return accept({ ground, record: next });
  }
};
