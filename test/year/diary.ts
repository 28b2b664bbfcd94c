/** Something that somebody will do in a slot of the year. */
type Doing = () => Promise<void>;

/** What is still to be done, by slots; what is put down first is done first. */
export type Diary = {
  /** Puts it down for a slot; what lies after the last is not done in this year. */
  readonly put: (slot: number, doing: Doing) => void;
  readonly has: (slot: number) => boolean;
  readonly take: (slot: number) => readonly Doing[];
};

export const diary = (): Diary => {
  const slots = new Map<number, Doing[]>();
  return {
    put: (slot, doing) => {
      const known = slots.get(slot);
      if (known === undefined) slots.set(slot, [doing]);
      else known.push(doing);
    },
    has: (slot) => slots.has(slot),
    take: (slot) => {
      const found = slots.get(slot) ?? [];
      slots.delete(slot);
      return found;
    },
  };
};
