import type { MailBox } from "../aws/mailed.ts";
import type { Mailer } from "../aws/mailer.ts";
import type { Senders } from "../aws/senders.ts";
import { asideFolder } from "../evidence/evidence.ts";
import type { CaseId, MailId } from "../kernel/ids.ts";
import { automaticBy, inboxOf } from "../mail/incoming/automatic.ts";
import { type Incoming, spelt } from "../mail/incoming/incoming.ts";
import { parted } from "../mail/incoming/quote.ts";
import { casesOf } from "../mail/incoming/thread.ts";
import { type Verdict, verdictOf } from "../mail/incoming/verdict.ts";
import { cut } from "../mail/plain.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { enterMail, knowsMail } from "../record/mail-in.ts";
import type { Org } from "../record/org.ts";
import { refOf } from "../record/record.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import { log } from "./log.ts";
import { fileMail } from "./mail-filing.ts";
import { putFiles } from "./mailed-files.ts";
import { readMail } from "./mime.ts";
import { mailIdFor } from "./secrets.ts";
import { turnAway } from "./turning-away.ts";

export type MailPort = Deps & {
  readonly box: MailBox;
  readonly senders: (org: string) => Senders;
  readonly suppressions: Pick<SuppressionStore, "of">;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  /** How the index spells a sender: a digest that only the company's key can make. */
  readonly senderMark: (org: string, address: string) => Promise<string>;
};

/** A person does not write more often; a loop that nothing else has recognised ends here. */
const MOST_AN_HOUR = 20;

/** So much of a mail is kept in its case; the whole of it lies among the papers. */
const LONGEST = { text: 20_000, quoted: 20_000 } as const;

type Come = {
  readonly org: Org;
  readonly id: MailId;
  readonly mail: Incoming;
  readonly raw: Uint8Array;
  readonly verdict: Verdict;
};

/** The company of the first address that is one's. */
const companyOf = async ({ orgs }: Deps, { to }: Incoming): Promise<Org | undefined> => {
  for (const inbox of [...new Set(to.map(inboxOf))].slice(0, 20)) {
    const org = await orgs.atInbox(inbox);
    if (org !== undefined) return org;
  }
  return undefined;
};

/** The case that a mail names and that there is. */
const threadOf = async (port: Deps, { org, mail }: Come): Promise<Loaded | undefined> => {
  for (const id of casesOf(mail, org.mailFrom).slice(0, 5)) {
    const found = await loadCase(port, { kind: "case", org: org.id, id });
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Only what comes from the customer's own address, and is not known to be somebody else's, is the customer's. */
const isOwn = ({ current }: Loaded, { mail, verdict }: Come): boolean =>
  !verdict.unproven && spelt(current.contact.email ?? "") === spelt(mail.from?.address ?? "-");

type Entered = { readonly is: string; readonly record?: CaseId };

const enter = async (port: MailPort, found: Loaded, come: Come, { told }: { told: boolean }): Promise<Entered> => {
  const { id, mail, verdict, raw } = come;
  const record = found.record.id;
  if (found.current.erasure !== undefined) return { is: "erased", record };
  if (knowsMail(found, id)) return { is: "known", record };
  const own = isOwn(found, come);
  if (verdict.spam && !own) return { is: "spam", record };
  const put = await putFiles(found, { box: port.box, mail: id, raw, read: mail, verdict, own, now: port.now() });
  const { text, quoted = "" } = parted(mail.text);
  const short = { text: cut(text, LONGEST.text), quoted: cut(quoted, LONGEST.quoted) };
  const isCut = short.text !== text || short.quoted !== quoted;
  await enterMail(
    port,
    refOf(found.record),
    {
      by: { kind: own ? "reporter" : "system" },
      mail: id,
      from: { name: mail.from?.name ?? "", address: mail.from?.address ?? "" },
      ...(mail.sentAt === undefined ? {} : { sentAt: mail.sentAt }),
      subject: mail.subject,
      text: short.text,
      ...(quoted === "" ? {} : { quoted: short.quoted }),
      ...(isCut ? { cut: true as const } : {}),
      ...(verdict.spam ? { spam: true as const } : {}),
      ...put,
    },
    { told },
  );
  return { is: own ? "customer" : "note", record };
};

/** A mail that belongs to no case: a new one where a regulation takes them in by mail, else an answer. */
const begin = async (port: MailPort, come: Come): Promise<Entered> => {
  const { org, mail, verdict, id } = come;
  if (verdict.spam) return { is: "spam" };
  const filed = verdict.unproven ? undefined : await fileMail(port, come);
  if (filed !== undefined) {
    const entered = await enter(port, filed, come, { told: false });
    return { ...entered, is: entered.is === "customer" ? "new-case" : entered.is };
  }
  if (verdict.unproven) return { is: "unproven" };
  return { is: await turnAway(port, { org, mail, id, senders: port.senders(org.id) }) };
};

/** What became of a mail, whose it is, and who sent it. */
type Handled = Entered & { readonly org?: string; readonly mail?: string; readonly from?: string };

const handle = async (port: MailPort, raw: Uint8Array): Promise<Handled> => {
  const mail = await readMail(raw);
  if (mail === undefined) return { is: "unreadable" };
  const org = await companyOf(port, mail);
  if (org === undefined) return { is: "nobody-here" };
  const id = mailIdFor(org.id, mail);
  const said = (entered: Entered) => ({ ...entered, org: org.id, mail: id, from: mail.from?.address ?? "" });
  const verdict = verdictOf(mail);
  if (verdict.virus) return said({ is: "virus" });
  const machine = automaticBy(mail, org.mailFrom);
  if (machine !== undefined) return said({ is: machine });
  const within = await port.senders(org.id).within(MOST_AN_HOUR, mail.from?.address ?? "", id, port.now());
  if (!within) return said({ is: "too-often" });
  const come = { org, id, mail, raw, verdict };
  const found = await threadOf(port, come);
  return said(found === undefined ? await begin(port, come) : await enter(port, found, come, { told: true }));
};

/** What belongs to a case lies among its papers, or is gone with it. */
const settled = ({ is, record }: Entered): boolean => record !== undefined && is !== "spam";

/**
 * Takes a mail away once it is read: what belongs to a case lies among its papers, and everything else goes where the
 * erasure of its sender finds it. What nobody could read, or no company has, stays until it goes by itself.
 */
const putAway = async (port: MailPort, key: string, raw: Uint8Array, come: Handled): Promise<void> => {
  if (!settled(come)) {
    const { org, mail, from = "" } = come;
    if (org === undefined || mail === undefined) return;
    const sender = await port.senderMark(org, from);
    await port.box.put(`${asideFolder(org, sender)}${mail}`, raw, "message/rfc822");
  }
  await port.box.remove(key);
};

/**
 * Reads a mail that SES put into the bucket and does what follows from it. The same object may be announced any number of
 * times and at any moment: everything that is written has a name that follows from the mail, and it is taken away last.
 * What is not kept leaves a line in the log, and no word of the mail with it. Answers what became of it, in the log's word.
 */
export const takeMail = async (port: MailPort, key: string): Promise<string> => {
  const raw = await port.box.read(key);
  if (raw === undefined) {
    log("MAIL_IN", { is: "gone" });
    return "gone";
  }
  const come = await handle(port, raw);
  await putAway(port, key, raw, come);
  const { from: _, ...ids } = come;
  log("MAIL_IN", ids);
  return come.is;
};
