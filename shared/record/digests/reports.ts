import { calendarOf } from "../../calendar/known.ts";
import { civilDate } from "../../calendar/zone.ts";
import type { Line } from "../../digest/digest.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import { rolesSaid } from "../../policy/wording.ts";
import type { Unit } from "../../report/author.ts";
import { asked as dueReports, type ReportSchedule, reportsOf } from "../../report/due.ts";
import { reportId } from "../../report/key.ts";
import { reportOf } from "../../report/report.ts";
import { inTurns } from "../in-turns.ts";
import { openUntil } from "../kept.ts";
import { type Org, type OrgStore, orgOf } from "../org.ts";
import { unitsOf } from "../reports/plan.ts";
import type { ReportStore } from "../reports/reports.ts";
import type { Asked, Whole } from "./digests.ts";
import { together, wholeOf } from "./shown.ts";

type Reads = { readonly reports: Pick<ReportStore, "one" | "open">; readonly orgs: OrgStore };

type Owed = Pick<Line, "due"> & {
  readonly id: string;
  readonly period: string;
  readonly schedule: ReportSchedule;
  readonly unit: Unit | undefined;
};

const lineOf = (policy: Policy, { id, period, schedule, unit, due }: Owed): readonly [string, Line] => {
  const { title, by } = schedule;
  return [
    `${schedule.id} ${unit?.id ?? ""}`,
    {
      place: `reports?id=${encodeURIComponent(id)}`,
      name: period,
      what:
        unit === undefined
          ? title
          : say(`${title["zh-CN"]} · ${unit.title["zh-CN"]}`, `${title.en} · ${unit.title.en}`),
      whose: rolesSaid(policy, by),
      due,
    },
  ];
};

/** The roles whose desks hold the drafts of a regulation. */
const authorsOf = (org: Org, policy: Policy): readonly string[] => [
  ...new Set(
    reportsOf(policy).flatMap((schedule) =>
      unitsOf(org, schedule).flatMap((unit) => unit?.role ?? schedule.by[0] ?? []),
    ),
  ),
];

/** Reports that are past their day and were not handed in, each by itself: the drafts at their authors' desks. */
export const overdueReports =
  ({ reports, orgs }: Reads) =>
  async ({ org: id, policy, now }: Asked): Promise<Whole> => {
    const org = await orgOf(orgs, id);
    const drafts = await inTurns(authorsOf(org, policy), (desk) => openUntil(reports, id, desk, now));
    const lines = drafts.flat().flatMap((record) => {
      const schedule = reportsOf(policy).find((one) => one.id === record.schedule);
      if (record.policy.id !== policy.id || schedule === undefined || record.due === undefined) return [];
      return [lineOf(policy, { ...record, schedule, due: record.due, unit: record.unit })[1]];
    });
    return wholeOf("reports", lines);
  };

/** Reports that are to be handed in soon, whether or not they are begun; costs one read for each. */
export const reportsDueSoon =
  ({ reports, orgs }: Reads) =>
  async ({ org: id, policy, now, until }: Asked): Promise<Whole> => {
    const org = await orgOf(orgs, id);
    const { holidays, timeZone } = policy.calendar;
    const calendar = calendarOf(holidays);
    if (calendar === undefined) return wholeOf("reports", []);
    const days = [civilDate(now, timeZone), civilDate(until, timeZone)] as const;
    const all = reportsOf(policy).flatMap((schedule) =>
      dueReports(policy, schedule, days, calendar)
        .filter(({ due }) => due > now && due <= until)
        .flatMap(({ period, due }) =>
          unitsOf(org, schedule).map((unit): Owed => {
            const key = { policy: policy.id, schedule: schedule.id, period, unit: unit?.id };
            return { id: reportId(key), period, schedule, unit, due };
          }),
        ),
    );
    const lines = await inTurns(all, async (one) => {
      const record = await reports.one({ org: id, id: one.id });
      const isDone = record !== undefined && reportOf(record.timeline).submissions.length > 0;
      return isDone ? [] : [lineOf(policy, one)];
    });
    return wholeOf("reports", together(lines.flat()));
  };
