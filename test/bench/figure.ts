/** One measured value. Times are never compared over runs: what counts is the ratio beside it. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string | undefined;
};

const shown = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 2 : 0 });

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The figures as a table for people. */
export const table = (figures: readonly Figure[]): string => {
  const rows = figures.map(({ what, value, unit, note = "" }) => [what, shown(value), unit, note]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([what = "", value = "", unit = "", note = ""]) =>
      [what.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), unit.padEnd(widths[2] ?? 0), note]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
