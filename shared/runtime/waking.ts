import type { Instant } from "../kernel/instant.ts";
import type { Deps } from "../record/change.ts";
import type { RecordRef } from "../record/record.ts";
import type { CaseShard } from "../record/store.ts";
import { log } from "./log.ts";

/** As many records at a time as one function has connections for. */
const AT_A_TIME = 8;

export type Woken = {
  readonly woken: number;
  readonly failed: number;
  /** Nothing is owed before this moment unless something else happens; absent while something may be. */
  readonly idleUntil?: Instant | undefined;
};

const FAR = "9999-12-31T00:00:00.000Z" as Instant; // a shard that holds nothing is idle until something is written

/** What is done to a record that is due. */
type Wake = (ref: RecordRef) => Promise<unknown>;

/** One record that fails does not keep the others asleep; it stays due and is tried again next minute. */
const wakeOne = async (wake: Wake, ref: RecordRef): Promise<boolean> => {
  try {
    await wake(ref);
    return true;
  } catch (error) {
    log("WAKE_FAILED", { record: ref.id, org: ref.org, error: error instanceof Error ? error.message : String(error) });
    return false;
  }
};

/**
 * Wakes all records of a shard that are due, oldest first, until none is left or the time is short. With nothing due it
 * costs one query. One that cannot be woken keeps its place and none of the others back.
 */
export const wakeShard = async (
  deps: Pick<Deps, "records" | "now">,
  wake: Wake,
  shard: CaseShard,
  timeLeft: () => boolean,
): Promise<Woken> => {
  let woken = 0;
  let failed = 0;
  let page = await deps.records.due(shard, deps.now());
  if (page.refs.length === 0) return { woken, failed, idleUntil: page.next ?? FAR };
  for (;;) {
    for (let from = 0; from < page.refs.length && timeLeft(); from += AT_A_TIME) {
      const some = await Promise.all(page.refs.slice(from, from + AT_A_TIME).map((ref) => wakeOne(wake, ref)));
      woken += some.length;
      failed += some.filter((ok) => !ok).length;
    }
    if (page.cursor === undefined || !timeLeft()) break;
    page = await deps.records.due(shard, deps.now(), page.cursor);
  }
  log("WOKE", { shard, woken, failed });
  return { woken, failed };
};
