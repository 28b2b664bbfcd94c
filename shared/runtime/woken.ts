import type { Instant } from "../kernel/instant.ts";
import { log } from "./log.ts";

/** What one firing of a schedule did. */
export type Woken = {
  readonly woken: number;
  readonly failed: number;
  /** Nothing is owed before this moment unless something else happens; absent while something may be. */
  readonly idleUntil?: Instant | undefined;
};

type Tried<T> = { readonly failed: 0; readonly value: T } | { readonly failed: 1; readonly value?: undefined };

/** One of many that are due: one that fails is tried again next minute and keeps none of the others back. */
export const attempt = async <T>(record: string, org: string, work: () => Promise<T>): Promise<Tried<T>> => {
  try {
    return { failed: 0, value: await work() };
  } catch (error) {
    log("WAKE_FAILED", { record, org, error: error instanceof Error ? error.message : String(error) });
    return { failed: 1 };
  }
};

const NEVER = "9999-12-31T00:00:00.000Z" as Instant;

/** Nothing was due, and nothing will be before `next`, which is never where nothing waits. */
export const idle = (next: Instant | undefined): Woken => ({ woken: 0, failed: 0, idleUntil: next ?? NEVER });

/** Says what was woken; more may be due at once. */
export const woke = (shard: string | number, done: Omit<Woken, "idleUntil">): Woken => {
  log("WOKE", { shard, ...done });
  return done;
};
