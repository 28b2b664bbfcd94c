import type { Calendar } from "../calendar/calendar.ts";
import type { Duration } from "./duration.ts";
import { lintCondition } from "./lint-facts.ts";
import type { Policy } from "./policy.ts";
import { type Declared, known, type Problem, problem, refers } from "./problem.ts";
import type { Rhythm, Schedule } from "./schedule.ts";

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const exists = (monthDay: string): boolean =>
  Number(monthDay.slice(3)) <= (DAYS[Number(monthDay.slice(0, 2)) - 1] ?? 0);

const inDays: Readonly<Record<Duration["kind"], number | undefined>> = {
  days: 1,
  weeks: 7,
  months: 30.5,
  years: 366,
  hours: undefined,
  workingDays: undefined,
  sameDay: undefined,
};

const lintAges = (
  path: string,
  id: string,
  bands: Extract<Rhythm, { kind: "by-age" }>["bands"],
): readonly Problem[] => {
  const lengths = bands.flatMap(({ until, every }) => [...(until === undefined ? [] : [until]), every]);
  if (lengths.some(({ kind }) => inDays[kind] === undefined))
    return [problem(path, "age-not-in-days", `Ages and rhythms of "${id}" are said in days, weeks, months or years.`)];
  const ends = bands.map(({ until }) => (until === undefined ? Infinity : until.n * (inDays[until.kind] ?? 0)));
  return ends.some((end, at) => at > 0 && end <= (ends[at - 1] ?? 0))
    ? [
        problem(
          path,
          "ages-not-in-order",
          `Each age of "${id}" must be greater than the one before; only the last may stay open.`,
        ),
      ]
    : [];
};

/** What the words of a rhythm must be for there to be a rhythm. */
export const lintRhythm = (
  policy: Policy,
  path: string,
  { id, rhythm }: Schedule,
  declared: Declared,
  calendar: Calendar | undefined,
): readonly Problem[] => {
  switch (rhythm.kind) {
    case "yearly":
      return rhythm.windows.flatMap(({ from, to }, at) =>
        [from, to]
          .filter((day) => !exists(day))
          .map((day) => problem(`${path}.windows[${at}]`, "no-such-day", `There is no ${day} in any year.`)),
      );
    case "after":
      return [
        ...refers(declared, "events", `${path}.event`, rhythm.event),
        ...rhythm.lengths.flatMap(({ when }, at) => lintCondition(policy, `${path}.lengths[${at}].when`, when)),
        ...(rhythm.repeats && rhythm.lengths.some(({ within }) => within.kind === "sameDay")
          ? [problem(path, "repeats-same-day", `"${id}" is due on the day itself: say \`repeats: false\`.`)]
          : []),
      ];
    case "by-age":
      return [
        ...refers(declared, "events", `${path}.event`, rhythm.event),
        ...lintAges(`${path}.bands`, id, rhythm.bands),
      ];
    case "by-plan":
      return refers(declared, "people", `${path}.approvedBy`, rhythm.approvedBy);
    case "holidays": {
      const names = new Set((calendar?.days ?? []).flatMap(({ holiday }) => holiday?.["zh-CN"] ?? []));
      return rhythm.names
        .filter((name) => !names.has(name))
        .map((name) =>
          problem(
            `${path}.names`,
            "unknown-holiday",
            `The calendar has no holiday "${name}"; there are ${known(names)}.`,
          ),
        );
    }
    default:
      return [];
  }
};
