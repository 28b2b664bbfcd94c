import { addDays } from "../../calendar/civil-date.ts";
import { calendarOf } from "../../calendar/known.ts";
import type { Actor } from "../../case/actor.ts";
import type { Refusal } from "../../case/fault.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import { notAuthor, notReader } from "../../report/author.ts";
import { type Asked, asked, endOf, isReport, type ReportSchedule } from "../../report/due.ts";
import { periodCovered, type ReportKey, spanNamed } from "../../report/key.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import { type LoadedReport, type ReportDesk, withGround } from "./load.ts";
import { blankReport, unitsOf } from "./plan.ts";

const none = (zh: string, en: string): Refusal => ({ code: "no-such-report", says: say(zh, en), rules: [] });

/** The moment at which a report may first be compiled: its own, where the regulation has a day for it, else the end of what it covers. */
const opens = (policy: Policy, schedule: ReportSchedule, period: string): { at: Instant; of?: Asked } | undefined => {
  const span = spanNamed(period);
  const calendar = calendarOf(policy.calendar.holidays);
  if (span === undefined || calendar === undefined || span.period !== periodCovered(schedule.duty.covers))
    return undefined;
  const [from, to] = span.window;
  const of = asked(policy, schedule, [from, addDays(to, 40)], calendar).find((one) => one.period === period);
  return of === undefined ? { at: endOf(policy, span) } : { at: of.opensAt, of };
};

type Ground = Omit<Extract<Awaited<ReturnType<typeof policyOf>>, { ok: true }>["value"], "now">;

const scheduleOf = ({ policy }: Ground, id: string): ReportSchedule | undefined =>
  policy.schedules.filter(isReport).find((one) => one.id === id);

/** Why there is no report of a stretch, for somebody who may read it: it is not over yet, or nobody made one (AS-30). */
export const whyNone = async (
  deps: Pick<ReportDesk, "orgs" | "now">,
  org: string,
  key: ReportKey,
  by: Actor,
): Promise<Refusal | IntakeRefusal> => {
  const ground = await policyOf(deps, org, key.policy);
  if (!ground.ok) return ground.error;
  const schedule = scheduleOf(ground.value, key.schedule);
  if (schedule === undefined) return none("制度没有此报告", "the regulation has no such report");
  const unit = unitsOf(ground.value.org, schedule).find((one) => one?.id === key.unit);
  const foreign = notReader(ground.value.policy, schedule, unit, by);
  if (foreign !== undefined) return foreign;
  const open = opens(ground.value.policy, schedule, key.period);
  if (open === undefined) return none("没有此报告期", "there is no such period of it");
  return deps.now() < open.at ? notEnded(schedule) : none("尚无此报告", "nobody has made this report");
};

const notEnded = ({ rules }: ReportSchedule): Refusal => ({
  code: "period-not-ended",
  says: say("报告期尚未结束", "the period has not ended"),
  rules,
});

/**
 * Begins a report that nothing has begun: where the regulation states no frequency, or for a stretch before Aftercare was
 * used. What exists is found again. It is compiled within a minute.
 */
export const beginReport = async (
  deps: ReportDesk,
  org: string,
  { policy: asked, schedule: id, period, unit: unitId }: Partial<ReportKey> & Omit<ReportKey, "policy">,
  by: Actor,
): Promise<Result<LoadedReport, Refusal | IntakeRefusal>> => {
  const ground = await policyOf(deps, org, asked);
  if (!ground.ok) return ground;
  const { policy, ref, now } = ground.value;
  const schedule = scheduleOf(ground.value, id);
  if (schedule === undefined) return refuse(none("制度没有此报告", "the regulation has no such report"));
  const units = unitsOf(ground.value.org, schedule);
  const unit = units.find((one) => one?.id === unitId);
  const foreign = notAuthor(policy, schedule, unit, by);
  if (foreign !== undefined) return refuse(foreign);
  if (unit === undefined && (unitId !== undefined || units[0] !== undefined))
    return refuse(none("请选择部门", "say of which department"));
  const open = opens(policy, schedule, period);
  if (open === undefined) return refuse(none("没有此报告期", "there is no such period of it"));
  if (now < open.at) return refuse(notEnded(schedule));
  const blank = { period, opensAt: now };
  const record = blankReport({ org: ground.value.org, ref, schedule, unit }, { ...open.of, ...blank });
  await deps.reports.save(record); // overtaken: it is there already, which is as good
  const found = await deps.reports.one(record);
  if (found === undefined) throw new Error(`report ${record.id} was begun and is not there`);
  return accept(await withGround(deps.orgs, found));
};
