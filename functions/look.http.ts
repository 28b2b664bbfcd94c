import { lookRoutes } from "../shared/api/routes/look.ts";
import { http } from "../shared/runtime/http.ts";
import { chooseLook, previewLook, showLook } from "../shared/runtime/look.ts";
import { lookDeps } from "../shared/runtime/look-wiring.ts";

const deps = lookDeps();

/** What a company's letters look like. */
export const handler = http(lookRoutes, {
  look: (input) => showLook(deps, input),
  chooseLook: (input) => chooseLook(deps, input),
  previewLook: (input) => previewLook(deps, input),
});
