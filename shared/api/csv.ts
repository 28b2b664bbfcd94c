import { type Cell, type Sheet, wallOf } from "./sheet.ts";

/** Without it Excel reads Chinese as something else. */
const BOM = "\uFEFF";

/** What a spreadsheet would run as a formula stands behind an apostrophe, which it then shows as text. */
const disarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const spelt = (cell: Cell): string => {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? disarmed(cell) : wallOf(cell);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A sheet as CSV (RFC 4180), for spreadsheets: UTF-8 with its mark, and nothing in it that one would run. */
export const csvOf = ({ columns, rows }: Sheet): string => {
  const lines = [columns.map(({ title }) => title), ...rows];
  return `${BOM}${lines.map((cells) => cells.map((cell) => quoted(spelt(cell))).join(",")).join("\r\n")}\r\n`;
};
