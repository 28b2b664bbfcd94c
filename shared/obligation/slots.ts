import type { Calendar } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate, yearOf } from "../calendar/civil-date.ts";
import { civilDate, startOfDay } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Occurrence } from "../policy/occurrence.ts";
import { APPROVED, occurrences, planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { Slot } from "./event.ts";
import type { DutyObject } from "./object.ts";
import { type ApprovedPlan, spread } from "./plan.ts";

/** So far ahead visits are planned. */
const MONTHS_AHEAD = 12;

/** A visit that is owed: `id` is the last day of its window, and the how manieth of that window it is. */
export type Owed = { readonly id: string; readonly slot: Slot };

type Ground = { readonly policy: Policy; readonly schedule: Schedule; readonly calendar: Calendar };
type Planned = Pick<DutyObject, "id" | "events" | "facts">;

/** The schedules of a regulation by which something is visited. */
export const visitSchedules = ({ schedules }: Pick<Policy, "schedules">): readonly Schedule[] =>
  schedules.filter(({ duty }) => duty.is === "visit");

const slotOf = ({ window, nominalDue, effectiveDue, reminder, state, why }: Occurrence): Slot | undefined => {
  // of a year whose holidays nobody knows yet the nominal end holds until they are published
  const due = effectiveDue ?? nominalDue;
  return due && { window: [...window], due, reminder, waived: state === "waived", why };
};

/** What a schedule asks for between two days, without plans, or by one approved plan. */
const asked = (
  { policy, schedule, calendar }: Ground,
  { events, facts }: Planned,
  [from, to]: readonly [CivilDate, CivilDate],
  approved?: Instant,
): readonly Slot[] => {
  const { timeZone } = policy.calendar;
  const moments = Object.fromEntries(
    Object.entries(events).map(([name, day]): [string, Instant] => [name, startOfDay(day, timeZone)]),
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

const numbered = (slots: readonly Slot[]): readonly Owed[] => {
  const seen = new Map<string, number>();
  return slots.map((slot) => {
    const n = (seen.get(slot.window[1]) ?? 0) + 1;
    seen.set(slot.window[1], n);
    return { id: `${slot.window[1]}-${n}`, slot };
  });
};

/**
 * Every visit that an object is owed whose window ends from today on, a year ahead (ITS-14, ITS-15, RES-15). Nothing for
 * what ended before it was listed, and nothing of a yearly plan before that is approved (AS-107): the plan then says when.
 */
export const slotsOf = (
  ground: Ground,
  object: Planned,
  plans: readonly ApprovedPlan[],
  now: Instant,
): readonly Owed[] => {
  const { timeZone } = ground.policy.calendar;
  const today = civilDate(now, timeZone);
  const ahead = [today, addMonths(today, MONTHS_AHEAD)] as const;
  if (planApprover(ground.schedule) === undefined) return numbered(asked(ground, object, ahead));
  const slots = plans.flatMap((plan) => {
    const end = addDays(`${plan.year + 1}-01-01` as CivilDate, -1); // a year of four figures, by the plan's schema
    const year = asked(ground, object, [today, end], plan.approvedAt).filter(
      ({ window: [, last] }) => yearOf(last) === plan.year,
    );
    return spread(ground, plan, object.id, year);
  });
  return numbered(
    slots.filter(({ window: [, last] }) => last >= today).sort((a, b) => (a.window[1] < b.window[1] ? -1 : 1)),
  );
};
