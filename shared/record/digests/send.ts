import { isEmpty, withoutLines } from "../../digest/digest.ts";
import { readersOn, sameMailbox, type Told, unreadOn } from "../../digest/readers.ts";
import { HOUR, type Instant, plusMs } from "../../kernel/instant.ts";
import { againAt, MAX_ATTEMPTS } from "../hand-over.ts";
import type { Org } from "../org.ts";
import type { Posted } from "../wake.ts";
import { type DigestDeps, type DigestRecord, type Sources, UNREAD } from "./digests.ts";
import { type Gathered, gather } from "./gather.ts";
import { LEASE, policiesByDay } from "./owed.ts";

/** So long the lines of a mail can be read again; a case that is deleted is then in no digest that is kept. */
const KEPT = 31 * 24 * HOUR;

/** Makes the mail of a record and hands it to the post; it must not throw for what a mail service may answer. */
export type PostDigest = (
  org: Org,
  record: DigestRecord,
  email: string,
  gathered: readonly Gathered[],
) => Promise<Posted>;

/** Tells whoever looks after the system of digests that nobody reads; like the other it does not throw. */
export type WarnOfUnread = (org: Org, record: DigestRecord, unread: readonly Told[]) => Promise<Posted>;

export type Teller = DigestDeps & {
  readonly sources: Sources;
  readonly post: PostDigest;
  readonly warn: WarnOfUnread;
};

/** The person whom a record tells something, as the company is now: their address stands in no record. */
const personOf = async (deps: DigestDeps, org: Org, record: DigestRecord) => {
  const policiesOn = await policiesByDay(deps, org);
  const told: Told[] = [];
  let email: string | undefined;
  for (const day of [...new Set(record.tells.map((one) => one.day))]) {
    for (const reader of readersOn(org, policiesOn(day), day)) {
      if (`${record.day}.${await deps.markOf(org.id, sameMailbox(reader.email))}` !== record.id) continue;
      email = reader.email;
      const own = record.tells.filter((one) => one.day === day);
      told.push(
        ...reader.told.filter(({ policy, digest }) =>
          own.some((one) => one.policy === policy.id && one.digest === digest.id),
        ),
      );
    }
  }
  return email === undefined ? undefined : { email, told };
};

/** What of a record's digests still has nobody who reads it: a mailbox may have been named meanwhile. */
const stillUnread = async (deps: DigestDeps, org: Org, { tells }: DigestRecord): Promise<readonly Told[]> => {
  const policiesOn = await policiesByDay(deps, org);
  return tells.flatMap(({ day, policy, digest }) =>
    unreadOn(org, policiesOn(day), day)
      .flatMap(({ told }) => told)
      .filter((one) => one.policy.id === policy && one.digest.id === digest),
  );
};

const settled = (record: DigestRecord, posted: Posted, at: Instant): Pick<DigestRecord, "state" | "wakeAt"> => {
  const wakeAt = plusMs(at, KEPT);
  if (posted.is === "sent") return { state: { is: "sent", at, messageId: posted.messageId }, wakeAt };
  const attempts = "attempts" in record.state ? record.state.attempts : 1;
  if (posted.is === "impossible" || attempts >= MAX_ATTEMPTS)
    return { state: { is: "notSent", at, why: posted.why }, wakeAt };
  const after = againAt(attempts, at);
  return { state: { is: "waiting", attempts, after }, wakeAt: after };
};

const warn = async (deps: Teller, org: Org, record: DigestRecord): Promise<void> => {
  const unread = await stillUnread(deps, org, record);
  const at = deps.now();
  const ends =
    unread.length === 0
      ? ({ state: { is: "empty", at }, wakeAt: undefined } as const)
      : settled(record, await deps.warn(org, record, unread), at);
  await deps.digests.save({ ...record, ...ends }); // whoever overtook it has it in hand
};

/**
 * Puts together what a claimed record tells, stores it, sends it, and writes down what became of it. A crash between
 * sending and confirming sends it again under the same Message-ID when the lease ends: the one duplicate there is.
 */
export const tell = async (deps: Teller, claimed: DigestRecord): Promise<void> => {
  const org = await deps.orgs.org(claimed.org);
  if (org !== undefined && claimed.filed.list === UNREAD) return warn(deps, org, claimed);
  const person = org && (await personOf(deps, org, claimed));
  const finish = async (record: DigestRecord, ends: Pick<DigestRecord, "state" | "wakeAt">): Promise<void> => {
    await deps.digests.save({ ...record, ...ends }); // whoever overtook it has it in hand
  };
  if (org === undefined || person === undefined) {
    const why = "nobody has these roles any more";
    return finish(claimed, { state: { is: "notSent", at: deps.now(), why }, wakeAt: undefined });
  }
  const now = deps.now();
  const gathered = await gather(deps.sources, claimed.org, person.told, { day: claimed.day, zone: org.timeZone, now });
  const wanted = gathered.filter(
    ({ part }) =>
      !isEmpty(part) || person.told.some(({ policy, digest }) => policy.id === part.policy.id && digest.sentEmpty),
  );
  if (wanted.length === 0) return finish(claimed, { state: { is: "empty", at: now }, wakeAt: undefined });
  const record: DigestRecord = { ...claimed, parts: wanted.map(({ part }) => part) };
  if ((await deps.digests.save(record)) === "overtaken") return;
  const stored = { ...record, version: record.version + 1 };
  const posted = await deps.post(org, stored, person.email, wanted);
  await finish(stored, settled(stored, posted, deps.now()));
};

/**
 * Takes in hand again what nobody has confirmed, or what was to be tried later; undefined where somebody else was faster.
 * Of what left long ago it forgets the lines.
 */
export const claimAgain = async (
  deps: DigestDeps,
  ref: { readonly org: string; readonly id: string },
): Promise<DigestRecord | undefined> => {
  const found = await deps.digests.one({ org: ref.org as DigestRecord["org"], id: ref.id });
  const now = deps.now();
  if (found?.wakeAt === undefined || found.wakeAt > now) return undefined;
  if (!("attempts" in found.state)) {
    await deps.digests.save({ ...found, wakeAt: undefined, parts: found.parts.map(withoutLines) });
    return undefined;
  }
  const attempts = found.state.attempts + 1;
  const until = plusMs(now, LEASE);
  const why = `handed over ${MAX_ATTEMPTS} times, never confirmed`;
  const next: DigestRecord =
    attempts > MAX_ATTEMPTS
      ? { ...found, wakeAt: plusMs(now, KEPT), state: { is: "notSent", at: now, why } }
      : { ...found, wakeAt: until, state: { is: "claimed", attempts, until } };
  if ((await deps.digests.save(next)) === "overtaken" || next.state.is !== "claimed") return undefined;
  return { ...next, version: next.version + 1 };
};
