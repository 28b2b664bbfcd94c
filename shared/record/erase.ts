import { erasableFrom, expiryOf } from "../case/keeping/retention.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept } from "../kernel/result.ts";
import { anonymised } from "../privacy/erase.ts";
import { append } from "./append.ts";
import { type AskDeps, forgetAsked } from "./asking.ts";
import { change, type Deps, loadCase } from "./change.ts";
import type { FigureDeps } from "./figures/figures.ts";
import { forgetParts, keepParts, partsOwed } from "./figures/keep.ts";
import type { OutboxEntry } from "./outbox.ts";
import { type CaseRecord, type RecordRef, saltOf } from "./record.ts";
import { filedUnder } from "./words.ts";

/** What erasing needs beside the records: the photos' own store, and randomness from the edge. */
export type EraseDeps = Deps &
  AskDeps &
  FigureDeps & {
    /** Removes every version of every photo of a case and of every copy; harmless when they are gone. */
    readonly removePhotos: (ref: RecordRef) => Promise<void>;
    readonly newSalt: () => string;
  };

/** How often an erasure that was overtaken looks again. */
const TRIES = 60;

const system = { kind: "system" } as const;

/** Who is reached by what goes: the reporter, and whoever outside holds a copy. */
const OUTSIDE: ReadonlySet<string> = new Set(["reporter", "holder"]);

/** A letter to somebody whose address is gone does not leave, and says why. */
const unsent = (entry: OutboxEntry, at: Instant): OutboxEntry =>
  OUTSIDE.has(entry.to) && (entry.state.is === "waiting" || entry.state.is === "claimed")
    ? { ...entry, state: { is: "notSent", at, why: "the recipient's personal data was erased" } }
    : entry;

/** A record without personal data; neither its salt nor its token nor its request's digest can tell of it any more. */
const emptied = (record: CaseRecord, timeline: CaseRecord["timeline"], salt: string, at: Instant): CaseRecord => ({
  ...record,
  timeline,
  salt,
  tokenHash: "",
  requestHash: "",
  indexed: timeline.length,
  figured: timeline.length,
  outbox: record.outbox.map((entry) => unsent(entry, at)),
});

/**
 * Carries out an erasure that was ordered: the photos and what surveys know of its customer first, then the record, and only then does the case say that it is
 * done; a deletion takes the emptied record away at last, and what it added to figures before. Twice, late or stopped in the middle comes to the same end.
 * @returns `waits` while an upload may still be under way, or somebody counts the case.
 * @throws when it is overtaken every time.
 */
const carryOut = async (deps: EraseDeps, ref: RecordRef): Promise<"done" | "waits" | "nothing"> => {
  for (let left = TRIES; left > 0; left -= 1) {
    const found = await loadCase(deps, ref);
    const erasure = found?.current.erasure;
    if (found === undefined || erasure === undefined) return "nothing";
    const { record, rulebook, current } = found;
    if (erasure.doneAt !== undefined) {
      if (erasure.how !== "delete") return "done";
      if (!(await forgetParts(deps, found))) return "waits";
      if ((await deps.records.remove(record)) === "removed") return "done";
      continue;
    }
    const now = deps.now();
    if (now < (erasableFrom(current) ?? now)) return "waits";
    // what is erased cannot be counted any more: its figures are brought up to it, and stand
    if (partsOwed(rulebook.policy, record) !== undefined && (await keepParts(deps, found)) < record.timeline.length)
      return "waits";
    await deps.removePhotos(ref);
    await forgetAsked(deps, found);
    await deps.records.unpoint(record, filedUnder(rulebook.policy, record));
    const timeline = anonymised(rulebook.policy, record.timeline, saltOf(record));
    const erased = { type: "erased", at: now, by: system, photos: current.photos.length } as const;
    const next = append(rulebook, emptied(record, timeline, deps.newSalt(), now), [erased], now);
    const saved = await deps.records.rewrite(next);
    if (saved === "saved" && erasure.how !== "delete") return "done";
  }
  throw new Error(`the erasure of ${ref.id} was overtaken ${TRIES} times`);
};

/**
 * Wakes one record for the sake of its data: orders the erasure that its policy's maximum makes due, unless a hold
 * came first, and carries out what is ordered.
 */
export const retire = async (deps: EraseDeps, ref: RecordRef): Promise<void> => {
  await change<never>(deps, ref, ({ rulebook, current }, now) => {
    const expiry = expiryOf(rulebook, current);
    if (expiry === undefined || now < expiry.at) return accept({ events: [] });
    const { how } = expiry;
    return accept({ events: [{ type: "erasureOrdered", at: now, by: system, why: "expired", how, reason: "" }] });
  });
  await carryOut(deps, ref);
};
