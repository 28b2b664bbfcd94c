import { signingRoutes } from "../api/routes/signing.ts";
import { command, type Desk, showForm } from "./desk.ts";
import type { Handlers } from "./http.ts";
import { fileNext } from "./successor.ts";

/** Signatures, visits, forms with their copies, corrections, and what follows a closing: each one command. */
export const signingHandlers = (desk: Desk): Handlers<typeof signingRoutes> => ({
  sign: (input) => command(desk, signingRoutes.sign, input, { do: "sign", ...input.body }),
  visit: (input) => command(desk, signingRoutes.visit, input, { do: "visit", ...input.body }),
  filledForm: (input) => showForm(desk, input),
  acknowledge: (input) =>
    command(desk, signingRoutes.acknowledge, input, {
      do: "acknowledge",
      form: input.params.form,
      copy: input.params.copy,
    }),
  circulate: (input) =>
    command(desk, signingRoutes.circulate, input, { do: "circulate", form: input.params.form, ...input.body }),
  supersede: (input) => fileNext(desk, input),
  reopen: (input) => command(desk, signingRoutes.reopen, input, { do: "reopen", ...input.body }),
  correct: (input) => command(desk, signingRoutes.correct, input, { do: "correct", ...input.body }),
});
