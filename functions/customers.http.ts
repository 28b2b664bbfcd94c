import { customersRoutes } from "../shared/api/routes/customers.ts";
import { listCustomers, takeCustomers } from "../shared/runtime/customers.ts";
import { http } from "../shared/runtime/http.ts";
import { surveyDeps } from "../shared/runtime/rhythm-wiring.ts";

const deps = surveyDeps();

/** The company's list of whom its surveys may ask. */
export const handler = http(customersRoutes, {
  importCustomers: (input) => takeCustomers(deps, input),
  customers: (input) => listCustomers(deps, input),
});
