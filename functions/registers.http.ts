import { registerRoutes } from "../shared/api/routes/registers.ts";
import { obey, write } from "../shared/runtime/entering.ts";
import { http } from "../shared/runtime/http.ts";
import { registerDeps } from "../shared/runtime/register-wiring.ts";
import { entries, entry, exportEntries, registers, waitingEntries } from "../shared/runtime/registers.ts";

const deps = registerDeps();
const routes = registerRoutes;

/** The registers that regulations keep beside cases. */
export const handler = http(routes, {
  registers: (input) => registers(deps, input),
  waitingEntries: (input) => waitingEntries(deps, input),
  entries: (input) => entries(deps, input),
  writeEntry: (input) => write(deps, input),
  exportEntries: (input) => exportEntries(deps, input),
  entry: (input) => entry(deps, input),
  correctEntry: (input) => obey(deps, routes.correctEntry, input, { do: "correct", ...input.body }),
  takeEntryStep: (input) =>
    obey(deps, routes.takeEntryStep, input, { do: "take", step: input.params.step, ...input.body }),
  declineEntryStep: (input) =>
    obey(deps, routes.declineEntryStep, input, { do: "decline", step: input.params.step, ...input.body }),
  takeEntryCopy: (input) => obey(deps, routes.takeEntryCopy, input, { do: "take-copy", copy: input.params.copy }),
  voidEntry: (input) => obey(deps, routes.voidEntry, input, { do: "void", ...input.body }),
  holdEntry: (input) => obey(deps, routes.holdEntry, input, { do: "hold", ...input.body }),
  releaseEntry: (input) =>
    obey(deps, routes.releaseEntry, input, { do: "release", hold: input.params.hold, ...input.body }),
});
