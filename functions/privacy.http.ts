import { privacyRoutes } from "../shared/api/routes/privacy.ts";
import { erasingDeps } from "../shared/runtime/bucket-wiring.ts";
import { http } from "../shared/runtime/http.ts";
import { disclose, erase, exportAudit, keep, showKeeping } from "../shared/runtime/keeping.ts";

const deps = erasingDeps();

/** Proof, holds, disclosure and erasure; the one function of the interface that may remove a photo. */
export const handler = http(privacyRoutes, {
  audit: (input) => exportAudit(deps, input),
  keeping: (input) => showKeeping(deps, input),
  hold: (input) => keep(deps, privacyRoutes.hold, input, { do: "hold", ...input.body }),
  releaseHold: (input) =>
    keep(deps, privacyRoutes.releaseHold, input, { do: "release", hold: input.params.hold, ...input.body }),
  disclose: (input) => disclose(deps, input, { do: "disclose", ...input.body }),
  erase: (input) => erase(deps, input, { do: "erase", ...input.body }),
});
