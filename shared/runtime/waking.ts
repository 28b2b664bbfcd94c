import type { Deps } from "../record/change.ts";
import type { RecordRef } from "../record/record.ts";
import type { CaseShard } from "../record/store.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/** As many records at a time as one function has connections for. */
const AT_A_TIME = 8;

/** What is done to a record that is due. */
type Wake = (ref: RecordRef) => Promise<unknown>;

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
  const done = { woken: 0, failed: 0 };
  let page = await deps.records.due(shard, deps.now());
  if (page.refs.length === 0) return idle(page.next);
  for (;;) {
    for (let from = 0; from < page.refs.length && timeLeft(); from += AT_A_TIME) {
      const some = page.refs.slice(from, from + AT_A_TIME);
      const tried = await Promise.all(some.map((ref) => attempt(ref.id, ref.org, () => wake(ref))));
      done.woken += tried.length;
      for (const { failed } of tried) done.failed += failed;
    }
    if (page.cursor === undefined || !timeLeft()) return woke(shard, done);
    page = await deps.records.due(shard, deps.now(), page.cursor);
  }
};
