import type { Instant } from "../../kernel/instant.ts";
import type { Locale } from "../../kernel/text.ts";

/** Somebody as a header names them. */
type Sender = { readonly name: string; readonly address: string };

/** A file that a mail carries. */
export type Attachment = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** The text shows it in its own place, as mail programs do with logos and with photos alike. */
  readonly shown: boolean;
};

/** A mail that came in, taken apart and decoded; nothing of it is believed yet. */
export type Incoming = {
  /** Every header in its order; of one that stands there twice the first is the mail service's own. */
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  /** Addresses that it was sent to, the envelope's first. */
  readonly to: readonly string[];
  /** Undefined where none can be read. */
  readonly from: Sender | undefined;
  readonly sentAt: Instant | undefined;
  readonly subject: string;
  /** What people read of it, as plain text. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
};

/** The first header of a name, which whoever handled the mail last wrote; the empty text where there is none. */
export const headerOf = ({ headers }: Pick<Incoming, "headers">, name: string): string =>
  headers.find(({ key }) => key === name)?.value.trim() ?? "";

/** An address as it is compared. */
export const spelt = (address: string): string => address.trim().toLowerCase();

/** The language in which somebody wrote: Chinese as soon as a character of it stands there. */
export const localeOf = ({ subject, text }: Pick<Incoming, "subject" | "text">): Locale =>
  /\p{Script=Han}/u.test(`${subject}${text}`) ? "zh-CN" : "en";
