import type { Mailer } from "../aws/mailer.ts";
import type { Asking } from "../inspection/owed.ts";
import { inspectionLetter } from "../mail/inspection.ts";
import type { InspectionDeps, LoadedInspection } from "../record/inspections/change.ts";
import type { Posted } from "../record/wake.ts";
import { mailboxOf } from "./mailbox-of.ts";
import { sha256 } from "./secrets.ts";
import { type Postal, sendLetter } from "./send-letter.ts";

type Deps = Pick<InspectionDeps, "orgs"> & Omit<Postal, "mailer">;
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** Asks people to act on what inspections found; a mail that is sent again after a crash has the same name. */
export const askingBy =
  ({ orgs, suppressions }: Deps, { publicUrl, mailer }: Places) =>
  async (found: LoadedInspection, asking: Asking): Promise<Posted> => {
    const { record, policy, schedule, current } = found;
    const org = await orgs.org(record.org);
    const readers = org && mailboxOf(org, asking.roles, asking.person);
    if (org === undefined || readers === undefined) return { is: "impossible", why: "nobody's address is known" };
    const { locale, emails } = readers;
    const page = `${publicUrl}/console/#/${org.id}/inspections?id=${record.id}`;
    const name = sha256([record.org, record.id, ...asking.about].join("\n")).slice(0, 32);
    return sendLetter(
      { suppressions, mailer },
      {
        ...{ org, locale, to: emails, name: `inspection.${name}`, date: record.wakeAt ?? current.filed.at },
        letter: () => inspectionLetter({ locale, org, policy, schedule, current, asking, page }),
        tags: { kind: "inspection", org: org.id, mail: name },
        ids: { record: record.id, mail: asking.asks },
      },
    );
  };
