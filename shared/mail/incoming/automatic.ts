import { headerOf, type Incoming, spelt } from "./incoming.ts";

/** Nobody reads what is sent to these. */
const MACHINES = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+-].*)?@/;

/** Ids of mails that we sent: a case's or an invitation's id, what it was, and our domain (`runtime/post.ts`). */
const OURS = /^<?(?:case|invitation)_[0-9a-z]{26}\..+@/i;

/**
 * Why a mail was written by a machine, in a word for the log; undefined when a person may have written it. Such a mail is
 * neither answered nor kept: an answer to it could be answered for ever (RFC 3834).
 */
export const automaticBy = (mail: Incoming, inbox: string): string | undefined => {
  const submitted = headerOf(mail, "auto-submitted").toLowerCase();
  if (submitted !== "" && !/^no\b/.test(submitted)) return "auto-submitted";
  if (/^(?:bulk|junk|list|auto_reply)\b/i.test(headerOf(mail, "precedence"))) return "precedence";
  if (headerOf(mail, "list-id") !== "" || headerOf(mail, "list-unsubscribe") !== "") return "list";
  if (["x-autoreply", "x-autorespond", "x-auto-reply"].some((name) => headerOf(mail, name) !== ""))
    return "x-autoreply";
  if (/^<\s*>$/.test(headerOf(mail, "return-path"))) return "empty-return-path";
  if (/^multipart\/report\b/i.test(headerOf(mail, "content-type"))) return "report";
  const [, domain = ""] = spelt(inbox).split("@");
  const id = headerOf(mail, "message-id");
  if (OURS.test(id) && spelt(id).replace(/>$/, "").endsWith(`@${domain}`)) return "our-own";
  const from = spelt(mail.from?.address ?? "");
  if (from === "") return "no-sender";
  if (inboxOf(from) === spelt(inbox)) return "our-own";
  return MACHINES.test(from) ? "machine" : undefined;
};

/** An address without what stands behind its plus. */
export const inboxOf = (address: string): string => spelt(address).replace(/\+[^@]*@/, "@");
