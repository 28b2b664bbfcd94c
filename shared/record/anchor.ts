import { linked } from "../audit/chain.ts";
import { digest } from "../audit/digest.ts";
import { type AnchorFile, anchored } from "../audit/file.ts";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { Instant } from "../kernel/instant.ts";
import { type CaseRecord, lastAt, saltOf } from "./record.ts";
import { type RecordStore, SHARDS } from "./store.ts";

/** Where anchors are kept: written once, and altered by nobody until their time is over. */
export type Anchors = {
  /** The day of the last anchor that lies before a day; undefined when there is none. */
  readonly lastBefore: (day: CivilDate) => Promise<CivilDate | undefined>;
  /** The anchor of a day as it was written. @throws when there is none. */
  readonly read: (day: CivilDate) => Promise<string>;
  /** Writes it unless there is one already, which then stays as it is. */
  readonly write: (day: CivilDate, text: string) => Promise<"written" | "exists">;
};

const NEVER = "9999-12-31T00:00:00.000Z";

/** As many records at a time as are fetched side by side. */
const AT_A_TIME = 16;

/** How many events a record had when a day began: those before the first one of that day or a later one. */
const before = ({ timeline }: CaseRecord, day: CivilDate): number => {
  const later = timeline.findIndex(({ at }) => at.slice(0, 10) >= day);
  return later === -1 ? timeline.length : later;
};

/** What an anchor says of one record; undefined when nothing happened to it that day. */
const headAt = (record: CaseRecord, day: CivilDate) => {
  const events = before(record, addDays(day, 1));
  if (events === before(record, day)) return undefined;
  const head = linked(record, record.timeline.slice(0, events), saltOf(record)).at(-1)?.link;
  return head === undefined ? undefined : ([anchored(record), { events, head }] as const);
};

/** The days from one to another, both of them included. */
const daysFrom = (from: CivilDate, to: CivilDate): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Every record that lies in the partitions of some days; one that moved to a later day is found there. */
const changedIn = async (
  records: Pick<RecordStore, "changed" | "load">,
  days: readonly CivilDate[],
): Promise<ReadonlyMap<string, CaseRecord>> => {
  const found = new Map<string, CaseRecord>();
  for (const day of days) {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      for (let cursor: string | undefined; ; ) {
        const page = await records.changed(day, shard, cursor);
        for (let at = 0; at < page.items.length; at += AT_A_TIME) {
          const some = await Promise.all(page.items.slice(at, at + AT_A_TIME).map((ref) => records.load(ref)));
          for (const record of some) if (record !== undefined) found.set(anchored(record), record);
        }
        cursor = page.cursor;
        if (cursor === undefined) break;
      }
    }
  }
  return found;
};

/** The anchor of a day that is over, from all records that something happened to on it or since. */
const anchorOf = (changed: readonly CaseRecord[], day: CivilDate, previous: string | null): AnchorFile => {
  const heads = changed.flatMap((record) => {
    const head = headAt(record, day);
    return head === undefined ? [] : [head];
  });
  heads.sort(([a], [b]) => (a < b ? -1 : 1));
  return { format: "aftercare-anchor/1", date: day, previous, heads: Object.fromEntries(heads) };
};

/**
 * Writes the anchors of all days that are over and have none: yesterday's, as a rule; the first one begins the chain.
 * Whenever a day is asked for, its answer is the same, since a timeline only grows: so a second run finds nothing to do,
 * one that was stopped goes on where it was, and two at once write the same. Costs one read for each record that changed
 * on those days or since, and a question or two for each day.
 * @returns the days that were anchored, and when the next run can first find more than empty days: never, as long as
 * nothing happens; those days are made up for then.
 */
export const anchorDays = async (
  { records, anchors }: { readonly records: Pick<RecordStore, "changed" | "load">; readonly anchors: Anchors },
  now: Instant,
): Promise<{ readonly anchored: readonly CivilDate[]; readonly idleUntil: Instant }> => {
  const today = CivilDate.parse(now.slice(0, 10));
  const last = await anchors.lastBefore(today);
  const days = daysFrom(addDays(last ?? addDays(today, -2), 1), addDays(today, -1));
  const changed = days.length === 0 ? [] : [...(await changedIn(records, [...days, today])).values()];
  let previous = last === undefined || days.length === 0 ? null : digest(await anchors.read(last));
  for (const day of days) {
    const text = `${JSON.stringify(anchorOf(changed, day, previous))}\n`;
    previous = digest((await anchors.write(day, text)) === "written" ? text : await anchors.read(day));
  }
  const end = addDays(today, -1);
  const idle = days.length > 0 && changed.every((record) => lastAt(record).slice(0, 10) < end);
  return { anchored: days, idleUntil: Instant.parse(idle ? NEVER : `${addDays(today, 1)}T00:00:00.000Z`) };
};
