import { takesMail } from "../case/mailed/filing.ts";
import type { MailId } from "../kernel/ids.ts";
import { type Incoming, localeOf } from "../mail/incoming/incoming.ts";
import { parted } from "../mail/incoming/quote.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { fileCase } from "../record/file.ts";
import { intakesOf } from "../record/intake.ts";
import type { Org } from "../record/org.ts";
import { bodyHash, caseIdFor, newSalt, sha256, tokenFor } from "./secrets.ts";

type Come = { readonly org: Org; readonly id: MailId; readonly mail: Incoming };

/** The regulation of a company that takes matters in by mail: that of its own form first. */
const policyFor = async (port: Deps, org: Org): Promise<string | undefined> => {
  const open = (await intakesOf(port.orgs, org, port.now())).filter(({ intake }) => takesMail(intake));
  return (open.find(({ id }) => id === org.intakePolicy) ?? open[0])?.id;
};

/**
 * Makes a case of a mail where a regulation has that channel: its words, its sender, and all else open (AS-106). Undefined
 * where none has, or what the mail is about is taken no more. The same mail is the same case.
 */
export const fileMail = async (port: Deps, { org, id, mail }: Come): Promise<Loaded | undefined> => {
  const caseId = caseIdFor(org.id, id);
  const before = await loadCase(port, { kind: "case", org: org.id, id: caseId });
  if (before !== undefined) return before;
  const policy = await policyFor(port, org);
  if (policy === undefined || mail.from === undefined) return undefined;
  const { name, address: email } = mail.from;
  const filed = await fileCase(port, {
    org: org.id,
    policy,
    caseId,
    locale: localeOf(mail),
    body: undefined,
    mailed: { contact: { name: name || email, email }, subject: mail.subject, text: parted(mail.text).text },
    requestHash: bodyHash({ mail: id }),
    tokenHash: ({ linkKey }) => sha256(tokenFor(linkKey, caseId)),
    salt: newSalt(),
  });
  return filed.ok ? filed.value : undefined;
};
