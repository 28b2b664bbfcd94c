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

/** What a cell holds at most; a program that opens a workbook with more calls it damaged. */
const MOST = 32_767;

/** Text as a cell may hold it: whole characters, none that XML has not, cut where it is too long. */
const textOf = (text: string): string => {
  const whole = text.toWellFormed().replace(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu, "");
  return whole.length <= MOST ? whole : `${whole.slice(0, MOST - 1).replace(/\p{Cs}$/u, "")}…`;
};

const cellOf = (cell: Cell): string | number | null => {
  if (isMoment(cell)) return serialOf(cell);
  return typeof cell === "string" ? textOf(cell) : (cell ?? null);
};

const isMoment = (cell: Cell): cell is Exclude<Cell, string | number | undefined> => typeof cell === "object";

/** What a sheet may be called. */
const nameOf = (name: string): string => textOf(name.replace(/[\\/?*[\]:']/g, " ").slice(0, 31));

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
