import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { calendarOf } from "../calendar/known.ts";
import { atTime } from "../calendar/zone.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Digest } from "../policy/digest.ts";
import { leavesOn } from "../policy/digest-days.ts";
import type { Policy } from "../policy/policy.ts";

/** A company as digests know it: its clocks, and who reads the mail of a role. */
export type Company = {
  readonly timeZone: string;
  readonly desks: Readonly<Record<string, { readonly emails: readonly string[]; readonly locale: Locale }>>;
};

/** A digest of a regulation, for some of the roles that one person has. */
export type Told = { readonly policy: Policy; readonly digest: Digest; readonly roles: readonly string[] };

/** One person on one day: everything that all of their roles are told then, in one mail. */
export type Reader = {
  readonly email: string;
  readonly locale: Locale;
  readonly day: CivilDate;
  /** The earliest hour of their digests. */
  readonly at: Instant;
  readonly told: readonly Told[];
};

/** The digests of some regulations that leave on a day. */
const leaving = (policies: readonly Policy[], day: CivilDate): readonly (readonly [Policy, Digest])[] =>
  policies.flatMap((policy) => {
    const calendar = calendarOf(policy.calendar.holidays);
    if (calendar === undefined) return [];
    return policy.digests
      .filter((digest) => leavesOn(calendar, digest, day))
      .map((digest) => [policy, digest] as const);
  });

/** Two spellings of one mailbox are one person. */
export const sameMailbox = (email: string): string => email.trim().toLowerCase();

/** The next day from `day` on, a year ahead at most, on which a digest leaves; and when. */
export const nextHour = (
  policiesOn: (day: CivilDate) => readonly Policy[],
  from: CivilDate,
  zone: string,
  after: Instant,
): Instant | undefined => {
  for (let day = from, n = 0; n <= 366; day = addDays(day, 1), n += 1) {
    const hours = leaving(policiesOn(day), day).map(([, { at }]) => atTime(day, at, zone));
    const next = earliest(...hours.filter((hour) => hour > after));
    if (next !== undefined) return next;
  }
  return undefined;
};

/** The digests of a day for roles whose mail nobody reads: nobody is told them, which somebody has to know. */
export const unreadOn = (
  { timeZone, desks }: Company,
  policies: readonly Policy[],
  day: CivilDate,
): readonly (Pick<Reader, "day" | "at"> & { readonly told: readonly [Told] })[] =>
  leaving(policies, day).flatMap(([policy, digest]) => {
    const roles = digest.to.filter((role) => (desks[role]?.emails ?? []).length === 0);
    return roles.length === 0 ? [] : [{ day, at: atTime(day, digest.at, timeZone), told: [{ policy, digest, roles }] }];
  });

/**
 * Who is told what on a day: the digests of all regulations and roles, by person. A person whose roles have several
 * languages reads that of the first; a role that nobody reads the mail of has no reader.
 */
export const readersOn = (
  { timeZone, desks }: Company,
  policies: readonly Policy[],
  day: CivilDate,
): readonly Reader[] => {
  const found = new Map<string, { email: string; locale: Locale; at: Instant; told: Told[] }>();
  for (const [policy, digest] of leaving(policies, day)) {
    const at = atTime(day, digest.at, timeZone);
    for (const role of digest.to) {
      const desk = desks[role];
      for (const email of desk?.emails ?? []) {
        const key = sameMailbox(email);
        const one = found.get(key) ?? { email, locale: desk?.locale ?? "zh-CN", at, told: [] };
        const same = one.told.find((each) => each.policy === policy && each.digest === digest);
        const told =
          same === undefined
            ? [...one.told, { policy, digest, roles: [role] }]
            : one.told.map((each) => (each === same ? { ...same, roles: [...new Set([...same.roles, role])] } : each));
        found.set(key, { ...one, at: earliest(one.at, at) ?? at, told });
      }
    }
  }
  return [...found.values()].map((one) => ({ ...one, day }));
};
