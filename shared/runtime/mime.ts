import PostalMime, { type Address, type Attachment as Part } from "postal-mime";
import { clean } from "../case/clean.ts";
import { Instant } from "../kernel/instant.ts";
import { textOfHtml } from "../mail/incoming/html-text.ts";
import type { Attachment, Incoming } from "../mail/incoming/incoming.ts";

/** Deeper than any mail program nests; whoever goes on wants us to run out of something. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true } as const;

const LONGEST = { name: 120, address: 254, subject: 300, file: 200 } as const;

const line = (text: string | null | undefined, most: number): string =>
  [...clean(text ?? "", false)].slice(0, most).join("");

const mailboxes = (addresses: readonly Address[] = []): readonly string[] =>
  addresses.flatMap((one) => (one.group === undefined ? [one.address] : one.group.map(({ address }) => address)));

/** For whom the mail service took it in: `Received: … for <address>`, the topmost one. */
const envelope = (received: string | undefined): readonly string[] => {
  const [, address] = /\bfor\s+<?([^\s<>;]{3,320})>?/i.exec(received ?? "") ?? [];
  return address === undefined ? [] : [address];
};

const bytesOf = (content: Part["content"]): Uint8Array => {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const attachment = (part: Part, place: number): Attachment => ({
  name: line(part.filename, LONGEST.file) || `attachment-${place + 1}`,
  type: part.mimeType,
  content: bytesOf(part.content),
  shown: part.related === true || (part.disposition === "inline" && part.contentId !== undefined),
});

/** A mail taken apart; undefined for what is no mail, or was made to be more than one. */
export const readMail = async (raw: Uint8Array): Promise<Incoming | undefined> => {
  try {
    const mail = await PostalMime.parse(raw, LIMITS);
    const from = mail.from?.group === undefined ? mail.from : mail.from.group[0];
    const address = line(from?.address, LONGEST.address);
    const text = mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? "");
    return {
      headers: mail.headers.map(({ key, value }) => ({ key, value })),
      to: [
        ...envelope(mail.headers.find(({ key }) => key === "received")?.value),
        ...mailboxes(mail.to),
        ...mailboxes(mail.cc),
      ],
      from: /^[^\s@]+@[^\s@]+$/.test(address) ? { name: line(from?.name, LONGEST.name), address } : undefined,
      sentAt: Instant.safeParse(mail.date).data,
      subject: line(mail.subject, LONGEST.subject),
      text: clean(text, true),
      attachments: mail.attachments.map(attachment),
    };
  } catch {
    return undefined; // the parser refuses by throwing; the mail stays where it lies, for a person to look at
  }
};
