import { caseOf } from "../case/case.ts";
import { owedEvents } from "../case/owed.ts";
import { type Instant, MINUTE, plusMs } from "../kernel/instant.ts";
import { accept } from "../kernel/result.ts";
import { append, withOutbox } from "./append.ts";
import { calendarsMissing } from "./calendar-missing.ts";
import { change, type Deps, type Loaded, loadCase } from "./change.ts";
import { choreSince } from "./chores.ts";
import { type ChoreDeps, doChores } from "./do-chores.ts";
import { type FilingDeps, file, sameFiled } from "./do-filings.ts";
import { againAt, MAX_ATTEMPTS } from "./hand-over.ts";
import type { OutboxEntry } from "./outbox.ts";
import type { CaseRecord, RecordRef } from "./record.ts";
import { undeliveredOf } from "./undelivered.ts";

/** What became of a mail that was handed to the post. */
export type Posted =
  | { readonly is: "sent"; readonly messageId: string }
  /** It cannot go at all, and why; `how` where somebody should have got it and does not. */
  | { readonly is: "impossible"; readonly why: string; readonly how?: "refused" | "suppressed" }
  /** Not now: too fast, or the service is away. */
  | { readonly is: "later"; readonly why: string };

/** Makes one mail of a record's outbox and hands it to the post. It must not throw for what a mail service may answer. */
export type Post = (record: CaseRecord, entry: OutboxEntry) => Promise<Posted>;

/** Longer than a function may run, so that a lease ends only when its holder is gone. */
const LEASE_MINUTES = 5;

const isOwed = ({ state, owedAt }: OutboxEntry, now: Instant): boolean =>
  (state.is === "waiting" && (state.after ?? owedAt) <= now) || (state.is === "claimed" && state.until <= now);

/** Taken in hand, or given up when each of its holders was lost: such a mail may be what kills them. */
const claim = (entry: OutboxEntry, now: Instant): OutboxEntry => {
  const attempts = "attempts" in entry.state ? entry.state.attempts + 1 : 1;
  if (attempts > MAX_ATTEMPTS) {
    return { ...entry, state: { is: "notSent", at: now, why: `handed over ${MAX_ATTEMPTS} times, never confirmed` } };
  }
  return { ...entry, state: { is: "claimed", attempts, until: plusMs(now, LEASE_MINUTES * MINUTE) } };
};

const settle = (entry: OutboxEntry, posted: Posted, at: Instant): OutboxEntry => {
  if (posted.is === "sent") return { ...entry, state: { is: "sent", at, messageId: posted.messageId } };
  const attempts = "attempts" in entry.state ? entry.state.attempts : 1;
  if (posted.is === "impossible") {
    const how = posted.how === undefined ? {} : { how: posted.how };
    return { ...entry, state: { is: "notSent", at, why: posted.why, ...how } };
  }
  if (attempts >= MAX_ATTEMPTS) return { ...entry, state: { is: "notSent", at, why: posted.why, how: "refused" } };
  return { ...entry, state: { is: "waiting", attempts, after: againAt(attempts, at) } };
};

const hasComeBack = ({ state }: OutboxEntry): boolean => state.is === "sent" && state.back !== undefined;

/**
 * What became of a mail, unless it was called off while it was under way, when it is not tried again, or has come back
 * before its sender could say that it left.
 */
const outcomeOf = (entry: OutboxEntry, settled: OutboxEntry): OutboxEntry =>
  hasComeBack(entry) || (entry.state.is === "notSent" && settled.state.is === "waiting") ? entry : settled;

/**
 * Writes what became of a mail over whatever the record is by now: its own state, and that a customer did not get it. Each mail by itself, so
 * that a crash repeats one at most: a read and a write of the record a mail.
 */
const confirm = async (deps: Deps, ref: RecordRef, settled: OutboxEntry): Promise<void> => {
  for (;;) {
    const found = await loadCase(deps, ref);
    if (found === undefined) return;
    const now = deps.now();
    const outbox = found.record.outbox.map((entry) => (entry.id === settled.id ? outcomeOf(entry, settled) : entry));
    const events = outbox.filter(({ id }) => id === settled.id).flatMap((entry) => undeliveredOf(found, entry, now));
    const next = append(found.rulebook, { ...found.record, outbox }, events, now);
    if ((await deps.records.save(next)) === "saved") return;
  }
};

