import type { CaseEvent } from "../case/event.ts";
import type { Unreached } from "../case/undelivered.ts";
import { undelivered } from "../case/undelivered.ts";
import type { Instant } from "../kernel/instant.ts";
import { append } from "./append.ts";
import { type Deps, type Loaded, loadCase } from "./change.ts";
import { deskOf } from "./columns.ts";
import type { OutboxEntry } from "./outbox.ts";
import type { RecordRef } from "./record.ts";

/** What the mail service reports of a mail that it had taken. */
export type CameBack = { readonly how: Unreached; readonly why: string; readonly messageId: string };

const failureOf = ({ state }: OutboxEntry): { how: Unreached; why: string } | undefined => {
  if (state.is === "sent") return state.back;
  return state.is === "notSent" && state.how !== undefined ? { how: state.how, why: state.why } : undefined;
};

/** What a case says of one of its mails, as it stands in the outbox by now: that a customer did not get it. */
export const undeliveredOf = (
  { record, rulebook, current }: Loaded,
  entry: OutboxEntry,
  at: Instant,
): readonly CaseEvent[] => {
  const failure = failureOf(entry);
  const { id: mail, template, to } = entry;
  if (failure === undefined || (to !== "reporter" && to !== "holder")) return [];
  const { how, why } = failure;
  return undelivered(record.timeline, { mail, template, to, how, why }, { desk: deskOf(rulebook, current), at });
};

/** What became of a report: whom it concerned, or why it changed nothing. */
export type Heard = "customer" | "desk" | "known" | "gone";

/** How often a report that was overtaken looks again; the mail service's event is then repeated as a whole. */
const TRIES = 60;

/**
 * Writes down that a mail of a case came back, whether it was confirmed by then or not: a mail that came back was sent.
 * Twice is once.
 * @returns `gone` for a case, or a mail of it, that is not there, or whose personal data is not.
 * @throws when it is overtaken every time.
 */
export const mailCameBack = async (
  deps: Deps,
  ref: RecordRef,
  mail: string,
  { how, why, messageId }: CameBack,
): Promise<Heard> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadCase(deps, ref);
    const entry = found?.record.outbox.find(({ id }) => id === mail);
    if (found === undefined || entry === undefined || found.current.erasure?.doneAt !== undefined) return "gone";
    const was = entry.state.is === "sent" ? entry.state : undefined;
    if (was?.back?.how === how) return "known";
    const now = deps.now();
    const state = { is: "sent", at: was?.at ?? now, messageId, back: { how, why, at: now } } as const;
    const outbox = found.record.outbox.map((one) => (one.id === mail ? { ...one, state } : one));
    const events = undeliveredOf(found, { ...entry, state }, now);
    const next = append(found.rulebook, { ...found.record, outbox }, events, now);
    if ((await deps.records.save(next)) === "saved") return events.length > 0 ? "customer" : "desk";
  }
  throw new Error(`case ${ref.id} was overtaken ${TRIES} times`);
};
