import { addDays, type CivilDate } from "../../calendar/civil-date.ts";
import { calendarOf } from "../../calendar/known.ts";
import { atTime, endOfDay } from "../../calendar/zone.ts";
import type { Part } from "../../digest/digest.ts";
import type { Told } from "../../digest/readers.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { both } from "../../kernel/text.ts";
import { DigestPart } from "../../policy/digest.ts";
import { leavesOn, leftBefore } from "../../policy/digest-days.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Asked, Sources, Whole } from "./digests.ts";
import { linesShown, shownOf } from "./shown.ts";

/** What is due within so many days is due soon. */
const SOON_DAYS = 7;

/** A part with all lines of its lists, for the file that the mail carries. */
export type Gathered = { readonly part: Part; readonly overdue: readonly Whole[]; readonly due: readonly Whole[] };

type Digest = Told["digest"];

/** When the digest before that of a day left, by the clocks of the company; who looks in between looks from the last that did. */
const leftLast = (policy: Policy, digest: Digest, { day, zone, now, between }: Moment): Instant => {
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined) throw new Error(`${policy.id} names an unknown calendar; lint refuses it`);
  const today = atTime(day, digest.at, zone);
  if (between && today < now && leavesOn(calendar, digest, day)) return today;
  return atTime(leftBefore(calendar, digest, day), digest.at, zone);
};

type Moment = { readonly day: CivilDate; readonly zone: string; readonly now: Instant; readonly between?: boolean };

/** The digests of a person by regulation, in the order of the regulations. */
const byPolicy = (told: readonly Told[]): readonly (readonly Told[])[] => {
  const found = new Map<string, Told[]>();
  for (const one of told) found.set(one.policy.id, [...(found.get(one.policy.id) ?? []), one]);
  return [...found.values()];
};

/** A part whose lists are not cut yet. */
type Uncut = Omit<Gathered, "part"> & { readonly part: Omit<Part, "overdue" | "due"> };

const partOf = async (sources: Sources, org: OrgId, some: readonly Told[], moment: Moment): Promise<Uncut> => {
  const [{ policy }] = some as [Told, ...Told[]]; // a regulation is there because it has one
  const shows = DigestPart.options.filter((one) => some.some(({ digest }) => digest.shows.includes(one)));
  const since = some.map(({ digest }) => leftLast(policy, digest, moment)).sort()[0] ?? moment.now;
  const until = endOfDay(addDays(moment.day, SOON_DAYS - 1), moment.zone);
  const asked: Asked = { org, policy, now: moment.now, until, since, day: moment.day };
  const wholes = (part: DigestPart, of: Sources["due"]) =>
    Promise.all(shows.includes(part) ? of.map((source) => source(asked)) : []);
  const [overdue, due, kpis, news] = await Promise.all([
    wholes("overdue", sources.overdue),
    wholes("due", sources.due),
    shows.includes("kpis") ? sources.kpis(asked) : [],
    shows.includes("changes") ? sources.news(asked) : [],
  ]);
  const roles = [...new Set(some.flatMap((one) => one.roles))];
  const part: Uncut["part"] = {
    policy: { id: policy.id, version: policy.version, title: policy.title },
    zone: policy.calendar.timeZone,
    digests: some.map(({ digest: { id, title, rules } }) => ({ id, title, rules })),
    roles: roles.map((id) => ({ id, title: policy.roles.find((role) => role.id === id)?.title ?? both(id) })),
    shows,
    since,
    kpis: [...kpis],
    news: [...news],
  };
  return { part, overdue, due };
};

/**
 * Everything that one person is told, a part for each regulation; the same regulation is asked once. The more lists there
 * are, the fewer lines of each are shown.
 */
export const gather = async (
  sources: Sources,
  org: OrgId,
  told: readonly Told[],
  moment: Moment,
): Promise<readonly Gathered[]> => {
  const all = await Promise.all(byPolicy(told).map((some) => partOf(sources, org, some, moment)));
  const most = linesShown(all.flatMap(({ overdue, due }) => [...overdue, ...due]));
  return all.map(({ part, overdue, due }) => {
    const shown = (of: readonly Whole[]) => of.map((one) => shownOf(one, most));
    return { part: { ...part, overdue: shown(overdue), due: shown(due) }, overdue, due };
  });
};
