import { customerRoutes } from "../shared/api/routes/customer.ts";
import { acknowledgeHeld } from "../shared/runtime/held.ts";
import { http } from "../shared/runtime/http.ts";
import { ownCommand, ownForm } from "../shared/runtime/own.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();

/** What a customer does to their own case, with its tracking token. */
export const handler = http(customerRoutes, {
  confirm: (input) => ownCommand(desk, customerRoutes.confirm, input, { do: "sign", ...input.body }),
  ownForm: (input) => ownForm(desk, input),
  heldCopy: (input) => acknowledgeHeld(desk, input),
  object: (input) => ownCommand(desk, customerRoutes.object, input, { do: "object", ...input.body }),
});
