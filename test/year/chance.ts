import { createHash } from "node:crypto";

/** A source of chance that gives the same from the same seed on any machine. */
export type Chance = {
  /** A number of [0, 1). */
  readonly next: () => number;
  /** True so often in one. */
  readonly of: (share: number) => boolean;
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number;
  /** One of some; there must be one. */
  readonly one: <T>(some: readonly T[]) => T;
  /** A source of its own, that others do not disturb however much they draw. */
  readonly fork: (name: string) => Chance;
};

/** Mulberry32: 32 bits of state, and more than enough for a year of cases. */
const mulberry = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const chance = (seed: string): Chance => {
  const next = mulberry(createHash("sha256").update(seed).digest().readInt32BE(0));
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    of: (share) => next() < share,
    one: (some) => {
      const found = some[below(some.length)];
      if (found === undefined) throw new Error("there is nothing to choose from");
      return found;
    },
    fork: (name) => chance(`${seed}/${name}`),
  };
};
