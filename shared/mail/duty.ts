import { type Locale, say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Block } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { House } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** One thing that is owed soon. `object` is what it is owed of; absent: the company itself. */
type Soon = {
  readonly schedule: { readonly title: Text };
  readonly object?: string | undefined;
  readonly due: Parameters<typeof sayMoment>[0];
};

/** What a reminder of what is owed is written from; all of it by one regulation. */
export type DutyReminderData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly duties: readonly [Soon, ...Soon[]];
  readonly page: string;
};

const WORDS = {
  subject: { "zh-CN": (what: string) => `工作提醒：${what}`, en: (what: string) => `To be done: ${what}` },
  more: { "zh-CN": (n: number) => `等${n}项`, en: (n: number) => ` and ${n - 1} more` },
  by: { "zh-CN": (due: string) => `不晚于${due}`, en: (due: string) => `by ${due}` },
  heading: say("即将到期的工作", "Due soon"),
  says: say("以下工作即将到期：", "This is due soon:"),
  open: say("打开本周工作", "Open this week's work"),
} as const;

/** Reminds whoever does it of what is due soon, the working day before (AS-37): one mail of a morning, the first due first. */
export const dutyReminder = ({ locale, org, policy, duties, page }: DutyReminderData): Letter => {
  const s = sentencesIn(locale);
  const [first, ...others] = duties;
  const until = (due: Soon["due"]) => sayMoment(due, policy.calendar.timeZone, locale);
  const rows = duties.map(({ schedule, object, due }) => ({
    label: object === undefined ? schedule.title[locale] : `${schedule.title[locale]}${s.colon}${oneLine(object, 120)}`,
    value: WORDS.by[locale](until(due)),
  }));
  const more = others.length === 0 ? "" : WORDS.more[locale](duties.length);
  const subject = `${WORDS.subject[locale](first.schedule.title[locale])}${more}${s.join}${WORDS.by[locale](until(first.due))}`;
  const preview = duties.map(({ schedule }) => schedule.title[locale]).join(" · ");
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale] },
    { is: "facts", rows },
    { is: "button", label: WORDS.open[locale], url: page },
  ];
  const small = [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic];
  return written(org, locale, { subject, preview, heading: WORDS.heading[locale], blocks }, small);
};
