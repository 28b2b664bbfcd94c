import type { Mailer } from "../aws/mailer.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { dutyReminder } from "../mail/duty.ts";
import { visitReminder } from "../mail/visit.ts";
import type { Letter } from "../mail/written.ts";
import type { LoadedObligation, ObligationDeps } from "../record/obligations/change.ts";
import type { Reminder } from "../record/obligations/wake.ts";
import type { Org } from "../record/org.ts";
import type { Posted } from "../record/wake.ts";
import { mailboxOf } from "./mailbox-of.ts";
import { sha256 } from "./secrets.ts";
import { type Postal, sendLetter } from "./send-letter.ts";

type Deps = Pick<ObligationDeps, "orgs"> & Omit<Postal, "mailer">;
type Places = { readonly publicUrl: string; readonly mailer: Mailer };

const dueOf = ({ obligation }: LoadedObligation): Instant => obligation.appointment ?? obligation.slot.due;

/** One visit is told with whom it is of; anything else as a list. */
const letterOf = (org: Org, locale: Locale, of: Reminder["of"], page: string): Letter => {
  const [first, ...others] = of;
  const { object, policy, schedule } = first;
  if (others.length === 0 && schedule.duty.is === "visit")
    return visitReminder({ locale, org, policy, schedule, object, due: dueOf(first), page });
  const [one, ...rest] = of
    .toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))
    .map((found) => ({
      schedule: found.schedule,
      object: found.object.kind === "house" ? undefined : found.object.title,
      due: dueOf(found),
    }));
  if (one === undefined) throw new Error("a reminder reminds of something");
  return dutyReminder({ locale, org, policy, duties: [one, ...rest], page });
};

/**
 * Sends the reminders of what is owed, to no address that mail came back from; a mail that is sent again after a crash has
 * the same name.
 */
export const reminderBy =
  ({ orgs, suppressions }: Deps, { publicUrl, mailer }: Places) =>
  async ({ since, of }: Reminder): Promise<Posted> => {
    const { record } = of[0];
    const org = await orgs.org(record.org);
    const { object, schedule } = of[0];
    const readers = org && mailboxOf(org, schedule.by, object.visitor);
    if (org === undefined || readers === undefined) return { is: "impossible", why: "nobody's address is known" };
    const { locale, emails } = readers;
    const name = sha256(`${record.org}\n${record.policy.id}\n${record.list}\n${since}`).slice(0, 32);
    return sendLetter(
      { suppressions, mailer },
      {
        ...{ org, locale, to: emails, name: `visit.${name}`, date: since },
        letter: () => letterOf(org, locale, of, `${publicUrl}/console/`),
        tags: { kind: "visit", org: org.id, mail: name },
        ids: { record: record.object, mail: record.id },
      },
    );
  };
