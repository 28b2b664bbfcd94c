import { cellText, decoded } from "../../../shared/api/cells.ts";
import type { Lines } from "./parts.ts";

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** The lines of an xlsx or CSV file, read here as the API reads it; undefined for what is none. */
export const linesOf = async (bytes: Uint8Array): Promise<Lines | undefined> => {
  try {
    if (isZip(bytes)) {
      const { readXlsx } = await import("hucre/xlsx");
      const { sheets } = await readXlsx(bytes, { sheets: [0] });
      return (sheets[0]?.rows ?? []).map((row) => row.map(cellText));
    }
    const { parse } = await import("csv-parse/browser/esm/sync");
    return parse(decoded(bytes), { bom: true, relaxColumnCount: true, skipEmptyLines: false });
  } catch {
    return undefined; // whatever it is, it is nobody's sheet
  }
};
