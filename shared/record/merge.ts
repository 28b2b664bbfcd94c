import type { CaseRow } from "./columns.ts";
import type { Placed, Span } from "./store.ts";

/** One list of several that are read as one. */
type Stream = { readonly read: (span: Span) => Promise<readonly Placed[]>; rows: readonly Placed[]; ended: boolean };

/** What one page may cost. */
export type Budget = {
  /** As many rows as it shows. */
  readonly limit: number;
  /** Queries at most; a page that they do not fill says where to go on. */
  readonly reads: number;
};

export type ListPage = { readonly rows: readonly CaseRow[]; readonly next: string | undefined };

/** The fewest rows that a query asks for: a read unit is not worth less. */
const LEAST = 25;
/** The most: a query answers no more than a megabyte. */
const MOST = 500;

/**
 * The first rows of several lists that fit, in the order of their places, as if they were one list. Looks at no more of
 * each than it has queries for, so a filter that fits nothing costs no more than one that fits all; `next` then says how
 * far it has looked.
 */
export const merge = async (
  lists: readonly Stream["read"][],
  span: Omit<Span, "limit">,
  { limit, reads }: Budget,
  fits?: ((row: CaseRow) => boolean) | undefined,
): Promise<ListPage> => {
  const streams = lists.map((read): Stream => ({ read, rows: [], ended: false }));
  const size = Math.min(Math.max(limit, LEAST), MOST);
  const rows: CaseRow[] = [];
  let left = reads;
  let seen = span.falling === true ? span.before : span.after;
  for (;;) {
    const empty = streams.filter((stream) => stream.rows.length === 0 && !stream.ended);
    if (empty.length > left && left < reads) return { rows, next: seen };
    left -= empty.length;
    await Promise.all(
      empty.map(async (stream) => {
        stream.rows = await stream.read({
          ...span,
          ...(span.falling === true ? { before: seen } : { after: seen }),
          limit: size,
        });
        stream.ended = stream.rows.length < size;
      }),
    );
    const heads = streams.filter((stream) => stream.rows.length > 0);
    const [first] = heads.toSorted((a, b) => {
      const before = (a.rows[0]?.place ?? "") < (b.rows[0]?.place ?? "");
      return before === (span.falling === true) ? 1 : -1;
    });
    const [head, ...others] = first?.rows ?? [];
    if (first === undefined || head === undefined) return { rows, next: undefined };
    first.rows = others;
    seen = head.place;
    if (fits === undefined || fits(head.row)) rows.push(head.row);
    if (rows.length === limit) return { rows, next: seen };
  }
};
