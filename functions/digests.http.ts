import { digestRoutes } from "../shared/api/routes/digests.ts";
import { digestDeps } from "../shared/runtime/digest-wiring.ts";
import { digestNow, listDigests, showDigest } from "../shared/runtime/digests.ts";
import { http } from "../shared/runtime/http.ts";

const deps = digestDeps();

/** What digests would say now and what they have said. */
export const handler = http(digestRoutes, {
  digestNow: (input) => digestNow(deps, input),
  digests: (input) => listDigests(deps, input),
  digest: (input) => showDigest(deps, input),
});
