import { importRoutes } from "../shared/api/routes/imports.ts";
import { http } from "../shared/runtime/http.ts";
import { takeFile } from "../shared/runtime/imports.ts";
import { tableDeps } from "../shared/runtime/wiring.ts";

const deps = tableDeps();

/** Takes over cases that were kept elsewhere. */
export const handler = http(importRoutes, {
  importCases: (input) => takeFile(deps, input),
});
