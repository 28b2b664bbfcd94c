import type { Locale, Text } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import type { Block } from "./block.ts";
import type { House } from "./look/look.ts";
import { sentencesIn } from "./sentences.ts";
import { type Letter, written } from "./written.ts";

/** A digest of a regulation, and the roles among those that it is for whose mail nobody reads. */
export type Unread = { readonly policy: Text; readonly digest: Text; readonly roles: Text };

const WORDS = {
  subject: say("工作汇总无人接收", "Digests that nobody reads"),
  says: say(
    "以下岗位没有登记收件人，应发给这些岗位的工作汇总未发送。请在单位设置中为岗位登记邮箱。",
    "Nobody reads the mail of these roles, so the digests that were due for them were not sent. Give each role a mailbox in the company's settings.",
  ),
  often: say(
    "每天最多发送一次，仅在有汇总应发送时发送。",
    "Sent at most once a day, and only when such a digest is due.",
  ),
} as const;

/** To whoever looks after the system: which digests had nobody to be sent to. */
export const digestUnread = ({
  locale,
  org,
  unread,
}: {
  readonly locale: Locale;
  readonly org: House;
  readonly unread: readonly Unread[];
}): Letter => {
  const s = sentencesIn(locale);
  const rows = unread.map(({ policy, digest, roles }) => ({
    label: `${policy[locale]}${s.colon}${digest[locale]}`,
    value: roles[locale],
  }));
  const names = [...new Set(rows.map(({ value }) => value))].join(s.join);
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale] },
    { is: "facts", rows },
  ];
  const draft = {
    subject: `${WORDS.subject[locale]}${s.colon}${names}`,
    preview: names,
    heading: WORDS.subject[locale],
    blocks,
  };
  return written(org, locale, draft, [WORDS.often[locale], s.footer.automatic]);
};
