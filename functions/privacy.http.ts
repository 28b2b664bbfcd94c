import { privacyRoutes } from "../shared/api/routes/privacy.ts";
import { http } from "../shared/runtime/http.ts";
import { disclose, exportAudit, keep, showKeeping } from "../shared/runtime/keeping.ts";
import { orderPerson, showPerson } from "../shared/runtime/person-erasure.ts";
import { orderDeps } from "../shared/runtime/wiring.ts";

const deps = orderDeps();

/** Proof, holds, disclosure, and the order to erase. */
export const handler = http(privacyRoutes, {
  audit: (input) => exportAudit(deps, input),
  keeping: (input) => showKeeping(deps, input),
  hold: (input) => keep(deps, privacyRoutes.hold, input, { do: "hold", ...input.body }),
  releaseHold: (input) =>
    keep(deps, privacyRoutes.releaseHold, input, { do: "release", hold: input.params.hold, ...input.body }),
  disclose: (input) => disclose(deps, input, { do: "disclose", ...input.body }),
  erase: (input) => keep(deps, privacyRoutes.erase, input, { do: "erase", ...input.body }),
  erasePerson: (input) => orderPerson(deps, input),
  personErasure: (input) => showPerson(deps, input),
});
