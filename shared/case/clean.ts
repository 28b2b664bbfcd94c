/**
 * Customer text as it may be stored: well-formed Unicode, composed, without control characters (NUL among them); one
 * line unless `lines`. What it says stays as it was written; escaping is the business of whoever shows it.
 */
export const clean = (text: string, lines: boolean): string => {
  const composed = text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n");
  const printable = lines ? composed.replace(/[^\P{Cc}\n\t]/gu, "") : composed.replace(/\p{Cc}+/gu, " ");
  return printable.trim();
};
