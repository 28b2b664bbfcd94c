import { pageRoutes } from "../shared/api/routes/pages.ts";
import { takeWord } from "../shared/runtime/confirm-page.ts";
import { showCopy, takeCopy } from "../shared/runtime/copy-page.ts";
import { http } from "../shared/runtime/http.ts";
import { showForm, showTracking, takeForm } from "../shared/runtime/pages.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();

/** The customer's pages, made on the server. */
export const handler = http(pageRoutes, {
  formPage: (input) => showForm(desk, input),
  formPost: (input) => takeForm(desk, input),
  confirmPost: (input) => takeWord(desk, input),
  copyPage: (input) => showCopy(desk, input),
  copyPost: (input) => takeCopy(desk, input),
  trackingPage: (input) => showTracking(desk, input),
});
