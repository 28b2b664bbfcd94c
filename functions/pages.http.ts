import { pageRoutes } from "../shared/api/routes/pages.ts";
import { http } from "../shared/runtime/http.ts";
import { showForm, showTracking, takeForm } from "../shared/runtime/pages.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();

/** The customer's pages, made on the server. */
export const handler = http(pageRoutes, {
  formPage: (input) => showForm(desk, input),
  formPost: (input) => takeForm(desk, input),
  trackingPage: (input) => showTracking(desk, input),
});
