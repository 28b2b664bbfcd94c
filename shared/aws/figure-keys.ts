import type { FiguredCase, FigureKey, FigureRow } from "../record/figures/figures.ts";
import { join, type Key } from "./table.ts";

/* The keys of figures; the questions that they answer stand in table.ts. */

/** What was last written down of a case; beside the case itself. */
export const caseFiguresKey = ({ org, id }: Pick<FiguredCase, "org" | "id">): Key => ({
  pk: join("ORG", org, "case", id),
  sk: "FIGURED",
});

/** The partition of one figure in one period. */
export const figurePk = ({ org, policy, kpi, period }: FigureKey): string =>
  join("ORG", org, "KPI", policy, kpi, period);

/** What every row's `sk` begins with: rows sort by the moment from which they count. */
export const ROWS = "AT#";

/** One row of a figure. */
export const rowKey = (key: FigureKey, { at, of, member }: Pick<FigureRow, "at" | "of" | "member">): Key => ({
  pk: figurePk(key),
  sk: join("AT", at, of, member),
});

/** What somebody wrote down for it. It and the pieces come after all rows, so that one query has them and no row. */
export const givenKey = (key: FigureKey): Key => ({ pk: figurePk(key), sk: "GIVEN" });

/** The sum of a stretch of its rows. */
export const pieceKey = (key: FigureKey, piece: string): Key => ({ pk: figurePk(key), sk: join("PIECE", piece) });
