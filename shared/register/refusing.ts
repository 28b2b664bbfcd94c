import { dayOf as calendarDay } from "../calendar/calendar.ts";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import { plainAnswers, type StepAnswers } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import { holds } from "../policy/holds.ts";
import { asking } from "../policy/register-form.ts";
import type { EntryGround } from "./entry.ts";
import { dayOf } from "./register.ts";

/** What is known beside an entry: what stands on file, and the days of the other entries of the same subject. */
export type Beside = {
  /** Demands of the register, by their id, for which the file holds a complete entry. */
  readonly onFile: ReadonlySet<string>;
  readonly days: readonly CivilDate[];
};

type Ground = EntryGround & { readonly beside: Beside };

const no = (
  code: "not-entered" | "not-on-file",
  { title, rules, says }: { readonly title: Text; readonly rules: readonly string[]; readonly says: Text },
): Refusal => ({
  code,
  says: say(`${title["zh-CN"]}：${says["zh-CN"]}`, `${title.en}: ${says.en}`),
  rules,
});

const dayIn = (zone: string, value: StepAnswers[string] | undefined): CivilDate | undefined => {
  const day = CivilDate.safeParse(value);
  if (day.success) return day.data;
  const moment = Instant.safeParse(value);
  return moment.success ? civilDate(moment.data, zone) : undefined;
};

const isHoliday = ({ policy, calendar }: Ground, value: StepAnswers[string] | undefined): boolean => {
  const day = dayIn(policy.calendar.timeZone, value);
  const found = day && calendarDay(calendar, day);
  return found?.ok === true && !found.value.working && found.value.holiday !== undefined;
};

const isNear = (days: readonly CivilDate[], day: CivilDate, within: number): boolean =>
  days.some((other) => other >= addDays(day, -within) && other <= addDays(day, within));

/** Why the regulation lets nobody enter this, or what must be on file first; undefined where it says nothing against it. */
export const refusedBy = (ground: Ground, answers: StepAnswers, writtenAt: Instant): Refusal | undefined => {
  const { policy, form, beside } = ground;
  const { refuses, needs } = form.entries;
  const facts = plainAnswers(answers);
  const asked = asking(policy, form);
  const day = dayOf(policy, form, answers, writtenAt);
  const refusing = refuses.find(
    ({ when, holidays, within }) =>
      holds(asked, when, facts).is === true &&
      (holidays.length === 0 || holidays.some((name) => isHoliday(ground, answers[name]))) &&
      (within === undefined || isNear(beside.days, day, within)),
  );
  if (refusing !== undefined) return no("not-entered", refusing);
  const missing = needs.find(({ id, when }) => holds(asked, when, facts).is === true && !beside.onFile.has(id));
  return missing === undefined ? undefined : no("not-on-file", missing);
};
