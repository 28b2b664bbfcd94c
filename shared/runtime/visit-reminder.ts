import type { Mailer } from "../aws/mailer.ts";
import { nameIn } from "../mail/look/look.ts";
import { visitReminder } from "../mail/visit.ts";
import type { LoadedObligation, ObligationDeps } from "../record/obligations/change.ts";
import type { Org } from "../record/org.ts";
import type { Posted } from "../record/wake.ts";
import { log } from "./log.ts";
import { reachable } from "./reachable.ts";
import { sha256 } from "./secrets.ts";

type Deps = Pick<ObligationDeps, "orgs"> & Parameters<typeof reachable>[0];
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** The mail of whoever makes a visit, in their language: their own, or that of the role's desk. */
const readersOf = ({ desks }: Org, { object, schedule }: LoadedObligation) => {
  const desk = schedule.by.map((role) => desks[role]).find((one) => one !== undefined);
  const { email, locale = desk?.locale ?? "zh-CN" } = object.visitor ?? {};
  return email === undefined ? desk : { emails: [email], locale };
};

/**
 * Sends the reminders of visits, to no address that mail came back from; a mail that is sent again after a crash has the
 * same name.
 */
export const reminderBy =
  ({ orgs, suppressions }: Deps, { publicUrl, mailer }: Places) =>
  async (found: LoadedObligation): Promise<Posted> => {
    const { record, object, policy, schedule, obligation } = found;
    const org = await orgs.org(record.org);
    const readers = org && readersOf(org, found);
    if (org === undefined || readers === undefined) return { is: "impossible", why: "nobody's address is known" };
    const { locale, emails } = readers;
    const { open, stopped } = await reachable({ suppressions }, org.id, emails);
    if (stopped !== undefined) log("DESK_UNREACHABLE", { org: org.id, record: record.object, mail: record.id });
    if (open.length === 0) return { is: "impossible", how: "suppressed", why: `nothing is sent to it: ${stopped}` };
    const due = obligation.appointment ?? obligation.slot.due;
    const letter = visitReminder({ locale, org, policy, schedule, object, due, page: `${publicUrl}/console/` });
    const name = sha256(`${record.org}\n${record.object}\n${record.id}\n${due}`).slice(0, 32);
    const posted = await mailer.send({
      from: { name: nameIn(org, locale), address: org.mailFrom },
      to: open,
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      messageId: `visit.${name}@${org.mailFrom.split("@")[1] ?? "localhost"}`,
      date: record.wakeAt ?? due,
      tags: { kind: "visit", org: org.id, mail: name },
    });
    if (posted.is !== "sent") log("MAIL_REFUSED", { record: record.object, mail: record.id, is: posted.is });
    return posted;
  };
