import type { Mailer } from "../aws/mailer.ts";
import { addDays } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Now } from "../kernel/instant.ts";
import { calendarMissing, type MissingCalendar } from "../mail/calendar-missing.ts";
import { nameIn } from "../mail/look/look.ts";
import type { CalendarNotices } from "../record/calendar-missing.ts";
import type { Org, OrgStore } from "../record/org.ts";
import { log } from "./log.ts";

type Port = {
  readonly orgs: Pick<OrgStore, "org">;
  readonly notices: CalendarNotices;
  readonly mailer: Mailer;
  readonly now: Now;
};

/** The administrator; where none is named, everybody who reads a desk, each once. */
const readersOf = ({ administrator, desks }: Org) => {
  if (administrator !== undefined) return administrator;
  const all = Object.values(desks);
  return { emails: [...new Set(all.flatMap(({ emails }) => emails))], locale: all[0]?.locale ?? "zh-CN" } as const;
};

/**
 * Warns a company's administrator that calendars are missing (K-12): once a day, of all that its cases wait for, however
 * many they are. Killed after it was noted it is said tomorrow.
 */
export const calendarWarning =
  ({ orgs, notices, mailer, now }: Port) =>
  async (id: string, missing: readonly MissingCalendar[]): Promise<void> => {
    const org = await orgs.org(id);
    if (org === undefined) return;
    const today = civilDate(now(), org.timeZone);
    const told = await notices.note(id, today, addDays(today, -1), missing);
    if (told === undefined) return;
    const { emails, locale } = readersOf(org);
    log("CALENDAR_MISSING", { org: id, missing: told.map(({ holidays, year }) => `${holidays} ${year}`).join() });
    if (emails.length === 0) return;
    const { subject, html, text } = calendarMissing({ locale, org, missing: told });
    const posted = await mailer.send({
      from: { name: nameIn(org, locale), address: org.mailFrom },
      to: emails,
      ...{ subject, html, text },
      messageId: `calendars.${today}@${org.mailFrom.split("@")[1] ?? "localhost"}`,
      date: now(),
      tags: { kind: "warning", org: org.id, mail: `calendars-${today}` },
    });
    if (posted.is !== "sent") log("MAIL_REFUSED", { record: org.id, mail: "calendars", is: posted.is });
  };
