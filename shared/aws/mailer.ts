import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Posted } from "../record/wake.ts";
import { compose, isOneMailbox, type Message } from "./compose.ts";

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

/** Mail through SES, raw, since only so it carries headers of ours (RFC 3834). */
export const sesMailer = (client: SESClient, configurationSet: string): Mailer => ({
  send: async (message) => {
    if (!message.to.every(isOneMailbox))
      return { is: "impossible", why: "not the address of one mailbox", how: "refused" };
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
