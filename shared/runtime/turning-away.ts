import type { Mailer } from "../aws/mailer.ts";
import type { Senders } from "../aws/senders.ts";
import { headerOf, type Incoming, localeOf } from "../mail/incoming/incoming.ts";
import { turnedAway } from "../mail/incoming/turned-away.ts";
import type { Deps } from "../record/change.ts";
import type { Org } from "../record/org.ts";
import type { SuppressionStore } from "../record/suppression.ts";
import { messageOf } from "./send-letter.ts";

type Port = Pick<Deps, "now"> & {
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly suppressions: Pick<SuppressionStore, "of">;
};

/**
 * Tells a stranger where their matter is taken in: once, and nobody who is on a list of those that nothing is sent to. It
 * is marked as an answer of a machine, so that no machine answers it (RFC 3834). Killed after it was noted it is not sent
 * again: a silence harms nobody as much as a loop does.
 */
export const turnAway = async (
  { mailer, publicUrl, suppressions, now }: Port,
  {
    org,
    mail,
    senders,
    id,
  }: { readonly org: Org; readonly mail: Incoming; readonly senders: Senders; readonly id: string },
): Promise<"answered" | "not-answered"> => {
  const address = mail.from?.address ?? "";
  if ((await suppressions.of(org.id, address)) !== undefined) return "not-answered";
  if (!(await senders.mayAnswer(address, now()))) return "not-answered";
  const locale = localeOf(mail);
  const formPage = `${publicUrl}/${org.id}/complaint?lang=${locale}`;
  const letter = turnedAway({ org, subject: mail.subject, formPage, locale });
  const answers = headerOf(mail, "message-id");
  const posted = await mailer.send(
    messageOf({ org, locale, to: [address] }, letter, {
      name: `${id}.answer`,
      date: now(),
      tags: { kind: "answer", org: org.id, mail: id },
      answers: /^<[^<>\s]{1,500}>$/.test(answers) ? answers : "",
    }),
  );
  return posted.is === "sent" ? "answered" : "not-answered";
};
