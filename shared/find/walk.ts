/** Some of what is filed under one word: places in falling order, all of them below a bound. */
export type Filed = (word: string, below: string | undefined, limit: number) => Promise<readonly string[]>;

/** So many places as one read unit holds. */
const A_READ = 50;

type List = { readonly word: string; places: readonly string[]; ended: boolean };

export type Walked = {
  readonly found: readonly string[];
  /** Where to go on, below which nothing was looked at; undefined when there is no more. */
  readonly next: string | undefined;
};

const isBelow = (place: string, bound: string | undefined): boolean => bound === undefined || place < bound;

/**
 * The places that are filed under all words, from the last to the first. It goes down the lists side by side and leaps in
 * each to where another one is, so it costs what the rarest word holds and never more than `reads` reads; then it says
 * where to go on, be it without a single find.
 */
export const walk = async (
  filed: Filed,
  words: readonly string[],
  { below, limit, reads }: { below: string | undefined; limit: number; reads: number },
): Promise<Walked> => {
  const lists = words.map((word): List => ({ word, places: [], ended: false }));
  const found: string[] = [];
  let bound = below;
  let left = reads;
  for (;;) {
    for (const list of lists) list.places = list.places.filter((place) => isBelow(place, bound));
    const empty = lists.filter(({ places, ended }) => places.length === 0 && !ended);
    if (empty.length > left) return { found, next: bound };
    left -= empty.length;
    await Promise.all(
      empty.map(async (list) => {
        list.places = await filed(list.word, bound, A_READ);
        list.ended = list.places.length < A_READ;
      }),
    );
    const heads = lists.map(({ places: [head] }) => head).filter((head) => head !== undefined);
    const [oldest] = heads.toSorted();
    if (oldest === undefined || heads.length < lists.length) return { found, next: undefined };
    if (heads.every((head) => head === oldest)) {
      found.push(oldest);
      bound = oldest;
      if (found.length === limit) return { found, next: bound };
    } else bound = `${oldest}!`; // just above it, so that it is looked at again
  }
};
