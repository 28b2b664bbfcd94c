import type { Calendar } from "../calendar/calendar.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import { holds } from "./holds.ts";
import type { Asked, Occurrence } from "./occurrence.ts";
import { type Policy, roleTitle } from "./policy.ts";
import type { Schedule } from "./schedule.ts";
import { afterEvent, byAge } from "./schedule-after.ts";
import { covering } from "./schedule-covers.ts";
import { byMonthDay, byMonthEnd, onWeekday } from "./schedule-dates.ts";
import { daily, everyPeriod, onHolidays, yearly } from "./schedule-frequency.ts";
import type { Facts } from "./terms.ts";
import { joined, sayCondition } from "./wording.ts";

/** The event that lets an approved plan begin (PRV-01, OSA-01). */
export const APPROVED = "approved";

/** All occurrences asked for, with a note where the regulation asks for none; or what must be known first. */
export type Occurrences =
  | { readonly known: true; readonly list: readonly Occurrence[]; readonly note?: Text }
  | { readonly known: false; readonly missingFacts: readonly string[]; readonly missingEvents: readonly string[] };

type Situation = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly facts: Facts;
  /** When what this schedule counts from happened: a delivery, the last inspection, the approval of the plan. */
  readonly events: Readonly<Record<string, Instant>>;
  readonly calendar: Calendar;
};

const listed = (list: readonly Occurrence[]): Occurrences => ({ known: true, list });
const none = (note: Text): Occurrences => ({ known: true, list: [], note });
const lacking = (missingFacts: readonly string[], missingEvents: readonly string[] = []): Occurrences => ({
  known: false,
  missingFacts,
  missingEvents,
});

export const UNSTATED: Text = { "zh-CN": "制度未规定频次", en: "frequency not stated in the regulation" };

const afterLength = (
  asked: Asked,
  rhythm: Extract<Schedule["rhythm"], { kind: "after" }>,
  { facts, events }: Situation,
) => {
  const event = events[rhythm.event];
  if (event === undefined) return lacking([], [rhythm.event]);
  for (const { when, within } of rhythm.lengths) {
    const applies = holds(asked.policy, when, facts);
    if (applies.is === "unknown") return lacking(applies.missingFacts);
    if (applies.is) return listed(afterEvent(asked, { ...rhythm, event, within }));
  }
  return none({ "zh-CN": "所给情况没有规定期限", en: "the regulation gives no length for these facts" });
};

const byRhythm = (asked: Asked, { rhythm }: Schedule, situation: Situation): Occurrences => {
  switch (rhythm.kind) {
    case "daily":
      return listed(daily(asked, rhythm));
    case "every":
    case "random":
    case "by-plan":
      return listed(everyPeriod(asked, rhythm));
    case "weekday":
      return listed(onWeekday(asked, rhythm));
    case "monthly":
    case "quarterly":
      return listed(byMonthDay(asked, rhythm));
    case "month-end":
      return listed(byMonthEnd(asked));
    case "yearly":
      return listed(yearly(asked, rhythm));
    case "after":
      return afterLength(asked, rhythm, situation);
    case "by-age": {
      const event = situation.events[rhythm.event];
      return event === undefined ? lacking([], [rhythm.event]) : listed(byAge(asked, event, rhythm.bands));
    }
    case "holidays":
      return listed(onHolidays(asked, rhythm));
    case "unstated":
      return none(UNSTATED);
    default:
      return never(rhythm);
  }
};

/** Who must approve the plan before anything is generated; undefined where no plan is needed. */
export const planApprover = ({ rhythm, afterApprovalBy }: Schedule): string | undefined =>
  afterApprovalBy ?? (rhythm.kind === "by-plan" ? rhythm.approvedBy : undefined);

/**
 * Everything that a schedule asks for whose window ends, nominally, within the two days (S-1 … S-17; K-5 … K-12). Days are
 * those of the policy's time zone. Frequency windows and safety inspections are not rolled, report dates are. Before the
 * event `approved` a plan asks for nothing, and after it for nothing that ended before (AS-107).
 */
export const occurrences = (policy: Policy, schedule: Schedule, situation: Situation): Occurrences => {
  const { calendar, from, to, facts, events } = situation;
  const applies = holds(policy, schedule.when, facts);
  if (applies.is === "unknown") return lacking(applies.missingFacts);
  if (!applies.is && schedule.when !== undefined)
    return none(joined([{ "zh-CN": "仅适用于", en: "only when" }, sayCondition(policy, schedule.when)], "", " "));
  const approver = planApprover(schedule);
  const approved = events[APPROVED];
  if (approver !== undefined && approved === undefined) {
    const title = roleTitle(policy, approver);
    return none({
      "zh-CN": `计划经${title?.["zh-CN"] ?? approver}批准后才生成`,
      en: `nothing before the plan is approved by: ${title?.en ?? approver}`,
    });
  }
  const given = byRhythm({ policy, calendar, from, to }, schedule, situation);
  if (!given.known) return given;
  const since = approver === undefined || approved === undefined ? from : civilDate(approved, policy.calendar.timeZone);
  const list = given.list.filter(({ window }) => window[1] >= since).map((one) => covering(schedule.duty, one));
  return { ...given, list };
};
