import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Instant } from "../kernel/instant.ts";
import type { MailTags } from "../record/mail-tags.ts";
import type { Posted } from "../record/wake.ts";

type Message = {
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
  /** Whose mail it is: what the mail service reports of it says so. */
  readonly tags: MailTags;
};

export type Mailer = {
  readonly send: (message: Message) => Promise<Posted>;
  /** Mails a second that the account may send. */
  readonly rate: () => Promise<number>;
  /** How many the account may send in 24 hours, and has sent in the last of them. */
  readonly day: () => Promise<{ readonly most: number; readonly sent: number }>;
};

/** Answers of SES that no repetition changes; everything else is worth another try. */
const FINAL = new Set([
  "MessageRejected",
  "MailFromDomainNotVerified",
  "InvalidParameterValue",
  "ConfigurationSetDoesNotExist",
]);

const compose = ({ messageId, unsubscribe, answers, tags: _said, ...message }: Message): Promise<Buffer> =>
  new MailComposer({
    ...message,
    to: [...message.to],
    date: message.date,
    messageId: `<${messageId}>`,
    baseBoundary: messageId.replace(/[^A-Za-z0-9]/g, "").slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      "Auto-Submitted": answers === undefined ? "auto-generated" : "auto-replied",
      "X-Auto-Response-Suppress": "All",
      ...(answers ? { "In-Reply-To": answers, References: answers } : {}),
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

/** Mail through SES, raw, since only so it carries headers of ours (RFC 3834). */
export const sesMailer = (client: SESClient, configurationSet: string): Mailer => ({
  send: async (message) => {
    const Data = await compose(message);
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          RawMessage: { Data },
          ConfigurationSetName: configurationSet,
          Tags: Object.entries(message.tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      return { is: "sent", messageId: MessageId ?? message.messageId };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const why = `${error.name}: ${error.message}`.slice(0, 500);
      return FINAL.has(error.name) ? { is: "impossible", why, how: "refused" } : { is: "later", why };
    }
  },
  rate: async () => (await client.send(new GetSendQuotaCommand({}))).MaxSendRate ?? 1,
  day: async () => {
    const { Max24HourSend = 0, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand({}));
    return { most: Max24HourSend === -1 ? Number.POSITIVE_INFINITY : Max24HourSend, sent: SentLast24Hours };
  },
});

export const ses = (): SESClient => new SESClient({});
