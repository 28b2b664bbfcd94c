import type { Entry, TallyKey, TallyStore } from "./tally.ts";

/** Tallies in memory, for tests and simulations. */
export const memoryTallies = (): TallyStore => {
  const stored = new Map<string, readonly Entry[]>();
  const nameOf = ({ org, policy, rule, subject, period }: TallyKey): string =>
    JSON.stringify([org, policy, rule, subject, period]);
  const entriesOf = (key: TallyKey): readonly Entry[] => stored.get(nameOf(key)) ?? [];
  return {
    enter: async (key, entry, most = Number.POSITIVE_INFINITY) => {
      // looked at and written in one breath, as in a store's conditional update
      const before = entriesOf(key);
      if (before.some(({ member }) => member === entry.member)) return { in: true, entries: before };
      if (before.length >= most) return { in: false, entries: before };
      stored.set(nameOf(key), [...before, entry]);
      return { in: true, entries: [...before, entry] };
    },
    leave: async (key, gone) => {
      stored.set(
        nameOf(key),
        entriesOf(key).filter(({ member }) => member !== gone),
      );
    },
    read: async (key) => entriesOf(key),
  };
};
