import { Answered } from "./answer.ts";
import { bytesOf, type HttpEvent } from "./request.ts";
import { type Lines, linesOf } from "./sheets.ts";

/** Thousands of rows; Lambda takes 6 MB, of which base 64 leaves three quarters. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** The file in the body, and its lines. @throws Answered 413 for a file that is too large, 400 for what is none. */
export const takenFile = async (event: HttpEvent, most: number): Promise<{ bytes: Buffer; lines: Lines }> => {
  const bytes = bytesOf(event, MAX_FILE_BYTES);
  const lines = await linesOf(bytes, most);
  if (!lines.ok) throw new Answered({ status: 400, code: lines.error.code });
  return { bytes, lines: lines.value };
};
