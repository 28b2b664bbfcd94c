/** Some of what is filed under one word: places in falling order, all of them below a bound. */
export type Filed = (word: string, below: string | undefined, limit: number) => Promise<readonly string[]>;

/** So many places as half a read unit holds, which is the least that a query costs. */
const A_READ = 30;

/** A word that stands in so many times as many cases as the rarest one tells next to nothing beside it. */
const COMMON = 8;

type List = { readonly word: string; places: readonly string[]; ended: boolean };

export type Walked = {
  readonly found: readonly string[];
  /** Where to go on, below which nothing was looked at; undefined when there is no more. */
  readonly next: string | undefined;
};

const isBelow = (place: string, bound: string | undefined): boolean => bound === undefined || place < bound;

/** How far down a list has been read; the empty text is below every place. */
const reachOf = ({ places, ended }: List): string => (ended ? "" : (places.at(-1) ?? ""));

/** The lists that tell something from here on, where all of them stand at one place: the rarest, and what is not far more common. */
const telling = (lists: readonly List[]): readonly List[] => {
  const [rarest] = lists.toSorted((a, b) => (reachOf(a) < reachOf(b) ? -1 : 1));
  const places = rarest?.places ?? [];
  return lists.filter((list) => {
    const reach = reachOf(list);
    return places.filter((place) => place >= reach).length * COMMON >= places.length;
  });
};

/**
 * The places that are filed under all words, from the last to the first. It goes down the lists side by side and leaps in
 * each to where another one is. A word that is far more common than the rarest and stands with it once is not walked any
 * further: to ask for each find whether it is there too costs more than to read the find, so it may be missing in some,
 * and whoever reads them looks. So it costs what the rarest word holds and never more than `reads` reads, of which there
 * must be one for each word; then it says where to go on, be it without a single find.
 */
export const walk = async (
  filed: Filed,
  words: readonly string[],
  { below, limit, reads }: { below: string | undefined; limit: number; reads: number },
): Promise<Walked> => {
  let lists: readonly List[] = words.map((word): List => ({ word, places: [], ended: false }));
  const found: string[] = [];
  let bound = below;
  let left = reads;
  const readOn = async (some: readonly List[]): Promise<void> => {
    left -= some.length;
    await Promise.all(
      some.map(async (list) => {
        list.places = await filed(list.word, bound, A_READ);
        list.ended = list.places.length < A_READ;
      }),
    );
  };
  for (;;) {
    for (const list of lists) list.places = list.places.filter((place) => isBelow(place, bound));
    const empty = lists.filter(({ places, ended }) => places.length === 0 && !ended);
    if (empty.length > left) return { found, next: bound };
    await readOn(empty);
    const heads = lists.map(({ places: [head] }) => head).filter((head) => head !== undefined);
    const [oldest] = heads.toSorted();
    if (oldest === undefined || heads.length < lists.length) return { found, next: undefined };
    if (heads.every((head) => head === oldest)) {
      found.push(oldest);
      bound = oldest;
      if (found.length === limit) return { found, next: bound };
      lists = telling(lists);
    } else bound = `${oldest}!`; // just above it, so that it is looked at again
  }
};
