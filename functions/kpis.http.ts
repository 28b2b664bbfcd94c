import { kpiRoutes } from "../shared/api/routes/kpis.ts";
import { http } from "../shared/runtime/http.ts";
import { listParts } from "../shared/runtime/kpi-parts.ts";
import { exportKpis, giveKpi, listKpis } from "../shared/runtime/kpis.ts";
import { kpiDeps } from "../shared/runtime/rhythm-wiring.ts";

const deps = kpiDeps();

/** The figures by which regulations are measured. */
export const handler = http(kpiRoutes, {
  kpis: (input) => listKpis(deps, input),
  exportKpis: (input) => exportKpis(deps, input),
  kpiParts: (input) => listParts(deps, input),
  giveKpi: (input) => giveKpi(deps, input),
});
