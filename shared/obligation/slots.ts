import type { Calendar } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate, yearOf } from "../calendar/civil-date.ts";
import { civilDate, startOfDay } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { Occurrence } from "../policy/occurrence.ts";
import { APPROVED, occurrences, planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { drawnDay } from "./draw.ts";
import type { Slot } from "./event.ts";
import type { DutyObject } from "./object.ts";
import { type ApprovedPlan, spread } from "./plan.ts";

/** So far ahead is planned. */
export const MONTHS_AHEAD = 12;

/** What is owed once: `id` is the last day of its window, the how manieth of that window it is, and its schedule. */
export type Owed = { readonly id: string; readonly slot: Slot };

type Ground = {
  readonly policy: Policy;
  readonly schedule: Schedule;
  readonly calendar: Calendar;
  /** A number from 0 up to 1 for what it is drawn for, that nobody can know without the company's key. */
  readonly draw: (what: string) => number;
};
type Planned = Pick<DutyObject, "id" | "events" | "facts" | "lastDone">;

/** The schedules of a regulation by which something is visited. */
export const visitSchedules = ({ schedules }: Pick<Policy, "schedules">): readonly Schedule[] =>
  schedules.filter(({ duty }) => duty.is === "visit");

/** The schedules of a regulation by which something may be owed of an object; surveys ask whole lists. */
export const objectSchedules = ({ schedules }: Pick<Policy, "schedules">): readonly Schedule[] =>
  schedules.filter(({ duty }) => duty.is !== "survey");

/** None of that name stands in the regulation: which do. */
export const unknownSchedule = (schedules: readonly Schedule[]) => {
  const known = schedules.map(({ id }) => id).join(", ");
  const says = say(`制度的定期工作有：${known}`, `the regulation has: ${known}`);
  return refuse({ code: "unknown-schedule", says, rules: [] } as const);
};

const slotOf = ({ window, nominalDue, effectiveDue, reminder, state, why }: Occurrence): Slot | undefined => {
  // of a year whose holidays nobody knows yet the nominal end holds until they are published
  const due = effectiveDue ?? nominalDue;
  return due && { window: [...window], due, reminder, waived: state === "waived", why };
};

/** What a schedule asks for between two days, without plans, or by one approved plan. */
const asked = (
  { policy, schedule, calendar }: Ground,
  { events, facts, lastDone }: Planned,
  [from, to]: readonly [CivilDate, CivilDate],
  approved?: Instant,
): readonly Slot[] => {
  const { timeZone } = policy.calendar;
  const done = lastDone[schedule.id];
  const moments = Object.fromEntries(
    Object.entries(events).map(([name, day]): [string, Instant] => {
      const isCounted = "event" in schedule.rhythm && schedule.rhythm.event === name;
      return [name, startOfDay(isCounted && done !== undefined && done > day ? done : day, timeZone)];
    }),
  );
  const found = occurrences(policy, schedule, {
    from,
    to,
    facts,
    events: approved === undefined ? moments : { ...moments, [APPROVED]: approved },
    calendar,
  });
  return found.known ? found.list.map(slotOf).filter((slot) => slot !== undefined) : [];
};

const numbered = (
  { calendar, schedule, draw }: Ground,
  object: string,
  slots: readonly Slot[],
  today: CivilDate,
): readonly Owed[] => {
  const seen = new Map<string, number>();
  return slots.map((slot) => {
    const n = (seen.get(slot.window[1]) ?? 0) + 1;
    seen.set(slot.window[1], n);
    const id = `${slot.window[1]}-${n}.${schedule.id}`;
    const day = slot.waived ? undefined : drawnDay(calendar, schedule, slot.window, today, draw(`${object}/${id}`));
    return { id, slot: day === undefined ? slot : { ...slot, day } };
  });
};

/**
 * Everything that a schedule asks of an object whose window ends from a day on, a year ahead (ITS-14, ITS-15, RES-15).
 * Nothing of a yearly plan before that is approved (AS-107): the plan then says when.
 */
export const slotsOf = (
  ground: Ground,
  object: Planned,
  plans: readonly ApprovedPlan[],
  { now, from }: { readonly now: Instant; readonly from: CivilDate },
): readonly Owed[] => {
  const today = civilDate(now, ground.policy.calendar.timeZone);
  const until = addMonths(today, MONTHS_AHEAD);
  if (planApprover(ground.schedule) === undefined)
    return numbered(ground, object.id, asked(ground, object, [from, until]), today);
  const slots = plans.flatMap((plan) => {
    const end = addDays(`${plan.year + 1}-01-01` as CivilDate, -1); // a year of four figures, by the plan's schema
    const year = asked(ground, object, [today, end], plan.approvedAt).filter(
      ({ window: [, last] }) => yearOf(last) === plan.year,
    );
    return spread(ground, plan, object.id, year);
  });
  const ahead = slots.filter(({ window: [, last] }) => last >= from);
  return numbered(
    ground,
    object.id,
    ahead.sort((a, b) => (a.window[1] < b.window[1] ? -1 : 1)),
    today,
  );
};
