import { addDays } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Now } from "../kernel/instant.ts";
import { calendarMissing, type MissingCalendar } from "../mail/calendar-missing.ts";
import type { CalendarNotices } from "../record/calendar-missing.ts";
import type { OrgStore } from "../record/org.ts";
import { log } from "./log.ts";
import { administratorOf } from "./mailbox-of.ts";
import { type Postal, sendLetter } from "./send-letter.ts";

type Port = Postal & {
  readonly orgs: Pick<OrgStore, "org">;
  readonly notices: CalendarNotices;
  readonly now: Now;
};

/**
 * Warns a company's administrator that calendars are missing (K-12): once a day, of all that its cases wait for, however
 * many they are. Killed after it was noted it is said tomorrow.
 */
export const calendarWarning =
  ({ orgs, notices, suppressions, mailer, now }: Port) =>
  async (id: string, missing: readonly MissingCalendar[]): Promise<void> => {
    const org = await orgs.org(id);
    if (org === undefined) return;
    const today = civilDate(now(), org.timeZone);
    const told = await notices.note(id, today, addDays(today, -1), missing);
    if (told === undefined) return;
    const { emails, locale } = administratorOf(org);
    log("CALENDAR_MISSING", { org: id, missing: told.map(({ holidays, year }) => `${holidays} ${year}`).join() });
    if (emails.length === 0) return;
    await sendLetter(
      { suppressions, mailer },
      {
        ...{ org, locale, to: emails, name: `calendars.${today}`, date: now() },
        letter: () => calendarMissing({ locale, org, missing: told }),
        tags: { kind: "warning", org: org.id, mail: `calendars-${today}` },
        ids: { record: org.id, mail: "calendars" },
      },
    );
  };
