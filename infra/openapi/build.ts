import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { openapiDocument } from "./document.ts";

/** Where the document is kept: the function that serves it imports the file, and none of what made it. */
export const OPENAPI_FILE = new URL("../../shared/api/openapi.json", import.meta.url);

/** Formatted as every file here is, so that a change of the interface is read as a change of lines. */
const formatted = (document: unknown): string =>
  execFileSync("biome", ["format", "--stdin-file-path=shared/api/openapi.json"], {
    input: JSON.stringify(document, null, 2),
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024, // the document is larger than what a child may say by default
    cwd: new URL("../..", import.meta.url),
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(OPENAPI_FILE, formatted(openapiDocument()));
}