const sameWake = (a: CaseRecord, b: CaseRecord): boolean => a.wakeAt === b.wakeAt && a.wakeFor === b.wakeFor;

/** What breaks while one letter is made must neither hold up the others nor send them twice: it waits, and is reported. */
const handOver = async (
  post: Post,
  record: CaseRecord,
  entry: OutboxEntry,
): Promise<{ posted: Posted; broke?: unknown }> => {
  try {
    return { posted: await post(record, entry) };
  } catch (error) {
    return { posted: { is: "later", why: error instanceof Error ? error.message : String(error) }, broke: error };
  }
};

/**
 * Files what happened to a record, gives what it owes, claims its mails, sends them, confirms. Each step is stored before the next, so
 * that a second call at the same moment finds nothing to do. A crash between sending and confirming sends a mail again
 * when its lease ends: the one duplicate there is; the other order would lose it.
 * @returns whether there was anything to do.
 * @throws what broke while it was filed or a letter was made, once the others are sent and confirmed.
 */
const giveOwed = async (
  deps: FilingDeps & { readonly post: Post },
  ref: RecordRef,
  found: Loaded,
): Promise<boolean> => {
  const { rulebook } = found;
  const now = deps.now();
  const events = owedEvents(rulebook, caseOf(rulebook.policy, found.record.timeline), now);
  const { filed, broke: unfiled } = await file(deps, found);
  const grown = append(rulebook, { ...found.record, ...filed }, events, now);
  const owed = new Set(grown.outbox.filter((entry) => isOwed(entry, now)).map(({ id }) => id));
  const outbox = grown.outbox.map((entry) => (owed.has(entry.id) ? claim(entry, now) : entry));
  const claimed = withOutbox(rulebook, grown, outbox, now);
  const asItWas = sameWake(claimed, found.record) && sameFiled(claimed, found.record);
  if (events.length === 0 && owed.size === 0 && asItWas) {
    if (unfiled !== undefined) throw unfiled;
    return false;
  }
  if ((await deps.records.save(claimed)) === "overtaken") return true; // whoever was faster set a new wake-up
  const broken: unknown[] = unfiled === undefined ? [] : [unfiled];
  for (const entry of outbox.filter(({ id, state }) => owed.has(id) && state.is === "claimed")) {
    const { posted, broke } = await handOver(deps.post, claimed, entry);
    await confirm(deps, ref, settle(entry, posted, deps.now()));
    if (broke !== undefined) broken.push(broke);
  }
  if (broken.length > 0) throw broken[0];
  return true;
};

/** What a record has to do outside itself, and what that makes of it. */
const tidy = async (deps: ChoreDeps, ref: RecordRef, found: Loaded): Promise<void> => {
  const told = await doChores(deps, found, deps.now());
  await change(deps, ref, ({ current }, at) => accept({ events: told(current, at) }));
};

export type Waker = ChoreDeps & {
  readonly post: Post;
  /** Tells the administrator of a company which calendars its cases wait for (K-12). */
  readonly warnOfCalendars?: (org: string, missing: ReturnType<typeof calendarsMissing>) => Promise<void>;
};

/**
 * Wakes one record: gives what it owes, then does its chores, also when a letter broke. Twice at the same moment is once.
 * @returns whether there was anything to do.
 * @throws what broke, once everything else is done.
 */
export const wakeCase = async (deps: Waker, ref: RecordRef): Promise<boolean> => {
  const found = await loadCase(deps, ref);
  if (found === undefined) return false;
  const chores = choreSince(found) !== undefined;
  try {
    const missing = calendarsMissing(found.rulebook, found.current, deps.now());
    if (missing.length > 0) await deps.warnOfCalendars?.(ref.org, missing);
    return (await giveOwed(deps, ref, found)) || chores;
  } finally {
    if (chores) await tidy(deps, ref, found);
  }
};
