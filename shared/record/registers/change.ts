import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { EntryCommand, Raw } from "../../register/command.ts";
import { decideEntry } from "../../register/decide.ts";
import { dueOfEntry, type EntryGround, entryOf } from "../../register/entry.ts";
import type { EntryEvent } from "../../register/event.ts";
import { fulfilledBy } from "../../register/fulfils.ts";
import { placesOf } from "../../register/quota.ts";
import { expiryOf } from "../../register/retention.ts";
import { besideOf } from "./beside.ts";
import { deskOf, type EntryRecord, type EntryRef } from "./entries.ts";
import { type EntryDeps, type LoadedEntry, loadEntry } from "./load.ts";
import { marksOf } from "./marks.ts";
import { leavePlaces, takePlaces } from "./places.ts";

/** How often a command that was overtaken looks again. */
const TRIES = 60;

/** What is only added to an entry needs nothing beside it. */
const NOTHING = { onFile: new Set<string>(), days: [] };

/** A record with what has happened, in the list of whom it waits for. The one place where its events are added. */
export const grown = (
  ground: EntryGround,
  record: EntryRecord,
  events: readonly EntryEvent[],
  at: Instant,
): LoadedEntry => {
  const timeline = [...record.timeline, ...events];
  const entry = entryOf(ground, timeline);
  const role = entry.waits[0]?.by[0];
  const says = events.some(({ type }) => type === "written" || type === "corrected");
  const owes = record.owes || (says && fulfilledBy(ground, entry).length > 0);
  const queue =
    role === undefined
      ? undefined
      : { desk: deskOf(ground.policy.id, role), at: dueOfEntry(ground, entry) ?? entry.writtenAt };
  return {
    ...ground,
    entry,
    record: { ...record, timeline, owes, queue, wakeAt: owes ? at : expiryOf(ground, entry) },
  };
};

/** Saves an entry with the places and the names that it needs; `undefined` when somebody was faster. */
export const stored = async (
  deps: EntryDeps,
  before: LoadedEntry | undefined,
  next: LoadedEntry,
): Promise<Result<LoadedEntry, Refusal> | undefined> => {
  const held = before === undefined ? [] : placesOf(before, before.entry);
  const full = await takePlaces(deps, held, next);
  if (full !== undefined) return refuse(full);
  const news = next.record.timeline.slice(before?.record.timeline.length ?? 0);
  await deps.entries.point(next.record, marksOf(next, news));
  if ((await deps.entries.save(next.record)) === "overtaken") return undefined;
  await leavePlaces(deps, held, next);
  return accept({ ...next, record: { ...next.record, version: next.record.version + 1 } });
};

type NoEntry = { readonly code: "unknown-entry"; readonly says: Text; readonly rules: readonly string[] };

/** There is no such entry, or none in this register. */
export const noEntry: NoEntry = {
  code: "unknown-entry",
  says: say("没有此条登记", "there is no such entry"),
  rules: [],
};

const givenBy = (command: EntryCommand, { entry }: LoadedEntry): Raw =>
  command.do === "correct" ? command.answers : entry.answers;

/**
 * A command of somebody to an entry: load, decide, save over the version that was read, and again when somebody else was
 * faster. @throws when it is overtaken every time.
 */
export const changeEntry = async (
  deps: EntryDeps,
  ref: EntryRef & { readonly list: string },
  command: EntryCommand,
  by: Asked["by"],
): Promise<Result<LoadedEntry, Refusal>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadEntry(deps, ref);
    if (found === undefined || found.record.filed.list !== ref.list) return refuse(noEntry);
    const at = deps.now();
    const given = givenBy(command, found);
    const beside = command.do === "correct" ? await besideOf(deps, found, { ...ref, given }) : NOTHING;
    const decided = decideEntry({ ...found, beside }, found.entry, found.record.timeline, command, { at, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(found);
    const saved = await stored(deps, found, grown(found, found.record, decided.value, at));
    if (saved !== undefined) return saved;
  }
  throw new Error(`entry ${ref.id} was overtaken ${TRIES} times`);
};
