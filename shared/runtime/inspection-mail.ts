import type { Mailer } from "../aws/mailer.ts";
import type { Asking } from "../inspection/owed.ts";
import { inspectionLetter } from "../mail/inspection.ts";
import { nameIn } from "../mail/look/look.ts";
import type { InspectionDeps, LoadedInspection } from "../record/inspections/change.ts";
import type { Org } from "../record/org.ts";
import type { Posted } from "../record/wake.ts";
import { log } from "./log.ts";
import { reachable } from "./reachable.ts";
import { sha256 } from "./secrets.ts";

type Deps = Pick<InspectionDeps, "orgs"> & Parameters<typeof reachable>[0];
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** Whom it is sent to, in their language: a person, else the desk of the first of those roles that has one. */
const readersOf = ({ desks }: Org, { person, roles }: Asking) => {
  const desk = roles.map((role) => desks[role]).find((one) => one !== undefined);
  if (person?.email === undefined) return desk;
  return { emails: [person.email], locale: person.locale ?? desk?.locale ?? "zh-CN" };
};

/** Asks people to act on what inspections found; a mail that is sent again after a crash has the same name. */
export const askingBy =
  ({ orgs, suppressions }: Deps, { publicUrl, mailer }: Places) =>
  async (found: LoadedInspection, asking: Asking): Promise<Posted> => {
    const { record, policy, schedule, current } = found;
    const org = await orgs.org(record.org);
    const readers = org && readersOf(org, asking);
    if (org === undefined || readers === undefined) return { is: "impossible", why: "nobody's address is known" };
    const { locale, emails } = readers;
    const { open, stopped } = await reachable({ suppressions }, org.id, emails);
    if (stopped !== undefined) log("DESK_UNREACHABLE", { org: org.id, record: record.id, mail: asking.asks });
    if (open.length === 0) return { is: "impossible", how: "suppressed", why: `nothing is sent to it: ${stopped}` };
    const page = `${publicUrl}/console/#/${org.id}/inspections?id=${record.id}`;
    const letter = inspectionLetter({ locale, org, policy, schedule, current, asking, page });
    const name = sha256([record.org, record.id, ...asking.about].join("\n")).slice(0, 32);
    const posted = await mailer.send({
      from: { name: nameIn(org, locale), address: org.mailFrom },
      to: open,
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      messageId: `inspection.${name}@${org.mailFrom.split("@")[1] ?? "localhost"}`,
      date: record.wakeAt ?? current.filed.at,
      tags: { kind: "inspection", org: org.id, mail: name },
    });
    if (posted.is !== "sent") log("MAIL_REFUSED", { record: record.id, mail: asking.asks, is: posted.is });
    return posted;
  };
