import * as z from "zod";
import { Actor } from "../../case/actor.ts";
import { Instant } from "../../kernel/instant.ts";
import type { Page } from "../store.ts";

/** One figure of a regulation in one period: `2026-10`, `2026-Q4`, or `survey` for those that each survey has its own of. */
export type FigureKey = {
  readonly org: string;
  readonly policy: string;
  readonly kpi: string;
  readonly period: string;
};

/** What one case, or one campaign, adds to a figure at a moment; `of` and `member` tell it apart. */
export const FigureRow = z.strictObject({
  of: z.string(),
  member: z.string(),
  /** It counts from then on. */
  at: Instant,
  numerator: z.number(),
  denominator: z.number(),
});
export type FigureRow = z.infer<typeof FigureRow>;

/** A row with the figure and the period that it stands in. */
export const KeptPart = FigureRow.extend({ kpi: z.string(), period: z.string() });
export type KeptPart = z.infer<typeof KeptPart>;

/**
 * What was last written down of a case: which rows may be there. While rows are being changed it names both those before
 * and those after, so that whoever goes on after a death takes away what is no longer so.
 */
export const CaseFigures = z.strictObject({
  version: z.number().int().nonnegative(),
  /** How many events of the case these follow from. */
  events: z.number().int().nonnegative(),
  parts: z.array(KeptPart),
  /** What its rows are being changed to, and until when nobody else does so. */
  doing: z.strictObject({ until: Instant, parts: z.array(KeptPart) }).optional(),
});
export type CaseFigures = z.infer<typeof CaseFigures>;

/** The case that figures are kept of. */
export type FiguredCase = { readonly org: string; readonly id: string; readonly policy: { readonly id: string } };

/** What was written down for a period where no case tells it; the last entry counts, the others are its history. */
export const GivenRecord = z.strictObject({
  version: z.number().int().nonnegative(),
  entries: z.array(
    z.strictObject({
      at: Instant,
      by: Actor,
      key: z.string(),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
      note: z.string().optional(),
    }),
  ),
});
export type GivenRecord = z.infer<typeof GivenRecord>;

/** The sum of the rows of a stretch of a period, and how often rows in it had changed when it was made. */
const PieceSum = z.strictObject({ changes: z.number().int(), numerator: z.number(), denominator: z.number() });

/** A stretch of a period: an hour, or a day of a longer one. A sum that was made before the last change is not used. */
export const Piece = z.strictObject({ id: z.string(), changes: z.number().int(), sum: PieceSum.optional() });
export type Piece = z.infer<typeof Piece>;

/** Rows between two moments, the first included and the second not. */
export type RowSpan = {
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** From the last to the first. */
  readonly falling?: boolean;
  readonly limit?: number;
  readonly cursor?: string | undefined;
};

/** What a store of figures promises; test/store holds memory and DynamoDB to the same contract. */
export type FigureStore = {
  readonly ofCase: (one: FiguredCase) => Promise<CaseFigures | undefined>;
  /** Version N+1 over version N of what is given, and nothing over anything else. */
  readonly saveCase: (one: FiguredCase, figures: CaseFigures) => Promise<"saved" | "overtaken">;
  /** Puts and takes away rows, then marks the pieces that they lie in as changed; again changes nothing but the marks. */
  readonly apply: (
    of: { readonly org: string; readonly policy: string },
    rows: { readonly put: readonly KeptPart[]; readonly drop: readonly KeptPart[] },
  ) => Promise<void>;
  /** The pieces of a period, in order, and what was written down for it: one query. */
  readonly period: (
    key: FigureKey,
  ) => Promise<{ readonly pieces: readonly Piece[]; readonly given: GivenRecord | undefined }>;
  /** The rows of a period by the moment from which they count. */
  readonly rows: (key: FigureKey, span: RowSpan) => Promise<Page<FigureRow>>;
  /** Keeps the sum of a piece, unless its rows changed again meanwhile. */
  readonly keepSum: (key: FigureKey, piece: string, sum: NonNullable<Piece["sum"]>) => Promise<void>;
  /** Version N+1 over version N of what is given, of which the first stands over nothing. */
  readonly saveGiven: (key: FigureKey, given: GivenRecord) => Promise<"saved" | "overtaken">;
};

/** What keeps and shows figures. */
export type FigureDeps = { readonly figures: FigureStore };

/** Periods that last so long are summed by days, shorter ones by hours of UTC, so that no piece holds many rows. */
const LONG = /^(\d{4}(-[QH]\d)?|survey)$/;

/** The piece of a period that a moment lies in, by UTC; pieces sort as texts. */
export const pieceAt = (period: string, at: string): string => at.slice(0, LONG.test(period) ? 10 : 13);
