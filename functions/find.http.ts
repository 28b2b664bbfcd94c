import { findRoutes } from "../shared/api/routes/find.ts";
import { objectTemplateRoutes } from "../shared/api/routes/visits.ts";
import { exportCases, exportRegister } from "../shared/runtime/export.ts";
import { http } from "../shared/runtime/http.ts";
import { findCases, listCases, listRegister } from "../shared/runtime/lists.ts";
import { showDesk } from "../shared/runtime/regulations.ts";
import { reply } from "../shared/runtime/reply.ts";
import { showObjectsTemplate, showTemplate } from "../shared/runtime/template.ts";
import { tableDeps } from "../shared/runtime/wiring.ts";

const deps = tableDeps();

/** What staff look up, list and take away; it changes nothing. */
export const handler = http(
  { ...findRoutes, ...objectTemplateRoutes },
  {
    desk: async (input) => reply(findRoutes.desk, await showDesk(deps, input), input.locale),
    cases: async (input) => reply(findRoutes.cases, await listCases(deps, input), input.locale),
    search: async (input) => reply(findRoutes.search, await findCases(deps, input), input.locale),
    register: async (input) => reply(findRoutes.register, await listRegister(deps, input), input.locale),
    exportCases: (input) => exportCases(deps, input),
    exportRegister: (input) => exportRegister(deps, input),
    importTemplate: (input) => showTemplate(deps, input),
    objectsTemplate: (input) => showObjectsTemplate(deps, input),
  },
);
