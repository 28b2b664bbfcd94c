import type { Mailer } from "../aws/mailer.ts";
import { nameIn } from "../mail/look/look.ts";
import { visitReminder } from "../mail/visit.ts";
import type { Org } from "../record/org.ts";
import type { LoadedVisit, VisitDeps } from "../record/visits/change.ts";
import type { Posted } from "../record/wake.ts";
import { log } from "./log.ts";
import { sha256 } from "./secrets.ts";

type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** The mail of whoever makes a visit: their own, or that of the role's desk. */
const readersOf = ({ desks }: Org, { object, schedule }: LoadedVisit) => {
  const own = object.visitor?.email;
  if (own !== undefined) return { emails: [own], locale: "zh-CN" } as const;
  return schedule.by.map((role) => desks[role]).find((desk) => desk !== undefined);
};

/** Sends the reminders of visits; a mail that is sent again after a crash has the same name. */
export const reminderBy =
  ({ orgs }: Pick<VisitDeps, "orgs">, { publicUrl, mailer }: Places) =>
  async (found: LoadedVisit): Promise<Posted> => {
    const { record, object, policy, schedule, visit } = found;
    const org = await orgs.org(record.org);
    const readers = org && readersOf(org, found);
    if (org === undefined || readers === undefined) return { is: "impossible", why: "nobody's address is known" };
    const { locale, emails } = readers;
    const due = visit.appointment ?? visit.slot.due;
    const letter = visitReminder({ locale, org, policy, schedule, object, due, page: `${publicUrl}/console/` });
    const name = sha256(`${record.org}\n${record.object}\n${record.id}\n${due}`).slice(0, 32);
    const posted = await mailer.send({
      from: { name: nameIn(org, locale), address: org.mailFrom },
      to: [...emails],
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
