import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { type Instant, mailDate } from "../kernel/instant.ts";
import { headerText } from "../mail/plain.ts";
import type { MailTags } from "../record/mail-tags.ts";

export type Attachment = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  readonly cid?: string | undefined;
};

export type Message = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Deterministic, so that a mail that is sent again after a crash is recognised as the same. */
  readonly messageId: string;
  readonly date: Instant;
  /** Where answers go, when not to whom it comes from: the address of one case. */
  readonly replyTo?: string | undefined;
  /** The Message-ID of the mail that this one answers by itself; the empty text where that had none. */
  readonly answers?: string | undefined;
  /** The address that a click on "unsubscribe" in a mail program posts to (RFC 8058); only for mail that may be declined. */
  readonly unsubscribe?: string | undefined;
  /** What the mail carries: a file, or a picture that its HTML shows by `cid`. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** The list that it belongs to (RFC 2919), for readers who sort their mail; what cannot be unsubscribed from is a list too. */
  readonly list?: string | undefined;
  /** Whose mail it is: what the mail service reports of it says so. */
  readonly tags: MailTags;
};

/** Longer than any letter of ours makes them. */
const LONGEST = { name: 120, subject: 300 } as const;

/** One mailbox and no more: a comma would make two of it. */
const ONE_MAILBOX = /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u;

/** Lines end on the wire with both characters; a bare one is another line to some servers and none to others. */
const wired = (text: string): string => text.replace(/\r?\n/g, "\r\n");

export const isOneMailbox = (address: string): boolean => ONE_MAILBOX.test(address);

/**
 * A message as it goes over the wire. Names and subjects are one line of what they say and nothing else, however they
 * were given: no further header, no encoded word of somebody else's.
 */
export const compose = ({
  messageId,
  unsubscribe,
  answers,
  from,
  to,
  subject,
  html,
  text,
  replyTo,
  date,
  attachments = [],
  list,
}: Message): Promise<Buffer> =>
  new MailComposer({
    from: { name: headerText(from.name, LONGEST.name), address: from.address },
    to: to.map((address) => ({ name: "", address })),
    subject: headerText(subject, LONGEST.subject),
    html: wired(html),
    text: wired(text),
    ...(replyTo === undefined ? {} : { replyTo: { name: "", address: replyTo } }),
    date: mailDate(date), // it would stand there as it is
    messageId: `<${messageId}>`,
    baseBoundary: messageId.replace(/[^A-Za-z0-9]/g, "").slice(0, 40),
    attachments: attachments.map(({ name, type, content, cid }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content),
      ...(cid === undefined ? {} : { cid, contentDisposition: "inline" as const }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      "Auto-Submitted": answers === undefined ? "auto-generated" : "auto-replied",
      "X-Auto-Response-Suppress": "All",
      ...(answers ? { "In-Reply-To": answers, References: answers } : {}),
      ...(list === undefined ? {} : { "List-Id": `<${list}>` }),
      ...(unsubscribe === undefined
        ? {}
        : {
            "List-Unsubscribe": `<${unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            Precedence: "bulk",
          }),
    },
  })
    .compile()
    .build();
