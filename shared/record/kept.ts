import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import type { Page } from "./store.ts";

/** The kinds of record that are kept by the one store below, beside cases, campaigns and visits. */
export type KeptKind = "inspection" | "inspected" | "action" | "entry" | "report" | "digest";

/** A part of a key: it holds no separator. */
const Part = z.string().regex(/^[^#]{1,300}$/);

/** What every kept record has beside its own; each kind adds its `kind` and what it tells. */
export const keptShape = {
  org: OrgId,
  id: Part,
  version: z.number().int().nonnegative(),
  /** The list in which it stands for good, at a moment that never changes. */
  filed: z.strictObject({ list: Part, at: Instant }),
  /** Whose open work it is, while it is any; what has the earliest moment stands first. */
  queue: z.strictObject({ desk: Part, at: Instant }).optional(),
  /** When it must next be looked at. */
  wakeAt: Instant.optional(),
} as const;

const Kept = z.strictObject(keptShape);
export type KeptRecord = z.infer<typeof Kept> & { readonly kind: KeptKind };

export type KeptRef = Pick<KeptRecord, "org" | "id">;

/** What a record is found by for somebody who asks to be forgotten: a number or an address of theirs that it mentions. */
export type Mentioning = { readonly person: string };

type Span = { readonly limit: number; readonly cursor?: string | undefined };

/**
 * What a store of records of one kind promises. Each is one item, read whole and saved over the version that was read, so
 * that its events, its mails and its next moment change together or not at all. A list costs what it shows.
 */
export type KeptStore<T extends KeptRecord> = {
  readonly one: (ref: KeptRef) => Promise<T | undefined>;
  /** Writes version 1 where nothing stands yet (`version` 0), else N+1 over version N. */
  readonly save: (record: T) => Promise<"saved" | "overtaken">;
  /** What was filed in a list in a month of UTC, `2026-11`, the last first. */
  readonly filedIn: (org: string, list: string, month: string, span: Span) => Promise<Page<T>>;
  /** The open work of a desk, the earliest first. */
  readonly open: (org: string, desk: string, span: Span) => Promise<Page<T>>;
  /** What is to be looked at by now, the longest overdue first, and when the next is. */
  readonly due: (now: Instant) => Promise<{ readonly refs: readonly KeptRef[]; readonly next: Instant | undefined }>;
};

/** As many as are read from a list at a time. */
const A_PAGE = 100;

const monthAfter = (month: string): string => {
  const [year = 0, n = 0] = month.split("-").map(Number);
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, "0")}`;
};

/** Everything that was filed in a list from a moment on and before another, the first first; costs what lies in those months. */
export const filedBetween = async <T extends KeptRecord>(
  { filedIn }: Pick<KeptStore<T>, "filedIn">,
  org: string,
  list: string,
  [from, to]: readonly [Instant, Instant],
): Promise<readonly T[]> => {
  const found: T[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) {
    const ofMonth: T[] = [];
    let cursor: string | undefined;
    do {
      const page = await filedIn(org, list, month, { limit: A_PAGE, cursor });
      ofMonth.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    found.push(...ofMonth.reverse().filter(({ filed: { at } }) => at >= from && at < to));
  }
  return found;
};

/** The open work of a desk that is due by a moment, the earliest first; costs what it lists. */
export const openUntil = async <T extends KeptRecord>(
  { open }: Pick<KeptStore<T>, "open">,
  org: string,
  desk: string,
  until: Instant,
): Promise<readonly T[]> => {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await open(org, desk, { limit: A_PAGE, cursor });
    found.push(...page.items.filter(({ queue }) => queue !== undefined && queue.at <= until));
    const isPast = page.items.some(({ queue }) => queue !== undefined && queue.at > until);
    cursor = isPast ? undefined : page.cursor;
  } while (cursor !== undefined);
  return found;
};
