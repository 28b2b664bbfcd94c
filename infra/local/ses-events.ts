import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Mail } from "./mail-store.ts";
import { ACCOUNT, REGION } from "./names.ts";

/** What SES is to tell of a mail that it took: in its own words. */
export const MailBack = z.strictObject({
  is: z.enum(["Bounce", "Complaint", "Reject", "Delivery"]),
  /** Of a bounce: `Permanent`, `Transient` or `Undetermined`. */
  type: z.string().default("Permanent"),
  subType: z.string().default("General"),
  diagnostic: z.string().default("smtp; 550 5.1.1 user unknown"),
  /** Of a complaint: `abuse`, `not-spam`, … */
  feedback: z.string().optional(),
  /** Whom the other side names; the recipients when left out. */
  recipients: z.array(z.string()).optional(),
});
export type MailBack = z.infer<typeof MailBack>;

export type SesEvent = ReturnType<typeof sesEvent>;

const DETAIL_TYPES = {
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
  Reject: "Email Rejected",
  Delivery: "Email Delivered",
} as const;

const part = (mail: Mail, back: MailBack, timestamp: string): unknown => {
  const named = back.recipients ?? mail.to;
  const feedbackId = randomUUID();
  switch (back.is) {
    case "Bounce":
      return {
        feedbackId,
        bounceType: back.type,
        bounceSubType: back.subType,
        bouncedRecipients: named.map((emailAddress) => ({
          emailAddress,
          action: "failed",
          status: "5.1.1",
          diagnosticCode: back.diagnostic,
        })),
        timestamp,
        reportingMTA: "dsn; a1-1.smtp-out.amazonses.com",
      };
    case "Complaint":
      return {
        feedbackId,
        complaintSubType: null,
        complainedRecipients: named.map((emailAddress) => ({ emailAddress })),
        timestamp,
        ...(back.feedback === undefined ? {} : { complaintFeedbackType: back.feedback }),
      };
    case "Reject":
      return { reason: "Bad content" };
    case "Delivery":
      return { timestamp, processingTimeMillis: 546, recipients: named, smtpResponse: "250 ok", reportingMTA: "a1-1" };
  }
};

/** The event that SES sends to EventBridge, at a moment in ms. */
export function sesEvent(mail: Mail, back: MailBack, at: number) {
  const time = new Date(at).toISOString();
  const set = mail.configurationSet ?? "";
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": DETAIL_TYPES[back.is],
    source: "aws.ses",
    account: ACCOUNT,
    time,
    region: REGION,
    resources: [`arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${set}`],
    detail: {
      eventType: back.is,
      [back.is.toLowerCase()]: part(mail, back, time),
      mail: {
        timestamp: mail.at,
        source: mail.from,
        sendingAccountId: ACCOUNT,
        messageId: mail.id,
        destination: mail.to,
        headersTruncated: false,
        tags: {
          "ses:configuration-set": [set],
          "ses:from-domain": [mail.from.split("@")[1] ?? ""],
          ...Object.fromEntries(own),
        },
      },
    },
  };
}
