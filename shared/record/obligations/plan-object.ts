import { addDays, addMonths, type CivilDate, weekday, yearOf } from "../../calendar/civil-date.ts";
import { atTime, civilDate } from "../../calendar/zone.ts";
import type { Rulebook } from "../../case/clocks.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Instant } from "../../kernel/instant.ts";
import { houseSchedules } from "../../obligation/bearer.ts";
import type { ObligationEvent } from "../../obligation/event.ts";
import { houseId } from "../../obligation/house.ts";
import { type DutyObject, retiredOf, schedulesOf } from "../../obligation/object.ts";
import { obligationOf } from "../../obligation/obligation.ts";
import { type ApprovedPlan, yearPlanOf } from "../../obligation/plan.ts";
import { dropAll, replan } from "../../obligation/replan.ts";
import { MONTHS_AHEAD, type Owed, slotsOf } from "../../obligation/slots.ts";
import { planApprover } from "../../policy/occurrences.ts";
import type { PolicyRef } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { inTurns } from "../in-turns.ts";
import { policyOf } from "../intake.ts";
import { rulebookOf } from "../rulebook.ts";
import { grownObligation, loadObligation, type ObligationDeps } from "./change.ts";
import { listOf, type ObjectRef, type ObligationRecord } from "./obligations.ts";

/** Every night after the day has begun. */
const NIGHTLY = "00:05";
/** On Mondays everything is compared, on other nights the days that came within the year. */
const ALL = 1;

/** The plans of this year and the next that were approved, where the schedule asks for any. */
const plansOf = async (
  { obligations }: ObligationDeps,
  { org, policy }: DutyObject,
  { id: schedule, ...rest }: Schedule,
  today: CivilDate,
): Promise<readonly ApprovedPlan[]> => {
  if (planApprover({ id: schedule, ...rest }) === undefined) return [];
  const years = [yearOf(today), yearOf(today) + 1];
  const found = await Promise.all(years.map((year) => obligations.plan({ org, policy, schedule, year })));
  return found.flatMap((record) => {
    const { plan, approvedAt } = record === undefined ? {} : yearPlanOf(record.timeline);
    return plan === undefined || approvedAt === undefined ? [] : [{ ...plan, approvedAt }];
  });
};

type Asking = { readonly schedule: Schedule; readonly plans: readonly ApprovedPlan[] };
type Ground = Rulebook & {
  readonly ref: PolicyRef;
  readonly linkKey: string;
  readonly asking: readonly Asking[];
};

/** What a regulation asks of the company itself: nothing by a schedule that things are registered under. */
const ofHouse = async ({ obligations }: ObligationDeps, { org }: DutyObject, { policy, calendar }: Rulebook) => {
  const found = houseSchedules(policy, calendar).map(async (schedule) => {
    const page = await obligations.under({ org, policy: policy.id, schedule: schedule.id }, 1);
    return page.items.length === 0 ? [schedule] : [];
  });
  return (await Promise.all(found)).flat();
};

/**
 * The regulation as it is in force now, of which what is planned follows every new version, with what it asks of the
 * object; undefined where it has lost all its schedules, or the company the regulation.
 */
const groundOf = async (deps: ObligationDeps, object: DutyObject): Promise<Ground | undefined> => {
  const found = await policyOf(deps, object.org, object.policy);
  if (!found.ok) return undefined;
  const { ref, org, now } = found.value;
  const rulebook = await rulebookOf(deps.orgs, { org: object.org, policy: ref });
  const named = schedulesOf(object);
  const isHouse = object.kind === "house";
  const schedules = isHouse
    ? await ofHouse(deps, object, rulebook)
    : rulebook.policy.schedules.filter(({ id }) => named.includes(id));
  if (schedules.length === 0 && !isHouse) return undefined;
  const today = civilDate(now, rulebook.policy.calendar.timeZone);
  const asking = await Promise.all(
    schedules.map(async (schedule) => ({ schedule, plans: await plansOf(deps, object, schedule, today) })),
  );
  return { ...rulebook, ref, linkKey: org.linkKey, asking };
};

/** What planning hangs on: while this stays the same, what was planned does. */
const stampOf = ({ ref, asking, calendar }: Ground, { changedAt, lastDone }: DutyObject): string =>
  canonicalJson({
    policy: `${ref.id} ${ref.version} ${ref.hash}`,
    years: calendar.lastYear,
    asking: asking.map(({ schedule, plans }) => [schedule.id, ...plans.map(({ approvedAt }) => approvedAt)]),
    changedAt,
    lastDone,
  });

type Span = { readonly now: Instant; readonly from: CivilDate };

const owedBy = (deps: ObligationDeps, ground: Ground, object: DutyObject, span: Span): readonly Owed[] => {
  const draw = (what: string) => deps.draw(ground.linkKey, `${ground.policy.id}/${what}`);
  return retiredOf(object) === undefined
    ? ground.asking.flatMap(({ schedule, plans }) => slotsOf({ ...ground, schedule, draw }, object, plans, span))
    : [];
};

