import { addDays, type CivilDate } from "../../calendar/civil-date.ts";
import { civilDate } from "../../calendar/zone.ts";
import { nextHour, type Reader, readersOn, sameMailbox, type Told, unreadOn } from "../../digest/readers.ts";
import type { Instant } from "../../kernel/instant.ts";
import { MINUTE, plusMs } from "../../kernel/instant.ts";
import type { Policy } from "../../policy/policy.ts";
import { inTurns } from "../in-turns.ts";
import { inForce, type Org } from "../org.ts";
import { shownAddress } from "../suppression.ts";
import { DIGESTS, type DigestDeps, type DigestRecord, UNREAD } from "./digests.ts";

/** So long after its day a digest is still told; then the next one tells it better. */
const LATE_DAYS = 7;

/** Longer than a function may run, so that a lease ends only when its holder is gone. */
export const LEASE = 15 * MINUTE;

/** The regulations of a company by the day: a version comes into force on a date. */
export const policiesByDay = async (
  { orgs }: Pick<DigestDeps, "orgs">,
  org: Org,
): Promise<(day: CivilDate) => readonly Policy[]> => {
  const refs = org.policies.map(({ ref }) => ref);
  const all = await Promise.all(refs.map((ref) => orgs.policy(org.id, ref)));
  const known = new Map(refs.map((ref, at) => [`${ref.id} ${ref.version}`, all[at]] as const));
  const ids = [...new Set(refs.map(({ id }) => id))];
  return (day) =>
    ids.flatMap((id) => {
      const ref = inForce(org, id, day);
      const policy = ref && known.get(`${ref.id} ${ref.version}`);
      return policy === undefined ? [] : [policy];
    });
};

/** The name of what one person is told on a day: the same whoever makes it, so that it is made once. */
const idOf = (day: CivilDate, mark: string): string => `${day}.${mark}`;

type Day = Pick<Reader, "day" | "told">;
type OfPerson = { readonly email: string; readonly locale: Reader["locale"]; readonly days: readonly Day[] };

/** Everybody who is told something on some days, by person, the first day first. */
const people = (readers: readonly Reader[]): readonly OfPerson[] => {
  const found = new Map<string, OfPerson>();
  for (const reader of readers) {
    const key = sameMailbox(reader.email);
    const one = found.get(key);
    const { email, locale } = reader;
    found.set(key, { email, locale, days: [...(one?.days ?? []), reader] });
  }
  return [...found.values()];
};

const key = (day: CivilDate, { policy, digest }: Told): string => `${day} ${policy.id} ${digest.id}`;

/** What a person has not been told of some days, under the last of them; undefined where there is nothing. */
const untold = (days: readonly Day[], told: ReadonlySet<string>) => {
  const left = days.flatMap(({ day, told: all }) =>
    all.filter((one) => !told.has(key(day, one))).map((one) => ({ day, one })),
  );
  // a digest that was missed twice is told once: the later one says all of it
  const latest = new Map(left.map((each) => [`${each.one.policy.id} ${each.one.digest.id}`, each] as const));
  const tells = [...latest.values()];
  const last = tells
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return last === undefined ? undefined : { day: last, tells };
};

type Claim = Pick<DigestRecord, "shown" | "locale"> & {
  readonly days: readonly Day[];
  readonly mark: string;
  readonly list: string;
};

/** Takes what somebody is owed in hand, as a record that is claimed from the beginning; undefined where nothing is. */
const claim = async (
  deps: DigestDeps,
  org: Org,
  { shown, locale, days, mark, list }: Claim,
): Promise<DigestRecord | undefined> => {
  const before = await Promise.all(days.map(({ day }) => deps.digests.one({ org: org.id, id: idOf(day, mark) })));
  const told = new Set(
    before.flatMap((one) => one?.tells ?? []).map(({ day, policy, digest }) => `${day} ${policy} ${digest}`),
  );
  const owed = untold(days, told);
  if (owed === undefined) return undefined;
  const now = deps.now();
  const until = plusMs(now, LEASE);
  const record: DigestRecord = {
    kind: "digest",
    org: org.id,
    id: idOf(owed.day, mark),
    version: 0,
    filed: { list, at: now },
    wakeAt: until,
    day: owed.day,
    shown,
    locale,
    roles: [...new Set(owed.tells.flatMap(({ one }) => one.roles))],
    tells: owed.tells.map(({ day, one: { policy, digest, roles } }) => ({
      ...{ day, policy: policy.id, version: policy.version, digest: digest.id },
      roles: [...roles],
    })),
    parts: [],
    state: { is: "claimed", attempts: 1, until },
  };
  return (await deps.digests.save(record)) === "saved" ? { ...record, version: 1 } : undefined;
};

const claimFor = async (deps: DigestDeps, org: Org, { email, locale, days }: OfPerson) =>
  claim(deps, org, {
    ...{ locale, days, shown: shownAddress(email), list: DIGESTS },
    mark: await deps.markOf(org.id, sameMailbox(email)),
  });

/** The record that says since when a company is told: it tells nothing, and stands in no list that is shown. */
const BEGUN = "begun";

/** Since when a company is told; from now on where this is the first look at it. What was before is nobody's news. */
const begunAt = async ({ digests }: DigestDeps, { id: org, timeZone }: Org, now: Instant): Promise<Instant> => {
  const found = await digests.one({ org, id: BEGUN });
  if (found !== undefined) return found.filed.at;
  const day = civilDate(now, timeZone);
  const first: DigestRecord = {
    ...{ kind: "digest", org, id: BEGUN, version: 0, filed: { list: BEGUN, at: now } },
    ...{ day, shown: "", locale: "zh-CN", roles: [], tells: [], parts: [], state: { is: "empty", at: now } },
  };
  await digests.save(first); // who was faster looked at the same minute
  return now;
};

/** What a company is owed by now, each person's in hand; and when it is owed something next. */
export const claimOwed = async (
  deps: DigestDeps,
  id: string,
): Promise<{ readonly claimed: readonly DigestRecord[]; readonly next: Instant | undefined }> => {
  const org = await deps.orgs.org(id);
  if (org === undefined) return { claimed: [], next: undefined };
  const now = deps.now();
  const [policiesOn, begun] = await Promise.all([policiesByDay(deps, org), begunAt(deps, org, now)]);
  const today = civilDate(now, org.timeZone);
  const days = Array.from({ length: LATE_DAYS }, (_, n) => addDays(today, n + 1 - LATE_DAYS));
  const isOwed = ({ at }: Pick<Reader, "at">): boolean => at > begun && at <= now;
  const readers = days.flatMap((day) => readersOn(org, policiesOn(day), day)).filter(isOwed);
  const unread = days.flatMap((day) => unreadOn(org, policiesOn(day), day)).filter(isOwed);
  const claimed = [
    ...(await inTurns(people(readers), (person) => claimFor(deps, org, person))),
    await claim(deps, org, { days: unread, mark: UNREAD, list: UNREAD, shown: "", locale: "zh-CN" }),
  ];
  return {
    claimed: claimed.filter((one) => one !== undefined),
    next: nextHour(policiesOn, today, org.timeZone, now),
  };
};
