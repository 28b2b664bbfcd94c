import { addDays } from "../calendar/civil-date.ts";
import { periodName, periodOf, type Window } from "../calendar/period.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Corrective } from "../policy/liability.ts";
import type { Policy } from "../policy/policy.ts";
import { sameName } from "../policy/repetition.ts";

/** What is counted of a finding. */
export type Counted = {
  readonly code: string;
  readonly title: Text;
  readonly department: string;
  readonly doneAt: Instant;
};

/** The same problem so often, or in so many departments, in one period that the regulation demands action (PSI-24, A-68). */
export type CommonProblem = {
  readonly corrective: Corrective;
  readonly code: string;
  readonly title: Text;
  readonly period: string;
  readonly window: Window;
  readonly departments: readonly string[];
  readonly times: number;
};

/** The actions of a regulation that common problems demand: the same code, counted of findings and of no case. */
export const commonActions = ({ corrective }: Policy): readonly Corrective[] =>
  corrective.filter(
    ({ trigger }) => trigger.on === "repetition" && trigger.of === "code" && trigger.subject === undefined,
  );

/** Every period that a stretch of days touches. */
const periodsIn = ([from, to]: Window, per: "month" | "quarter" | "year"): readonly Window[] => {
  const found: Window[] = [];
  for (let one = periodOf(from, per); one[0] <= to; one = periodOf(addDays(one[1], 1), per)) found.push(one);
  return found;
};

/** The days whose findings decide which problems of a stretch are common: its periods whole. */
export const daysCounted = (policy: Policy, window: Window): Window =>
  commonActions(policy).reduce<Window>((days, { trigger }) => {
    if (trigger.on !== "repetition") return days;
    const [from] = periodOf(window[0], trigger.per);
    const [, to] = periodOf(window[1], trigger.per);
    return [[from, days[0]].sort()[0] ?? from, [to, days[1]].sort()[1] ?? to];
  }, window);

/** The common problems of a stretch of days among findings (AS-35), in the order in which they were found first. */
export const commonProblems = (
  policy: Policy,
  findings: readonly Counted[],
  window: Window,
): readonly CommonProblem[] =>
  commonActions(policy).flatMap((corrective) => {
    const { trigger } = corrective;
    if (trigger.on !== "repetition") return [];
    return periodsIn(window, trigger.per).flatMap((days) => {
      const groups = new Map<string, Counted[]>();
      for (const one of findings) {
        const day = civilDate(one.doneAt, policy.calendar.timeZone);
        if (day >= days[0] && day <= days[1]) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
      }
      return [...groups].flatMap(([code, found]): readonly CommonProblem[] => {
        const departments = new Map(found.map(({ department }) => [sameName(department), department]));
        const [first] = found;
        const wide = trigger.departments !== undefined && departments.size >= trigger.departments;
        if (first === undefined || (found.length < trigger.times && !wide)) return [];
        const period = periodName(days, trigger.per);
        const { title } = first;
        return [
          {
            corrective,
            code,
            title,
            period,
            window: days,
            departments: [...departments.values()],
            times: found.length,
          },
        ];
      });
    });
  });