const write = async (deps: ObligationDeps, ground: Ground, object: DutyObject, span: Span): Promise<void> => {
  const { now, from } = span;
  const stored = await deps.obligations.obligationsOf(object, from);
  const isRetired = retiredOf(object) !== undefined;
  const { begun, changed } = isRetired ? dropAll(stored, now) : replan(owedBy(deps, ground, object, span), stored, now);
  const known = new Map(stored.map((one) => [one.id, one]));
  const under = (id: string) => {
    const schedule = ground.policy.schedules.find(
      (one) => id.endsWith(`.${one.id}`) || known.get(id)?.schedule === one.id,
    );
    const list = listOf(object.visitor ?? { roles: schedule?.by ?? [] });
    return schedule && ({ policy: ground.ref, schedule: schedule.id, list } as const);
  };
  const save = (record: ObligationRecord, events: readonly ObligationEvent[]) =>
    deps.obligations.saveObligation(grownObligation(ground, record, events, now)); // overtaken: looked at again on Monday
  await inTurns(begun, async ({ id, event }) => {
    const own = under(id);
    const schedule = ground.policy.schedules.find((one) => one.id === own?.schedule);
    const kind = schedule?.duty.is === "visit" ? "visit" : "duty";
    if (own !== undefined)
      await save({ kind, org: object.org, object: object.id, ...own, id, version: 0, timeline: [] }, [event]);
  });
  await inTurns(changed, async ({ id, event }) => {
    const before = known.get(id);
    if (before !== undefined) await save(event.type === "dropped" ? before : { ...before, ...under(id) }, [event]);
  });
  const moved = new Set(changed.map(({ id }) => id));
  await inTurns(stored, async (one) => {
    const own = under(one.id);
    if (one.opensAt === undefined || moved.has(one.id) || own === undefined) return;
    // what somebody has begun goes on by the version under which they began it
    const next = obligationOf(one.timeline).touched ? { ...one, list: own.list } : { ...one, ...own };
    if (canonicalJson(next) !== canonicalJson(one)) await save(next, []);
  });
};

/** Lists the object under the schedules that ask something of it, so that the company itself does not owe that as well. */
const listUnder = async (deps: ObligationDeps, object: DutyObject, ground: Ground | undefined) => {
  if (object.kind === "house") return [];
  const wanted = retiredOf(object) === undefined ? (ground?.asking ?? []).map(({ schedule }) => schedule.id) : [];
  const { org, policy, id, under } = object;
  const changed = [...wanted.filter((one) => !under.includes(one)), ...under.filter((one) => !wanted.includes(one))];
  for (const schedule of changed) await deps.obligations.list({ org, policy, schedule }, id, wanted.includes(schedule));
  const house = changed.length === 0 ? undefined : await deps.obligations.object({ org, id: houseId(policy) });
  if (house !== undefined) await deps.obligations.saveObject({ ...house, wakeAt: deps.now() });
  return wanted;
};

/** Nothing is asked for any more by a regulation that lost its schedules, or that the company gave up. */
const dropLost = async (deps: ObligationDeps, ref: ObjectRef, now: Instant): Promise<void> => {
  for (const { id, event } of dropAll(await deps.obligations.obligationsOf(ref), now).changed) {
    const found = await loadObligation(deps, { org: ref.org, object: ref.id, id });
    if (found !== undefined) await deps.obligations.saveObligation(grownObligation(found, found.record, [event], now));
  }
};

/**
 * Plans what one object, or the company itself, owes for the year to come, by the regulation in force and the plans
 * approved by now, and leaves it to the next night. What was planned is left as it is unless something changed; a plan that
 * dies in the middle is gone on with by whoever comes next.
 */
export const planObject = async (deps: ObligationDeps, ref: ObjectRef): Promise<void> => {
  const object = await deps.obligations.object(ref);
  const now = deps.now();
  if (object?.wakeAt === undefined || object.wakeAt > now) return;
  const ground = await groundOf(deps, object);
  const zone = ground?.policy.calendar.timeZone ?? "UTC";
  const today = civilDate(now, zone);
  const stamp = ground && stampOf(ground, object);
  const before = weekday(today) !== ALL && object.planned?.ground === stamp ? object.planned?.until : undefined;
  const from = before === undefined ? today : addDays(before, 1);
  if (ground === undefined) await dropLost(deps, ref, now);
  else await write(deps, ground, object, { now, from });
  const under = await listUnder(deps, object, ground);
  const planned = stamp === undefined ? undefined : { ground: stamp, until: addMonths(today, MONTHS_AHEAD) };
  const wakeAt = retiredOf(object) === undefined ? atTime(addDays(today, 1), NIGHTLY, zone) : undefined;
  await deps.obligations.saveObject({ ...object, wakeAt, under, planned }); // overtaken: it was changed and is planned once more
};
