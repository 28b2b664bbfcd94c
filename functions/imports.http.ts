import { importRoutes } from "../shared/api/routes/imports.ts";
import { objectFileRoutes } from "../shared/api/routes/visits.ts";
import { http } from "../shared/runtime/http.ts";
import { importDeps } from "../shared/runtime/import-wiring.ts";
import { takeFile } from "../shared/runtime/imports.ts";
import { takeObjects } from "../shared/runtime/visit-file.ts";

const deps = importDeps();

/** Takes over what was kept elsewhere: cases, and the list of what is visited. */
export const handler = http(
  { ...importRoutes, ...objectFileRoutes },
  {
    importCases: (input) => takeFile(deps, input),
    importObjects: (input) => takeObjects(deps, input),
  },
);
