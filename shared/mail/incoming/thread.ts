import { CaseId } from "../../kernel/ids.ts";
import { headerOf, type Incoming, spelt } from "./incoming.ts";

/** The longest part before the @ (RFC 5321). */
const LONGEST = 64;

/** The address of one case: whatever is sent there belongs to it. Undefined where a company's own is too long for it. */
export const caseAddress = (inbox: string, caseId: string): string | undefined => {
  const at = inbox.lastIndexOf("@");
  const local = `${inbox.slice(0, at)}+${caseId}`;
  return local.length > LONGEST ? undefined : `${local}${inbox.slice(at)}`;
};

const idsIn = (text: string): readonly CaseId[] =>
  [...text.matchAll(/case_[0-9a-z]{26}/g)].flatMap(([id]) => CaseId.safeParse(id).data ?? []);

/** Ids of mails of ours among those that a mail answers: `<case>.<mail>@domain`. */
const answered = (mail: Incoming, domain: string): readonly CaseId[] =>
  [headerOf(mail, "in-reply-to"), headerOf(mail, "references").split(/\s+/).toReversed().join(" ")].flatMap((ids) =>
    [...spelt(ids).matchAll(/<([^<>]{1,512})>/g)]
      .filter(([, id = ""]) => id.endsWith(`@${domain}`))
      .flatMap(([, id = ""]) => idsIn(id.split(".")[0] ?? "")),
  );

/**
 * The cases that a mail may belong to, the surest first: that of the address it was sent to, that of the mail it answers,
 * those of the mails before, the last first. Nobody is believed to be the customer for it.
 */
export const casesOf = (mail: Incoming, inbox: string): readonly CaseId[] => {
  const [, domain = ""] = spelt(inbox).split("@");
  const addressed = mail.to
    .map(spelt)
    .filter((to) => to.endsWith(`@${domain}`) && to.includes("+"))
    .flatMap((to) => idsIn(to.slice(to.indexOf("+"), to.lastIndexOf("@"))));
  return [...new Set([...addressed, ...answered(mail, domain)])];
};
