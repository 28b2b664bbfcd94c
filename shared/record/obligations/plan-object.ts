import { addDays, type CivilDate, yearOf } from "../../calendar/civil-date.ts";
import { atTime, civilDate } from "../../calendar/zone.ts";
import type { Rulebook } from "../../case/clocks.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { ObligationEvent } from "../../obligation/event.ts";
import { type DutyObject, retiredOf } from "../../obligation/object.ts";
import { obligationOf } from "../../obligation/obligation.ts";
import { type ApprovedPlan, yearPlanOf } from "../../obligation/plan.ts";
import { dropAll, replan } from "../../obligation/replan.ts";
import { slotsOf } from "../../obligation/slots.ts";
import { planApprover } from "../../policy/occurrences.ts";
import type { PolicyRef } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { policyOf } from "../intake.ts";
import { rulebookOf } from "../rulebook.ts";
import { grownObligation, loadObligation, type ObligationDeps } from "./change.ts";
import { listOf, type ObjectRef, type ObligationRecord } from "./obligations.ts";

/** Every night after the day has begun. */
const NIGHTLY = "00:05";

/** The plans of this year and the next that were approved, where the schedule asks for any. */
const plansOf = async (
  { obligations }: ObligationDeps,
  { org, policy, schedule }: DutyObject,
  today: CivilDate,
): Promise<readonly ApprovedPlan[]> => {
  const years = [yearOf(today), yearOf(today) + 1];
  const found = await Promise.all(years.map((year) => obligations.plan({ org, policy, schedule, year })));
  return found.flatMap((record) => {
    const { plan, approvedAt } = record === undefined ? {} : yearPlanOf(record.timeline);
    return plan === undefined || approvedAt === undefined ? [] : [{ ...plan, approvedAt }];
  });
};

type Ground = Rulebook & { readonly ref: PolicyRef; readonly schedule: Schedule };

/** The regulation as it is in force now, of which planned visits follow every new version; undefined where it has lost the schedule, or the company the regulation. */
const groundOf = async (deps: ObligationDeps, object: DutyObject): Promise<Ground | undefined> => {
  const found = await policyOf(deps, object.org, object.policy);
  if (!found.ok) return undefined;
  const { ref } = found.value;
  const rulebook = await rulebookOf(deps.orgs, { org: object.org, policy: ref });
  const schedule = rulebook.policy.schedules.find(({ id }) => id === object.schedule);
  return schedule && { ...rulebook, ref, schedule };
};

const write = async (deps: ObligationDeps, ground: Ground, object: DutyObject, now: Instant): Promise<void> => {
  const { policy, schedule, ref } = ground;
  const today = civilDate(now, policy.calendar.timeZone);
  const plans = planApprover(schedule) === undefined ? [] : await plansOf(deps, object, today);
  const stored = await deps.obligations.obligationsOf(object, today);
  const { begun, changed } =
    retiredOf(object) === undefined ? replan(slotsOf(ground, object, plans, now), stored, now) : dropAll(stored, now);
  const list = listOf(object.visitor ?? { role: schedule.by[0] ?? "" });
  const under = { policy: ref, schedule: schedule.id, list } as const;
  const fresh = { kind: "visit", org: object.org, object: object.id, ...under } as const;
  const known = new Map(stored.map((one) => [one.id, one]));
  const save = (record: ObligationRecord, events: readonly ObligationEvent[]) =>
    deps.obligations.saveObligation(grownObligation(ground, record, events, now)); // overtaken: the next night looks again
  for (const { id, event } of begun) await save({ ...fresh, id, version: 0, timeline: [] }, [event]);
  for (const { id, event } of changed) {
    const before = known.get(id);
    if (before !== undefined) await save(event.type === "dropped" ? before : { ...before, ...under }, [event]);
  }
  const moved = new Set(changed.map(({ id }) => id));
  for (const one of stored) {
    if (one.opensAt === undefined || moved.has(one.id)) continue;
    // what somebody has begun goes on by the version under which they began it
    const next = obligationOf(one.timeline).touched ? { ...one, list } : { ...one, ...under };
    if (canonicalJson(next) !== canonicalJson(one)) await save(next, []);
  }
};

/** Nothing asks for visits any more by a regulation that lost their schedule, or that the company gave up. */
const dropLost = async (deps: ObligationDeps, ref: ObjectRef, now: Instant): Promise<void> => {
  for (const { id, event } of dropAll(await deps.obligations.obligationsOf(ref), now).changed) {
    const found = await loadObligation(deps, { org: ref.org, object: ref.id, id });
    if (found !== undefined) await deps.obligations.saveObligation(grownObligation(found, found.record, [event], now));
  }
};

/**
 * Plans the visits of one object for the year to come, by the regulation in force and the plans approved by now, and
 * leaves it to the next night. What was planned is left as it is unless something changed; a plan that dies in the middle
 * is gone on with by whoever comes next.
 */
export const planObject = async (deps: ObligationDeps, ref: ObjectRef): Promise<void> => {
  const object = await deps.obligations.object(ref);
  const now = deps.now();
  if (object?.wakeAt === undefined || object.wakeAt > now) return;
  const ground = await groundOf(deps, object);
  if (ground === undefined) await dropLost(deps, ref, now);
  else await write(deps, ground, object, now);
  const zone = ground?.policy.calendar.timeZone ?? "UTC";
  const night = atTime(addDays(civilDate(now, zone), 1), NIGHTLY, zone);
  const wakeAt = retiredOf(object) === undefined ? night : undefined;
  await deps.obligations.saveObject({ ...object, wakeAt }); // overtaken: it was changed and is planned once more
};
