import { caseRoutes } from "../shared/api/routes/cases.ts";
import { routingRoutes } from "../shared/api/routes/routing.ts";
import { command, showCase } from "../shared/runtime/desk.ts";
import { http } from "../shared/runtime/http.ts";
import { signingHandlers } from "../shared/runtime/signing.ts";
import { take } from "../shared/runtime/taking.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();

const served = { ...caseRoutes, ...routingRoutes };

/** What staff see of a case and do to it. */
export const handler = http(served, {
  take: (input) => take(desk, input),
  case: (input) => showCase(desk, input),
  step: (input) => command(desk, caseRoutes.step, input, { do: "step", step: input.params.step, answers: input.body }),
  note: (input) => command(desk, caseRoutes.note, input, { do: "note", text: input.body.text }),
  recordEvent: (input) => command(desk, caseRoutes.recordEvent, input, { do: "recordEvent", ...input.body }),
  assign: (input) => command(desk, routingRoutes.assign, input, { do: "assign", ...input.body }),
  takeOver: (input) =>
    command(desk, routingRoutes.takeOver, input, { do: "takeOver", assignment: input.params.assignment }),
  giveBack: (input) =>
    command(desk, routingRoutes.giveBack, input, {
      do: "giveBack",
      assignment: input.params.assignment,
      ...input.body,
    }),
  recordNeed: (input) => {
    const { route, need } = input.params;
    return command(desk, routingRoutes.recordNeed, input, { do: "recordNeed", route, need, ...input.body });
  },
  giveOpinion: (input) => command(desk, routingRoutes.giveOpinion, input, { do: "giveOpinion", ...input.body }),
  giveVerdict: (input) => command(desk, caseRoutes.giveVerdict, input, { do: "giveVerdict", ...input.body }),
  makePromise: (input) => command(desk, caseRoutes.makePromise, input, { do: "makePromise", ...input.body }),
  bookCost: (input) => command(desk, caseRoutes.bookCost, input, { do: "bookCost", ...input.body }),
  judgeLiability: (input) => command(desk, caseRoutes.judgeLiability, input, { do: "judgeLiability", ...input.body }),
  requestExtension: (input) =>
    command(desk, caseRoutes.requestExtension, input, { do: "requestExtension", ...input.body }),
  decideExtension: (input) =>
    command(desk, caseRoutes.decideExtension, input, {
      do: "decideExtension",
      extension: input.params.extension,
      ...input.body,
    }),
  recordException: (input) =>
    command(desk, caseRoutes.recordException, input, { do: "recordException", ...input.body }),
  decideException: (input) =>
    command(desk, caseRoutes.decideException, input, {
      do: "decideException",
      exception: input.params.exception,
      ...input.body,
    }),
  planAction: (input) => {
    const { corrective, ...answers } = input.body;
    return command(desk, caseRoutes.planAction, input, { do: "planAction", corrective, answers });
  },
  finishAction: (input) =>
    command(desk, caseRoutes.finishAction, input, { do: "finishAction", action: input.params.action, ...input.body }),
  verifyAction: (input) =>
    command(desk, caseRoutes.verifyAction, input, { do: "verifyAction", action: input.params.action, ...input.body }),
  proposeSanction: (input) =>
    command(desk, caseRoutes.proposeSanction, input, { do: "proposeSanction", ...input.body }),
  decideSanction: (input) =>
    command(desk, caseRoutes.decideSanction, input, {
      do: "decideSanction",
      ...input.body,
      sanction: input.params.sanction,
    }),
  ...signingHandlers(desk),
  addClaimPaper: (input) => command(desk, caseRoutes.addClaimPaper, input, { do: "addClaimPaper", ...input.body }),
  assessClaim: (input) => command(desk, caseRoutes.assessClaim, input, { do: "assessClaim", ...input.body }),
  decideReturn: (input) => command(desk, caseRoutes.decideReturn, input, { do: "decideReturn", ...input.body }),
});
