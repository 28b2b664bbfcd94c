import { addDays } from "../../calendar/civil-date.ts";
import { periodName, periodsEnding } from "../../calendar/period.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Unit } from "../../report/author.ts";
import type { Input } from "../../report/document.ts";
import { asked, isReport, type ReportSchedule, reportsOf } from "../../report/due.ts";
import { periodCovered, reportId } from "../../report/key.ts";
import { reportOf } from "../../report/report.ts";
import { inTurns } from "../in-turns.ts";
import type { Org } from "../org.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import { unitsOf } from "./plan.ts";
import type { ReportRecord } from "./reports.ts";

type Place = { readonly schedule: ReportSchedule; readonly period: string; readonly unit: Unit | undefined };

/** Reports are due at most so long after what they cover. */
const DUE_WITHIN = 40;

/** The stretches of a schedule that end within those of a report: those that are asked for, or where no frequency is stated any. */
const periodsWithin = ({ policy, calendar, span }: LoadedReport, schedule: ReportSchedule): readonly string[] => {
  const [from, to] = span.window;
  const period = periodCovered(schedule.duty.covers);
  const all = periodsEnding(from, to, period).map((window) => periodName(window, period));
  if (schedule.rhythm.kind === "unstated") return all;
  const wanted = new Set(asked(policy, schedule, [from, addDays(to, DUE_WITHIN)], calendar).map((one) => one.period));
  return all.filter((one) => wanted.has(one));
};

/** A department's report is made from its own; one further up the line from those of all. */
const unitsFor = (org: Org, schedule: ReportSchedule, unit: Unit | undefined): readonly (Unit | undefined)[] => {
  const all = unitsOf(org, schedule);
  return unit === undefined ? all : all.filter((one) => one === undefined || one.id === unit.id);
};

const placesOf = (org: Org, found: LoadedReport, schedule: ReportSchedule): readonly Place[] =>
  periodsWithin(found, schedule).flatMap((period) =>
    unitsFor(org, schedule, found.record.unit).map((unit) => ({ schedule, period, unit })),
  );

const idOf = ({ id: policy }: Policy, { schedule, period, unit }: Place): string =>
  reportId({ policy, schedule: schedule.id, period, unit: unit?.id });

const stateOf = ({ timeline }: ReportRecord): Pick<Input, "is" | "submittedAt"> => {
  const last = reportOf(timeline).submissions.at(-1);
  if (last === undefined) return { is: "draft" };
  return { is: last.late ? "late" : "submitted", submittedAt: last.at };
};

const textsOf = (schedule: ReportSchedule, { timeline }: ReportRecord): Input["texts"] =>
  Object.entries(reportOf(timeline).texts).flatMap(([line, text]) => {
    const says = schedule.duty.content[Number(line)];
    return text === "" || says === undefined ? [] : [{ line: { "zh-CN": says["zh-CN"], en: says.en }, text }];
  });

const inputAt = (policy: Policy, place: Place, record: ReportRecord | undefined): Input => ({
  id: idOf(policy, place),
  title: place.schedule.title,
  period: place.period,
  ...(place.unit === undefined ? {} : { unit: place.unit.title }),
  ...(record === undefined ? { is: "missing" as const } : stateOf(record)),
  // what nobody has answered for yet is nobody's word
  texts: record === undefined || stateOf(record).is === "draft" ? [] : textsOf(place.schedule, record),
});

/** Inspections, surveys and forms that it is made from: what came of them stands in its figures. */
const sourceNamed = ({ schedules, surveys, forms }: Policy, id: string): Input => {
  const named: { readonly title: Text } | undefined = [...schedules, ...surveys, ...forms].find((one) => one.id === id);
  return { id, title: named?.title ?? say(id, id), is: "source", texts: [] };
};

/**
 * What a report is made from as it stands now, late and missing reports marked (PSI-23, AS-30). Only what was handed in
 * brings its author's words. Costs one read for each report.
 */
export const inputsOf = async (
  { reports }: Pick<ReportDeps, "reports">,
  org: Org,
  found: LoadedReport,
): Promise<readonly Input[]> => {
  const { policy, schedule } = found;
  const all = await inTurns(schedule.duty.inputs, async (id) => {
    const input = policy.schedules.find((one) => one.id === id);
    if (input === undefined || !isReport(input)) return [sourceNamed(policy, id)];
    const places = placesOf(org, found, input);
    return inTurns(places, async (place) =>
      inputAt(policy, place, await reports.one({ org: org.id, id: idOf(policy, place) })),
    );
  });
  return all.flat();
};

/** The ids of reports that may be made from this one: those further up whose stretch holds the end of its own. */
export const consumersOf = (org: Org, { policy, schedule, span, record }: LoadedReport): readonly string[] =>
  reportsOf(policy)
    .filter(({ duty }) => duty.inputs.includes(schedule.id))
    .flatMap((one) => {
      const period = periodCovered(one.duty.covers);
      const last = span.window[1];
      const name = periodsEnding(last, addDays(last, 366), period)[0];
      return name === undefined
        ? []
        : unitsFor(org, one, record.unit).map((unit) =>
            idOf(policy, { schedule: one, period: periodName(name, period), unit }),
          );
    });
