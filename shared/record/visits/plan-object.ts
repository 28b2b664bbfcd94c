import { addDays, type CivilDate, yearOf } from "../../calendar/civil-date.ts";
import { atTime, civilDate } from "../../calendar/zone.ts";
import type { Rulebook } from "../../case/clocks.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Instant } from "../../kernel/instant.ts";
import { planApprover } from "../../policy/occurrences.ts";
import type { PolicyRef } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import type { VisitEvent } from "../../visiting/event.ts";
import { retiredOf, type VisitedObject } from "../../visiting/object.ts";
import { type ApprovedPlan, yearPlanOf } from "../../visiting/plan.ts";
import { dropAll, replan } from "../../visiting/replan.ts";
import { slotsOf } from "../../visiting/slots.ts";
import { visitOf } from "../../visiting/visiting.ts";
import { policyOf } from "../intake.ts";
import { rulebookOf } from "../rulebook.ts";
import { grownVisit, loadVisit, type VisitDeps } from "./change.ts";
import { listOf, type ObjectRef, type VisitRecord } from "./visits.ts";

/** Every night after the day has begun. */
const NIGHTLY = "00:05";

/** The plans of this year and the next that were approved, where the schedule asks for any. */
const plansOf = async (
  { visits }: VisitDeps,
  { org, policy, schedule }: VisitedObject,
  today: CivilDate,
): Promise<readonly ApprovedPlan[]> => {
  const years = [yearOf(today), yearOf(today) + 1];
  const found = await Promise.all(years.map((year) => visits.plan({ org, policy, schedule, year })));
  return found.flatMap((record) => {
    const { plan, approvedAt } = record === undefined ? {} : yearPlanOf(record.timeline);
    return plan === undefined || approvedAt === undefined ? [] : [{ ...plan, approvedAt }];
  });
};

type Ground = Rulebook & { readonly ref: PolicyRef; readonly schedule: Schedule };

/** The regulation as it is in force now, of which planned visits follow every new version; undefined where it has lost the schedule, or the company the regulation. */
const groundOf = async (deps: VisitDeps, object: VisitedObject): Promise<Ground | undefined> => {
  const found = await policyOf(deps, object.org, object.policy);
  if (!found.ok) return undefined;
  const { ref } = found.value;
  const rulebook = await rulebookOf(deps.orgs, { org: object.org, policy: ref });
  const schedule = rulebook.policy.schedules.find(({ id }) => id === object.schedule);
  return schedule && { ...rulebook, ref, schedule };
};

const write = async (deps: VisitDeps, ground: Ground, object: VisitedObject, now: Instant): Promise<void> => {
  const { policy, schedule, ref } = ground;
  const today = civilDate(now, policy.calendar.timeZone);
  const plans = planApprover(schedule) === undefined ? [] : await plansOf(deps, object, today);
  const stored = await deps.visits.visitsOf(object, today);
  const { begun, changed } =
    retiredOf(object) === undefined ? replan(slotsOf(ground, object, plans, now), stored, now) : dropAll(stored, now);
  const list = listOf(object.visitor ?? { role: schedule.by[0] ?? "" });
  const under = { policy: ref, schedule: schedule.id, list } as const;
  const fresh = { kind: "visit", org: object.org, object: object.id, ...under } as const;
  const known = new Map(stored.map((one) => [one.id, one]));
  const save = (record: VisitRecord, events: readonly VisitEvent[]) =>
    deps.visits.saveVisit(grownVisit(ground, record, events, now)); // overtaken: the next night looks again
  for (const { id, event } of begun) await save({ ...fresh, id, version: 0, timeline: [] }, [event]);
  for (const { id, event } of changed) {
    const before = known.get(id);
    if (before !== undefined) await save(event.type === "dropped" ? before : { ...before, ...under }, [event]);
  }
  const moved = new Set(changed.map(({ id }) => id));
  for (const one of stored) {
    if (one.opensAt === undefined || moved.has(one.id)) continue;
    // what somebody has begun goes on by the version under which they began it
    const next = visitOf(one.timeline).touched ? { ...one, list } : { ...one, ...under };
    if (canonicalJson(next) !== canonicalJson(one)) await save(next, []);
  }
};

/** Nothing asks for visits any more by a regulation that lost their schedule, or that the company gave up. */
const dropLost = async (deps: VisitDeps, ref: ObjectRef, now: Instant): Promise<void> => {
  for (const { id, event } of dropAll(await deps.visits.visitsOf(ref), now).changed) {
    const found = await loadVisit(deps, { org: ref.org, object: ref.id, id });
    if (found !== undefined) await deps.visits.saveVisit(grownVisit(found, found.record, [event], now));
  }
};

/**
 * Plans the visits of one object for the year to come, by the regulation in force and the plans approved by now, and
 * leaves it to the next night. What was planned is left as it is unless something changed; a plan that dies in the middle
 * is gone on with by whoever comes next.
 */
export const planObject = async (deps: VisitDeps, ref: ObjectRef): Promise<void> => {
  const object = await deps.visits.object(ref);
  const now = deps.now();
  if (object?.wakeAt === undefined || object.wakeAt > now) return;
  const ground = await groundOf(deps, object);
  if (ground === undefined) await dropLost(deps, ref, now);
  else await write(deps, ground, object, now);
  const zone = ground?.policy.calendar.timeZone ?? "UTC";
  const night = atTime(addDays(civilDate(now, zone), 1), NIGHTLY, zone);
  const wakeAt = retiredOf(object) === undefined ? night : undefined;
  await deps.visits.saveObject({ ...object, wakeAt }); // overtaken: it was changed and is planned once more
};
