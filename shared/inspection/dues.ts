import type { Calendar } from "../calendar/calendar.ts";
import { civilDate, endOfDay } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import { dueOf } from "../policy/due.ts";
import { dayReminders } from "../policy/reminders.ts";
import type { Finding } from "./finding.ts";
import { foundOf, type Ground, procedureOf } from "./sides.ts";

/** A deadline of a finding that has neither been kept nor left behind. */
export type FindingDue = {
  readonly clock: string;
  readonly title: Text;
  /** Advisory ones remind and are listed; nobody is late by them (AS-120). */
  readonly grade: "binding" | "advisory";
  readonly due: Instant;
  readonly reminder?: Instant | undefined;
};

/** The name of the day that whoever assigned a finding set. */
const ASSIGNED = "assigned";

/** Of a deadline that began the same day nobody is reminded: they were just asked. */
const unlessAsked = ({ policy }: Ground, from: Instant, reminder: Instant | undefined): Instant | undefined => {
  const zone = policy.calendar.timeZone;
  return reminder !== undefined && civilDate(reminder, zone) > civilDate(from, zone) ? reminder : undefined;
};

/** Since when each event of the regulation has happened to a finding. */
const momentsOf = (ground: Ground, { foundAt, signed, assigned, rectified, verified }: Finding) =>
  new Map<string, Instant | undefined>([
    [foundOf(ground), foundAt],
    ["findingSigned", signed?.at],
    ["rectifierAssigned", assigned?.at],
    [procedureOf(ground)?.doneOn ?? "rectified", rectified?.at],
    ["verified", verified?.passed === true ? verified.at : undefined],
  ]);

const assignedDue = (
  ground: Ground,
  calendar: Calendar,
  { assigned, rectified, state }: Finding,
): readonly FindingDue[] => {
  const { policy } = ground;
  if (assigned?.dueOn === undefined || rectified !== undefined || state === "CLOSED") return [];
  const due = endOfDay(assigned.dueOn, policy.calendar.timeZone);
  const [reminder] = dayReminders(policy, calendar, assigned.at, assigned.dueOn);
  return [
    {
      clock: ASSIGNED,
      title: say("整改期限", "To be put right"),
      grade: "binding",
      due,
      reminder: unlessAsked(ground, assigned.at, reminder),
    },
  ];
};

/**
 * The deadlines that run for a finding: the clocks of the regulation between what happens to it, and the day that was set
 * for it (PSI-09, PSI-12). In the order in which they fall due.
 */
export const duesOf = (ground: Ground & { readonly calendar: Calendar }, finding: Finding): readonly FindingDue[] => {
  const { policy, calendar } = ground;
  if (finding.state === "CLOSED") return [];
  const at = momentsOf(ground, finding);
  const running = policy.clocks.flatMap((clock): readonly FindingDue[] => {
    const from = clock.start === undefined ? undefined : at.get(clock.start);
    if (from === undefined || !at.has(clock.stop) || at.get(clock.stop) !== undefined) return [];
    const due = dueOf(policy, clock, { from, facts: {}, calendar });
    if (due.applies !== true || due.state !== "RUNNING") return [];
    const { grade, effectiveDue, firstReminder } = due;
    return [
      {
        clock: clock.id,
        title: clock.title,
        grade,
        due: effectiveDue,
        reminder: unlessAsked(ground, from, firstReminder),
      },
    ];
  });
  return [...running, ...assignedDue(ground, calendar, finding)].sort((a, b) => (a.due < b.due ? -1 : 1));
};
