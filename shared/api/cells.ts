/** Excel writes CSV in UTF-8 or, in China, in GB 18030, and says neither. */
export const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
};

/** A cell of a sheet as text; a date of a sheet has no zone: it is its wall clock. */
export const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object" && "toISOString" in cell && typeof cell.toISOString === "function")
    return String(cell.toISOString()).slice(0, 19).replace("T", " ");
  return String(cell);
};
