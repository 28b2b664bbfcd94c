import type { Instant } from "../../kernel/instant.ts";
import { type Total, totalOf } from "../../kpi/figure.ts";
import { inTurns } from "../in-turns.ts";
import {
  type FigureKey,
  type FigureRow,
  type FigureStore,
  type GivenRecord,
  pieceAt,
  type RowSpan,
} from "./figures.ts";

const rowsIn = async (figures: FigureStore, key: FigureKey, span: RowSpan): Promise<readonly FigureRow[]> => {
  const found: FigureRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await figures.rows(key, { ...span, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** Right behind every row that counts from a moment or before it: rows sort by it and then a `#`. */
const until = (now: Instant): string => `${now}$`;

/** Right behind every row of a piece. */
const behind = (piece: string): string => `${piece}~`;

/**
 * What counts of a period by now, and what was written down for it. Costs one query of its pieces, and the rows of the
 * piece that holds this moment; the rows of another one only where they changed since somebody last asked, and its sum is
 * kept then. So it depends on how many hours or days the period has, and neither on how many cases it counts nor on what
 * is counted elsewhere.
 */
export const sumIn = async (
  figures: FigureStore,
  key: FigureKey,
  now: Instant,
): Promise<{ readonly total: Total; readonly given: GivenRecord | undefined }> => {
  const { pieces, given } = await figures.period(key);
  const running = pieceAt(key.period, now);
  const sums = await inTurns(
    pieces.filter(({ id }) => id <= running),
    async ({ id, changes, sum }) => {
      if (id === running) return totalOf(await rowsIn(figures, key, { from: id, before: until(now) }));
      if (sum?.changes === changes) return sum;
      const { numerator, denominator } = totalOf(await rowsIn(figures, key, { from: id, before: behind(id) }));
      await figures.keepSum(key, id, { changes, numerator, denominator });
      return { numerator, denominator };
    },
  );
  return { total: totalOf(sums), given };
};

/** The parts that make up a figure by now, the latest first, a page of them. */
export const partsIn = (
  figures: FigureStore,
  key: FigureKey,
  now: Instant,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => figures.rows(key, { ...page, before: until(now), falling: true });
