import type { Covers } from "./duty.ts";
import type { Policy } from "./policy.ts";
import { type Problem, problem } from "./problem.ts";
import type { Rhythm, Schedule } from "./schedule.ts";

const BY_PERIOD: Readonly<Record<"day" | "week" | "month" | "quarter" | "half-year" | "year", readonly Covers[]>> = {
  day: ["day"],
  week: ["week", "previous-week"],
  month: ["month", "previous-month"],
  quarter: ["quarter", "previous-quarter"],
  "half-year": ["half-year"],
  year: ["year", "half-year"],
};

/** What a report of that rhythm can speak of; undefined where any stretch of time may fit. */
const fitting = (rhythm: Rhythm): readonly Covers[] | undefined => {
  switch (rhythm.kind) {
    case "daily":
      return BY_PERIOD.day;
    case "weekday":
      return BY_PERIOD.week;
    case "monthly":
    case "month-end":
      return BY_PERIOD.month;
    case "quarterly":
      // In the first month of a quarter that quarter is not over (K-11).
      return rhythm.month === 1 ? ["previous-quarter"] : BY_PERIOD.quarter;
    case "yearly":
      return BY_PERIOD.year;
    case "every":
    case "random":
    case "by-plan":
      return BY_PERIOD[rhythm.period];
    default:
      return undefined;
  }
};

const inputsOf = ({ duty }: Schedule): readonly string[] =>
  duty.is === "report" || duty.is === "meeting" ? duty.inputs : [];

/** Everything that a report is made from, directly or through other reports. */
const reached = (policy: Policy, from: Schedule): ReadonlySet<string> => {
  const found = new Set(inputsOf(from));
  for (const id of found) {
    const input = policy.schedules.find((one) => one.id === id);
    for (const further of input === undefined ? [] : inputsOf(input)) found.add(further);
  }
  return found;
};

/** A report speaks of a stretch that fits its rhythm, and is not made from itself. */
export const lintReport = (policy: Policy, path: string, schedule: Schedule): readonly Problem[] => {
  const { id, rhythm, duty } = schedule;
  const fit = fitting(rhythm);
  return [
    ...(duty.is === "report" && duty.covers !== "campaign" && fit !== undefined && !fit.includes(duty.covers)
      ? [
          problem(
            `${path}.covers`,
            "covers-misfit",
            `The report "${id}" comes ${rhythm.kind === "every" ? `every ${rhythm.period}` : rhythm.kind} and cannot cover the ${duty.covers}; it can cover the ${fit.join(" or the ")}.`,
          ),
        ]
      : []),
    ...(reached(policy, schedule).has(id)
      ? [problem(`${path}.inputs`, "inputs-in-a-circle", `"${id}" is, through its inputs, made from itself.`)]
      : []),
  ];
};
