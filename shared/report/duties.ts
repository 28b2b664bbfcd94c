import { say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { listed } from "../policy/wording.ts";
import type { Section } from "./document.ts";
import { isReport, type ReportSchedule } from "./due.ts";
import { type Counted, nothing, splitBy } from "./section.ts";

/** What was owed once in the stretch, and what came of it. */
export type OwedOnce = {
  readonly id: string;
  readonly schedule: string;
  /** The last day on which it could be done. */
  readonly day: string;
  readonly is: "open" | "done" | "late" | "missed" | "waived";
};

/** The schedules of which a report tells: those that it is made from, or where it names none all of its regulation. */
export const dutiesOf = ({ schedules }: Policy, { duty }: ReportSchedule): readonly Schedule[] => {
  const own = schedules.filter((one) => !isReport(one));
  const named = own.filter(({ id }) => duty.inputs.includes(id));
  return named.length > 0 ? named : own;
};

const isStated = ({ rhythm }: Schedule): boolean => rhythm.kind !== "unstated";

/** How often it is to be done is not said, so that nothing of it can be missed (S-17). */
const unstated = (schedules: readonly Schedule[]): readonly Text[] => {
  const names = listed(schedules.filter((one) => !isStated(one)).map(({ title }) => title));
  if (schedules.every(isStated)) return [];
  return [
    say(
      `制度未规定频次，不计应办次数：${names["zh-CN"]}。`,
      `Without a stated frequency, and not counted: ${names.en}.`,
    ),
  ];
};

const WHOLE = say(
  "按全公司统计：定期工作不分部门记录。",
  "Counted for the whole company: duties are kept without a department.",
);

/**
 * What the schedules asked for in windows that end in the stretch, and what came of it: one that nothing was done about has
 * its line too (AS-123). A department's report says that these are the company's.
 */
export const dutiesSection = (schedules: readonly Schedule[], owed: readonly OwedOnce[], ofUnit: boolean): Section => {
  const stated = schedules.filter(isStated);
  const notes = unstated(schedules);
  if (stated.length === 0 && notes.length === 0) return nothing("没有定期工作。", "There are no recurring duties.");
  if (stated.length === 0) return { tables: [], notes, lists: {} };
  const duties: Counted = owed.map((one) => ({ ...one }));
  const table = splitBy(duties, {
    ...{ id: "duties", of: "duties", by: "schedule", title: say("定期工作", "Duty") },
    always: stated.map(({ id }) => id),
    called: (id) => stated.find((one) => one.id === id)?.title ?? say(id, id),
    columns: [
      { title: say("应办", "Owed"), where: {} },
      { title: say("按时完成", "Done in time"), where: { is: "done" } },
      { title: say("逾期完成", "Done late"), where: { is: "late" } },
      { title: say("未完成", "Missed"), where: { is: "missed" } },
      { title: say("免办", "Waived"), where: { is: "waived" } },
      { title: say("未到期", "Not due yet"), where: { is: "open" } },
    ],
  });
  return { tables: [table], notes: [...(ofUnit ? [WHOLE] : []), ...notes], lists: { duties } };
};
