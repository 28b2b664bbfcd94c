import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Mail, MailStore } from "./mail-store.ts";
import { MailBack } from "./ses-events.ts";

/** A refusal in SES's words. */
export class SesRefusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What a test may ask the stand-in to do wrong. */
export const MailFaults = z.strictObject({
  /** Refuse mails: to this address (a part of it; everybody when left out), so many times (for ever when left out). */
  reject: z
    .array(
      z.strictObject({
        to: z.string().optional(),
        code: z.string().default("MessageRejected"),
        message: z.string().default("Address is on the suppression list."),
        status: z.number().default(400),
        times: z.number().int().optional(),
      }),
    )
    .default([]),
  /** Answer Throttling to the next so many sends. */
  throttle: z.number().int().default(0),
  /** Take mails and then tell of them what SES would: to this address, and so many times, as for `reject`. */
  back: z.array(MailBack.extend({ to: z.string().optional(), times: z.number().int().optional() })).default([]),
  quota: z
    .strictObject({ max24HourSend: z.number(), maxSendRate: z.number() })
    .default({ max24HourSend: 50_000, maxSendRate: 14 }),
});
export type MailFaults = z.infer<typeof MailFaults>;

const DAY = 86_400_000;
const MOST_BYTES = 10 * 1024 * 1024;
const ADDRESS = /^[\x21-\x7e]+@[^\s@]+\.[^\s@]+$|^[\x21-\x7e]+@localhost$/;

const bare = (address: string): string => (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim();

const members = (query: URLSearchParams, name: string): string[] => {
  const list: string[] = [];
  for (let i = 1; query.has(`${name}.member.${i}`); i++) list.push(query.get(`${name}.member.${i}`) ?? "");
  return list;
};

const tagsOf = (query: URLSearchParams): [string, string][] => {
  const list: [string, string][] = [];
  for (let i = 1; query.has(`Tags.member.${i}.Name`); i++)
    list.push([query.get(`Tags.member.${i}.Name`) ?? "", query.get(`Tags.member.${i}.Value`) ?? ""]);
  const wrong = list.flat().find((text) => !/^[A-Za-z0-9_.@-]{1,256}$/.test(text));
  if (wrong !== undefined) throw new SesRefusal("InvalidParameterValue", `Illegal message tag: ${wrong}`);
  return list;
};

const word = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;

function compose(query: URLSearchParams): Buffer {
  const boundary = `b${randomUUID()}`;
  const header = (name: string, list: readonly string[]) => (list.length > 0 ? [`${name}: ${list.join(", ")}`] : []);
  const part = (type: string, text: string | null) =>
    text === null
      ? []
      : [
          `--${boundary}`,
          `Content-Type: ${type}; charset=UTF-8`,
          "Content-Transfer-Encoding: base64",
          "",
          Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n"),
        ];
  const lines = [
    ...header("From", [query.get("Source") ?? ""]),
    ...header("To", members(query, "Destination.ToAddresses")),
    ...header("Cc", members(query, "Destination.CcAddresses")),
    ...header("Reply-To", members(query, "ReplyToAddresses")),
    `Subject: ${word(query.get("Message.Subject.Data") ?? "")}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part("text/plain", query.get("Message.Body.Text.Data")),
    ...part("text/html", query.get("Message.Body.Html.Data")),
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

const headerAddresses = (raw: Buffer): string[] => {
  const head = raw.toString("utf8").split(/\r?\n\r?\n/, 1)[0] ?? "";
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return unfolded
    .filter((line) => /^(?:to|cc|bcc):/i.test(line))
    .flatMap((line) =>
      line
        .slice(line.indexOf(":") + 1)
        .split(",")
        .map(bare),
    );
};

/** The SES v1 actions: each takes the query of a call and answers the inside of its result. */
export function sesActions(
  store: MailStore,
  faults: () => MailFaults,
  now: () => number,
  sendBack: (mail: Mail, back: MailBack) => void,
) {
  async function send(query: URLSearchParams, raw: Buffer, from: string, recipients: readonly string[]) {
    const to = recipients.map(bare);
    const wrong = to.find((address) => !ADDRESS.test(address));
    if (to.length === 0) throw new SesRefusal("InvalidParameterValue", "Missing final recipient.");
    if (wrong !== undefined) throw new SesRefusal("InvalidParameterValue", `Illegal address: ${wrong}`);
    if (to.length > 50) throw new SesRefusal("InvalidParameterValue", "Recipient count exceeds 50.");
    if (raw.length > MOST_BYTES)
      throw new SesRefusal("InvalidParameterValue", `Message length is more than ${MOST_BYTES} bytes long.`);
    const plan = faults();
    if (plan.throttle > 0) {
      plan.throttle -= 1;
      throw new SesRefusal("Throttling", "Maximum sending rate exceeded.");
    }
    if (store.sentSince(now() - DAY) >= plan.quota.max24HourSend)
      throw new SesRefusal("Throttling", "Daily message quota exceeded.");
    const fault = plan.reject.find((one) => one.times !== 0 && to.some((address) => address.includes(one.to ?? "")));
    if (fault) {
      if (fault.times !== undefined) fault.times -= 1;
      throw new SesRefusal(fault.code, fault.message, fault.status);
    }
    const tags = Object.fromEntries(tagsOf(query));
    const configurationSet = query.get("ConfigurationSetName") ?? undefined;
    const mail = await store.keep(raw, { from: bare(from), to, tags, configurationSet }, now());
    const back = plan.back.find((one) => one.times !== 0 && to.some((address) => address.includes(one.to ?? "")));
    if (back) {
      if (back.times !== undefined) back.times -= 1;
      sendBack(mail, back);
    }
    return `<MessageId>${mail.id}</MessageId>`;
  }

  const actions = new Map<string, (query: URLSearchParams) => Promise<string> | string>([
    [
      "SendEmail",
      (query) => {
        const to = ["To", "Cc", "Bcc"].flatMap((kind) => members(query, `Destination.${kind}Addresses`));
        return send(query, compose(query), query.get("Source") ?? "", to);
      },
    ],
    [
      "SendRawEmail",
      (query) => {
        const raw = Buffer.from(query.get("RawMessage.Data") ?? "", "base64");
        const named = members(query, "Destinations");
        return send(query, raw, query.get("Source") ?? "", named.length > 0 ? named : headerAddresses(raw));
      },
    ],
    [
      "GetSendQuota",
      () => {
        const { max24HourSend, maxSendRate } = faults().quota;
        const sent = store.sentSince(now() - DAY);
        return `<Max24HourSend>${max24HourSend}</Max24HourSend><MaxSendRate>${maxSendRate}</MaxSendRate><SentLast24Hours>${sent}</SentLast24Hours>`;
      },
    ],
  ]);
  return (name: string, query: URLSearchParams): Promise<string> | string => {
    const action = actions.get(name);
    if (action === undefined) throw new SesRefusal("InvalidAction", `${name} is not emulated on one machine`);
    return action(query);
  };
}
