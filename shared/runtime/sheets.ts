import { inflateRawSync } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { cellText, decoded } from "../api/cells.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";

/** A file of cells, as texts; the first line is the head. */
export type Lines = readonly (readonly string[])[];
type BadSheet = { readonly code: "not-a-sheet" };

/** What a sheet may unpack to: a small file can hold far more, and only to do harm. */
const MOST_UNPACKED = 50 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;

/** What stands behind one entry of a zip's directory, unpacked; a directory may lie, so it is not believed. */
const unpackedSize = (zip: Buffer, entry: number, most: number): number => {
  const local = zip.readUInt32LE(entry + 42);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
  if (zip.readUInt16LE(entry + 10) === 0) return packed.length;
  return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).length;
};

/** Unpacks a zip once and keeps nothing of it. @throws RangeError for what is no zip, or holds more than `MOST_UNPACKED`. */
const weigh = (zip: Buffer): void => {
  const from = Math.max(0, zip.length - 65_557);
  for (let at = zip.length - 22; at >= from; at -= 1) {
    if (zip.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    let entry = zip.readUInt32LE(at + 16);
    let sum = 0;
    for (let left = zip.readUInt16LE(at + 10); left > 0; left -= 1) {
      if (zip.readUInt32LE(entry) !== ENTRY) throw new RangeError("no entry of a zip");
      sum += unpackedSize(zip, entry, MOST_UNPACKED - sum);
      if (sum > MOST_UNPACKED) throw new RangeError("too large");
      entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
    }
    return;
  }
  throw new RangeError("no directory of a zip");
};

const xlsxLines = async (bytes: Buffer, most: number): Promise<Result<Lines, BadSheet>> => {
  try {
    weigh(bytes);
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: most + 1 });
    return accept((sheets[0]?.rows ?? []).map((row) => row.map(cellText)));
  } catch {
    return refuse({ code: "not-a-sheet" }); // broken, or made to break whoever reads it: nobody's sheet
  }
};

const csvLines = (bytes: Buffer, most: number): Result<Lines, BadSheet> => {
  try {
    return accept(parse(decoded(bytes), { bom: true, relaxColumnCount: true, to: most + 1, skipEmptyLines: false }));
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: "not-a-sheet" });
    throw error;
  }
};

/** The lines of an xlsx or CSV file, one more than `most` at most, so that whoever asks sees that there are too many. */
export const linesOf = async (bytes: Buffer, most: number): Promise<Result<Lines, BadSheet>> =>
  bytes.subarray(0, 2).toString("latin1") === "PK" ? xlsxLines(bytes, most) : csvLines(bytes, most);
