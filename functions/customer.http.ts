import { customerRoutes } from "../shared/api/routes/customer.ts";
import { wordRoutes } from "../shared/api/routes/pages.ts";
import { takeWord } from "../shared/runtime/confirm-page.ts";
import { showCopy, takeCopy } from "../shared/runtime/copy-page.ts";
import { acknowledgeHeld } from "../shared/runtime/held.ts";
import { http } from "../shared/runtime/http.ts";
import { ownCommand, ownForm } from "../shared/runtime/own.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();

/** What a customer does to their own case, with its tracking token, by program or by page. */
export const handler = http(
  { ...customerRoutes, ...wordRoutes },
  {
    confirm: (input) => ownCommand(desk, customerRoutes.confirm, input, { do: "sign", ...input.body }),
    ownForm: (input) => ownForm(desk, input),
    heldCopy: (input) => acknowledgeHeld(desk, input),
    confirmPost: (input) => takeWord(desk, input),
    copyPage: (input) => showCopy(desk, input),
    copyPost: (input) => takeCopy(desk, input),
    object: (input) => ownCommand(desk, customerRoutes.object, input, { do: "object", ...input.body }),
  },
);
