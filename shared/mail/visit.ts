import type { Locale, Text } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Block } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { House } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** What a reminder of a visit is written from. */
export type VisitReminderData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly schedule: { readonly title: Text };
  readonly object: {
    readonly title: string;
    readonly contact: {
      readonly name: string;
      readonly phone?: string | undefined;
      readonly address?: string | undefined;
    };
  };
  readonly due: Parameters<typeof sayMoment>[0];
  readonly page: string;
};

const WORDS = {
  subject: {
    "zh-CN": (what: string) => `回访提醒：${what}`,
    en: (what: string) => `Visit to make: ${what}`,
  },
  by: { "zh-CN": (due: string) => `不晚于${due}`, en: (due: string) => `by ${due}` },
  says: say("以下回访即将到期：", "This visit is due soon:"),
  due: say("截止", "Due"),
  whom: say("受访人", "Whom"),
  phone: say("电话", "Phone"),
  address: say("地址", "Address"),
  open: say("打开本周回访", "Open the week's visits"),
} as const;

/** Reminds whoever makes a visit, the working day before it is due (AS-37). */
export const visitReminder = ({ locale, org, policy, schedule, object, due, page }: VisitReminderData): Letter => {
  const { contact } = object;
  const s = sentencesIn(locale);
  const until = sayMoment(due, policy.calendar.timeZone, locale);
  const title = schedule.title[locale];
  const subject = `${WORDS.subject[locale](oneLine(object.title, 80))}${s.join}${WORDS.by[locale](until)}`;
  const preview = `${WORDS.by[locale](until)} · ${title}`;
  const rows = [
    { label: WORDS.due[locale], value: until },
    { label: WORDS.whom[locale], value: contact.name },
    ...(contact.phone === undefined ? [] : [{ label: WORDS.phone[locale], value: contact.phone }]),
    ...(contact.address === undefined ? [] : [{ label: WORDS.address[locale], value: contact.address }]),
  ];
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale] },
    { is: "facts", rows },
    { is: "button", label: WORDS.open[locale], url: page },
  ];
  const small = [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic];
  const heading = `${title}${s.colon}${oneLine(object.title, 120)}`;
  return written(org, locale, { subject, preview, heading, blocks }, small);
};
