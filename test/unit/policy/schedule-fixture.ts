import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { withOffset } from "../../../shared/calendar/zone.ts";
import { Instant } from "../../../shared/kernel/instant.ts";
import type { Occurrence } from "../../../shared/policy/occurrence.ts";
import { type Occurrences, occurrences } from "../../../shared/policy/occurrences.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import type { Facts } from "../../../shared/policy/terms.ts";
import { source } from "./fixture.ts";

const text = (said: string) => ({ "zh-CN": said, en: said });

export type More = {
  readonly facts?: Facts;
  readonly events?: Readonly<Record<string, string>>;
  /** What the schedule says beside its rhythm. */
  readonly schedule?: object;
};

/** The small policy with one schedule. */
const withSchedule = (rhythm: object, schedule: object = {}): Policy =>
  Policy.parse({
    ...source(),
    schedules: [
      {
        id: "check",
        title: text("check"),
        rules: ["SMW-02"],
        by: ["clerk"],
        duty: { is: "task", what: text("look") },
        rhythm,
        ...schedule,
      },
    ],
  });

/** What the one schedule of the small policy asks for, with mainland China's holidays. */
export const asked = (rhythm: object, from: string, to: string, more: More = {}): Occurrences => {
  const policy = withSchedule(rhythm, more.schedule);
  const [schedule] = policy.schedules;
  const calendar = calendarOf("CN");
  if (schedule === undefined || calendar === undefined) throw new Error("the fixture has a schedule and a calendar");
  const events = Object.fromEntries(Object.entries(more.events ?? {}).map(([name, at]) => [name, Instant.parse(at)]));
  const span = { from: CivilDate.parse(from), to: CivilDate.parse(to) };
  return occurrences(policy, schedule, { ...span, facts: more.facts ?? {}, events, calendar });
};

/** The same, where everything is known. */
export const rows = (rhythm: object, from: string, to: string, more: More = {}): readonly Occurrence[] => {
  const given = asked(rhythm, from, to, more);
  if (!given.known) throw new Error(`not known: ${JSON.stringify(given)}`);
  return given.list;
};

const shown = (at: Instant | undefined): string =>
  at === undefined ? "?" : withOffset(at, "Asia/Shanghai").slice(0, 16);

/** A row in a few words: window, effective due, and its state where it is not planned. */
export const line = ({ window, effectiveDue, state }: Occurrence): string =>
  `${window[0]}…${window[1]} → ${shown(effectiveDue)}${state === "planned" ? "" : ` ${state}`}`;

export const reminderOf = ({ reminder }: Occurrence): string => shown(reminder);
export const nominalOf = ({ nominalDue }: Occurrence): string => shown(nominalDue);
