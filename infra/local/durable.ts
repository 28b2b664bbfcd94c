import { renameSync, writeFileSync } from "node:fs";

/** Writes a file whole or not at all: whoever reads it after a kill finds the old text or the new one. */
export function replaceFile(file: string, text: string | Buffer): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
