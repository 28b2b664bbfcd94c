import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { visitRoutes } from "../api/routes/visits.ts";
import { addMonths, type CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { OrgId } from "../kernel/ids.ts";
import { plusMs } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { calendarFeed, type FeedEntry } from "../obligation/feed.ts";
import { isSecret } from "../obligation/unannounced.ts";
import { personInList } from "../privacy/privacy.ts";
import { type CaseVisit, caseVisits } from "../record/obligations/case-visits.ts";
import type { LoadedObligation } from "../record/obligations/change.ts";
import { rolesOf } from "../record/obligations/obligations.ts";
import { obligationsBetween } from "../record/obligations/week.ts";
import { Answered } from "./answer.ts";
import type { obligationDeps } from "./rhythm-wiring.ts";
import { calendarTokenFor, isToken, sha256 } from "./secrets.ts";

type Params = { readonly org: OrgId; readonly list: string; readonly token: string };

/** The address of a list's calendar: whoever has it reads the list, and nothing else. */
export const feedPath = (linkKey: string, org: string, list: string): string =>
  visitRoutes.visitFeed.path
    .replace("{org}", org)
    .replace("{list}", encodeURIComponent(list))
    .replace("{token}", calendarTokenFor(linkKey, list));

const caseEntry = (
  { record, current, rulebook, owed }: CaseVisit,
  { locale, today }: { readonly locale: Locale; readonly today: CivilDate },
): FeedEntry => {
  const { policy } = rulebook;
  const { rule, due, appointment } = owed;
  const last = due && civilDate(plusMs(due, -1), policy.calendar.timeZone);
  return {
    uid: `${record.id}.${rule.id}@${record.org}`,
    at: appointment === undefined ? { day: last ?? today } : { moment: appointment },
    summary: `${rule.title[locale]}: ${current.number}`,
    description: personInList(policy, current.contact).reporter,
    sequence: record.version - 1,
  };
};

const entryOf = ({ record, object, schedule, obligation }: LoadedObligation, locale: Locale): FeedEntry => ({
  uid: `${record.object}.${record.id}@${record.org}`,
  at:
    obligation.appointment === undefined
      ? { day: obligation.slot.day ?? obligation.slot.window[1] }
      : { moment: obligation.appointment },
  summary: object.kind === "house" ? schedule.title[locale] : `${schedule.title[locale]}: ${object.title}`,
  description: `${object.kind === "house" ? "" : `${object.contact.name}\n`}${obligation.slot.window.join(" – ")}`,
  location: object.contact.address,
  sequence: record.version - 1,
});

/** The open visits of a list for a year, as a calendar. @throws Answered 404 for an address that nobody was given. */
export const feed = async (
  deps: ReturnType<typeof obligationDeps>,
  { params, locale }: { readonly params: Params; readonly locale: Locale },
): Promise<APIGatewayProxyStructuredResultV2> => {
  const org = await deps.orgs.org(params.org);
  if (org === undefined || !isToken(params.token, sha256(calendarTokenFor(org.linkKey, params.list))))
    throw new Answered({ status: 404, code: "not-found" });
  const now = deps.now();
  const today = civilDate(now, org.timeZone);
  const year = [today, addMonths(today, 12)] as const;
  const planned = await obligationsBetween(deps, { org: org.id, lists: [params.list], zone: org.timeZone }, year);
  const roles = rolesOf(params.list);
  const owed = await caseVisits(deps, org, roles, year);
  const entries = [
    ...planned.visits.filter((one) => !isSecret(one, now)).map((one) => entryOf(one, locale)),
    ...owed.visits.map((one) => caseEntry(one, { locale, today })),
  ];
  return {
    statusCode: 200,
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, max-age=300" },
    body: calendarFeed(org.name[locale], entries, now),
  };
};
