import type { Message } from "../aws/compose.ts";
import type { Mailer } from "../aws/mailer.ts";
import type { Locale } from "../kernel/text.ts";
import { nameIn } from "../mail/look/look.ts";
import type { Letter } from "../mail/written.ts";
import type { Org } from "../record/org.ts";
import type { Posted } from "../record/wake.ts";
import { log } from "./log.ts";
import { reachable } from "./reachable.ts";

type From = { readonly org: Org; readonly locale: Locale; readonly to: readonly string[] };

/** What letters differ in; `name` tells a letter from all others, and is the same when it is sent once more. */
type Further = Omit<Message, "from" | "to" | "subject" | "html" | "text" | "messageId"> & { readonly name: string };

type Written = Letter & Pick<Message, "attachments">;

/** What names a company's letters in the network: the domain that its mail comes from. */
export const domainOf = ({ mailFrom }: Pick<Org, "mailFrom">): string => mailFrom.split("@")[1] ?? "localhost";

/** A letter as it goes over the network: from its company, under its own name. */
export const messageOf = (
  { org, locale, to }: From,
  { preview: _, ...written }: Written,
  { name, ...further }: Further,
): Message => ({
  from: { name: nameIn(org, locale), address: org.mailFrom },
  to,
  ...written,
  messageId: `${name}@${domainOf(org)}`,
  ...further,
});

type Sending = From &
  Further & {
    /** Made once somebody is left who may get it: it may be read from afar, or wait for its turn. */
    readonly letter: () => Promise<Written> | Written;
    /** What the log calls it, by ids alone. */
    readonly ids: Readonly<Record<string, string>>;
    /** To somebody outside, whose closed address is nobody's alarm. */
    readonly outside?: boolean;
  };

export type Postal = Parameters<typeof reachable>[0] & { readonly mailer: Mailer };

/**
 * Hands a letter to the mail service, for those of its addresses that no mail came back from. What cannot leave is said,
 * never thrown; a refusal, and a desk of the company whose addresses are closed, are in the log too.
 */
export const sendLetter = async (
  { suppressions, mailer }: Postal,
  { org, locale, to, letter, ids, outside = false, ...further }: Sending,
): Promise<Posted> => {
  const { open, stopped } = await reachable({ suppressions }, org.id, to);
  if (stopped !== undefined && !outside) log("DESK_UNREACHABLE", { org: org.id, ...ids });
  if (open.length === 0) return { is: "impossible", how: "suppressed", why: `nothing is sent to it: ${stopped}` };
  const posted = await mailer.send(messageOf({ org, locale, to: open }, await letter(), further));
  if (posted.is !== "sent") log("MAIL_REFUSED", { org: org.id, ...ids, is: posted.is });
  return posted;
};
