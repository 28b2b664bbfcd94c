import type { Instant } from "../../kernel/instant.ts";
import { cursorAt, placeIn } from "../cursor.ts";
import type { Page } from "../store.ts";
import type { EntryMark } from "./entries.ts";
import { type EntryDeps, type LoadedEntry, loadEntry, readEntry } from "./load.ts";

type Port = Pick<EntryDeps, "entries" | "orgs">;
type Span = { readonly limit: number; readonly cursor?: string | undefined };

const monthBefore = (month: string): string => {
  const [year = 0, n = 0] = month.split("-").map(Number);
  return n === 1 ? `${year - 1}-12` : `${year}-${String(n - 1).padStart(2, "0")}`;
};

/** Where a list goes on: in which month of UTC, and where in it. */
const PLACE = /^(\d{4}-\d\d)~(\d{4}-[\dT:.Z-]+#entry_[0-9a-z]{26})?$/;

/**
 * The entries of a list that were written between two moments, the last first. A month of an office may lie in two of UTC,
 * so a page costs two queries at most where the first leaves room.
 */
export const listedEntries = async (
  deps: Port,
  {
    org,
    list,
    between: [from, to],
  }: { readonly org: string; readonly list: string; readonly between: readonly [Instant, Instant] },
  { limit, cursor }: Span,
): Promise<Page<LoadedEntry>> => {
  const [, begun, inner] = PLACE.exec(placeIn(cursor) ?? "") ?? [];
  const items: LoadedEntry[] = [];
  let month = begun ?? to.slice(0, 7);
  let at = inner;
  while (month >= from.slice(0, 7)) {
    const page = await deps.entries.filedIn(org, list, month, { limit: limit - items.length, cursor: at });
    const within = page.items.filter(({ filed }) => filed.at >= from && filed.at < to);
    items.push(...(await Promise.all(within.map((record) => readEntry(deps, record)))));
    at = page.cursor;
    if (at === undefined) month = monthBefore(month);
    if (items.length >= limit)
      return { items, cursor: month < from.slice(0, 7) ? undefined : cursorAt(`${month}~${at ?? ""}`) };
  }
  return { items, cursor: undefined };
};

/** The entries filed under a mark, the last written first; what a name led to and is not there is left out. */
export const markedEntries = async (
  deps: Port,
  org: string,
  mark: EntryMark,
  { limit, cursor }: Span,
): Promise<Page<LoadedEntry>> => {
  const page = await deps.entries.pointed(org, mark, { limit, cursor: placeIn(cursor) });
  const found = await Promise.all(page.items.map((ref) => loadEntry(deps, ref)));
  return { items: found.filter((one) => one !== undefined), cursor: cursorAt(page.cursor) };
};
