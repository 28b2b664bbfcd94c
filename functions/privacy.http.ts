import { addressRoutes } from "../shared/api/routes/addresses.ts";
import { privacyRoutes } from "../shared/api/routes/privacy.ts";
import { liftListed, liftOfCase, listAddresses, showCaseAddress } from "../shared/runtime/addresses.ts";
import { http } from "../shared/runtime/http.ts";
import { disclose, exportAudit, keep, showKeeping } from "../shared/runtime/keeping.ts";
import { orderPerson, showPerson } from "../shared/runtime/person-erasure.ts";
import { officerDeps } from "../shared/runtime/wiring.ts";

const deps = officerDeps();
const routes = { ...privacyRoutes, ...addressRoutes };

/** Proof, holds, disclosure, the order to erase, and addresses that nothing is sent to. */
export const handler = http(routes, {
  closedAddresses: (input) => listAddresses(deps, input),
  liftAddress: (input) => liftListed(deps, input),
  caseAddress: (input) => showCaseAddress(deps, input),
  liftCaseAddress: (input) => liftOfCase(deps, input),
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
