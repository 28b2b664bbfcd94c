import { writeXlsx } from "hucre/xlsx";
import { type Cell, type Sheet, wallOf } from "../api/sheet.ts";
import { Instant, toMs } from "../kernel/instant.ts";

const DAY_MS = 86_400_000;
/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH = 25_569;

const MOMENT = "yyyy-mm-dd hh:mm";

/** A spreadsheet knows no zones: a moment is the wall clock of its office. */
const serialOf = (moment: { moment: string }): number =>
  toMs(Instant.parse(`${wallOf(moment).replace(" ", "T")}Z`)) / DAY_MS + EPOCH;

const cellOf = (cell: Cell): string | number | null => (isMoment(cell) ? serialOf(cell) : (cell ?? null));

const isMoment = (cell: Cell): cell is Exclude<Cell, string | number | undefined> => typeof cell === "object";

/** What a sheet may be called. */
const nameOf = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

/** Sheets as one xlsx: their heads stay in sight, moments are dates, and text is text, whatever it begins with. */
export const workbookOf = async (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: nameOf(name),
      freezePane: { rows: 1 },
      columns: columns.map(({ title, width }, at) => ({
        header: title,
        key: String(at),
        width,
        ...(rows.some((row) => isMoment(row[at])) ? { numFmt: MOMENT } : {}),
      })),
      data: rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(at), cellOf(cell)]))),
    })),
  });

/** One sheet as xlsx. */
export const xlsxOf = (sheet: Sheet): Promise<Uint8Array> => workbookOf([sheet]);
