import type { Locale } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import type { Block } from "./block.ts";
import type { House } from "./look/look.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** A year of a holiday calendar that nobody has loaded yet. */
export type MissingCalendar = { readonly holidays: string; readonly year: number };

const WORDS = {
  subject: say("缺少节假日历，部分期限无法计算", "Holiday calendars are missing: some deadlines cannot be counted"),
  says: say(
    "以下年份的节假日历尚未加载，落在这些年份的工作日期限暂时没有日期，不会提醒，也不会判为逾期。日历加载后自动重新计算。",
    "These years of the holiday calendar are not loaded. Deadlines in working days that fall into them have no date: nobody is reminded of them, and none is missed. They are counted by themselves once the calendar is there.",
  ),
  calendar: say("日历", "Calendar"),
  daily: say("缺少日历期间，每天最多发送一次。", "Sent at most once a day while one is missing."),
} as const;

/** To whoever looks after the system (K-12): which years of which calendars are missing. */
export const calendarMissing = ({
  locale,
  org,
  missing,
}: {
  readonly locale: Locale;
  readonly org: House;
  readonly missing: readonly MissingCalendar[];
}): Letter => {
  const names = missing.map(({ holidays, year }) => `${holidays} ${year}`);
  const subject = `${WORDS.subject[locale]}${sentencesIn(locale).colon}${names.join(", ")}`;
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale] },
    { is: "facts", rows: names.map((value) => ({ label: WORDS.calendar[locale], value })) },
  ];
  const draft = { subject, preview: names.join(", "), heading: WORDS.subject[locale], blocks };
  return written(org, locale, draft, [WORDS.daily[locale], sentencesIn(locale).footer.automatic]);
};
