import { BOM, disarmed, quoted } from "./csv-cell.ts";
import { type Cell, type Sheet, wallOf } from "./sheet.ts";

const spelt = (cell: Cell): string => {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? disarmed(cell) : wallOf(cell);
};

/** A sheet as CSV (RFC 4180), for spreadsheets: UTF-8 with its mark, and nothing in it that one would run. */
export const csvOf = ({ columns, rows }: Sheet): string => {
  const lines = [columns.map(({ title }) => title), ...rows];
  return `${BOM}${lines.map((cells) => cells.map((cell) => quoted(spelt(cell))).join(",")).join("\r\n")}\r\n`;
};
