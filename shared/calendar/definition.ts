import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { CivilDate, yearOf } from "./civil-date.ts";

const Holiday = z.strictObject({
  name: Text,
  /** Every day off, weekends included, as the notice names them. */
  daysOff: z.array(CivilDate).min(1),
  /** Rest days that are worked to make up for it (调休上班). */
  makeUpDays: z.array(CivilDate).default([]),
});

/** One year of holidays, copied from the official notice: the notice is the law, an algorithm would be an opinion. */
export const CalendarYear = z
  .strictObject({
    year: z.number().int().min(1970).max(9999),
    source: z.strictObject({ title: Text, date: CivilDate }),
    holidays: z.array(Holiday),
  })
  .superRefine(({ year, holidays }, context) => {
    const seen = new Set<string>();
    for (const date of holidays.flatMap(({ daysOff, makeUpDays }) => [...daysOff, ...makeUpDays])) {
      if (yearOf(date) !== year) context.addIssue(`${date} does not belong to ${year}`);
      if (seen.has(date)) context.addIssue(`${date} is listed twice`);
      seen.add(date);
    }
  });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** What a calendar is made of. The years covered are part of it: outside them nothing is known (K-12). */
export const CalendarDefinition = z
  .strictObject({
    id: z.string().min(1),
    title: Text,
    /** Days of the week that are not worked, 1 is Monday; in mainland China 6 and 7 (K-3). */
    restDays: z.array(z.number().int().min(1).max(7)).max(6).default([6, 7]),
    years: z.array(CalendarYear).min(1),
  })
  .superRefine(({ years }, context) => {
    const covered = years.map(({ year }) => year);
    if (covered.some((year, at) => at > 0 && year !== (covered[at - 1] ?? year) + 1))
      context.addIssue(`the years must follow one another, they are ${covered.join(", ")}`);
  });
export type CalendarDefinition = z.input<typeof CalendarDefinition>;
