import type { Calendar } from "../calendar/calendar.ts";
import { CivilDate } from "../calendar/civil-date.ts";
import { civilDate, withOffset } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { type Differences, differs, type ExampleRun, run } from "./example-run.ts";
import type { Occurrence } from "./occurrence.ts";
import { occurrences } from "./occurrences.ts";
import type { Policy } from "./policy.ts";
import type { Schedule } from "./schedule.ts";

type Example = Schedule["examples"][number];

const rowDiffers = (zone: string, row: Occurrence, wanted: Example["gives"][number]): Differences => {
  const shown = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : withOffset(at, zone));
  const reminded = row.reminder === undefined ? null : civilDate(row.reminder, zone);
  const state = wanted.calendarMissing === undefined ? wanted.state : "CALENDAR_MISSING";
  return [
    ...differs("the window", wanted.window?.join(" to "), row.window.join(" to ")),
    ...differs("nominalDue", shown(wanted.nominalDue), shown(row.nominalDue)),
    ...differs("effectiveDue", shown(wanted.effectiveDue), shown(row.effectiveDue)),
    ...differs("reminder", wanted.reminder, reminded),
    ...differs("state", state, row.state),
    ...differs("the missing calendar", wanted.calendarMissing, row.year),
  ];
};

const scheduleDiffers = (policy: Policy, schedule: Schedule, example: Example, calendar: Calendar): Differences => {
  const [from, to] = [CivilDate.parse(example.from), CivilDate.parse(example.to)];
  const { facts, events, gives } = example;
  const given = occurrences(policy, schedule, { from, to, facts, events, calendar });
  if (!given.known) return [`it leaves open ${[...given.missingFacts, ...given.missingEvents].join(" and ")}`];
  const { list } = given;
  const windows = list.map(({ window }) => window.join(" to ")).join(", ");
  if (list.length !== gives.length) return [`it gives ${list.length} and not ${gives.length}: ${windows || "none"}`];
  return list.flatMap((row, at) => {
    const wanted = gives[at];
    return wanted === undefined ? [] : rowDiffers(policy.calendar.timeZone, row, wanted);
  });
};

/** Runs the worked examples of the schedules. */
export const scheduleExamples = (policy: Policy, calendar: Calendar): readonly ExampleRun[] =>
  policy.schedules.flatMap((schedule, at) =>
    schedule.examples.map((example, nth) => {
      const path = `schedules[${at}].examples[${nth}]`;
      return run(path, `schedule ${schedule.id}`, example.why, scheduleDiffers(policy, schedule, example, calendar));
    }),
  );
