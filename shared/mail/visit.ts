import type { Locale, Text } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { asText, type Block } from "./block.ts";
import { sayMoment } from "./date.ts";
import { asHtml } from "./frame.ts";
import type { Letter } from "./mail.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";

/** What a reminder of a visit is written from. */
export type VisitReminderData = {
  readonly locale: Locale;
  readonly org: { readonly name: Text };
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
  subject: say("回访提醒", "Visit to make"),
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
  const until = sayMoment(due, policy.calendar.timeZone, locale);
  const title = schedule.title[locale];
  const subject = oneLine(`${WORDS.subject[locale]}：${object.title}`, 160);
  const preview = oneLine(`${title} · ${WORDS.due[locale]} ${until}`, 140);
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
  const s = sentencesIn(locale);
  const footer = [org.name[locale], s.footer.policy(policy.title[locale], policy.version), s.footer.automatic];
  const heading = `${title}：${oneLine(object.title, 120)}`;
  return {
    subject,
    preview,
    html: asHtml({ locale, org: org.name[locale], subject, preview, heading, blocks, footer }),
    text: asText(heading, blocks, footer),
  };
};
