import { caseRoutes } from "../shared/api/routes/cases.ts";
import { routingRoutes } from "../shared/api/routes/routing.ts";
import { command, showCase } from "../shared/runtime/desk.ts";
import { http } from "../shared/runtime/http.ts";
import { obeying } from "../shared/runtime/obeying.ts";
import { signingHandlers } from "../shared/runtime/signing.ts";
import { take } from "../shared/runtime/taking.ts";
import { deskDeps } from "../shared/runtime/wiring.ts";

const desk = deskDeps();
const obey = obeying(desk);

const served = { ...caseRoutes, ...routingRoutes };

/** What staff see of a case and do to it. */
export const handler = http(served, {
  take: (input) => take(desk, input),
  case: (input) => showCase(desk, input),
  step: (input) => command(desk, served.step, input, { do: "step", step: input.params.step, answers: input.body }),
  note: obey("note", served.note),
  recordEvent: obey("recordEvent", served.recordEvent),
  assign: obey("assign", served.assign),
  takeOver: obey("takeOver", served.takeOver),
  giveBack: obey("giveBack", served.giveBack),
  recordNeed: obey("recordNeed", served.recordNeed),
  decideDuplicate: (input) => {
    const { params, body } = input;
    return command(desk, served.decideDuplicate, input, { do: "decideDuplicate", of: params.other, same: body.same });
  },
  giveOpinion: obey("giveOpinion", served.giveOpinion),
  giveVerdict: obey("giveVerdict", served.giveVerdict),
  makePromise: obey("makePromise", served.makePromise),
  bookCost: obey("bookCost", served.bookCost),
  judgeLiability: obey("judgeLiability", served.judgeLiability),
  requestExtension: obey("requestExtension", served.requestExtension),
  decideExtension: obey("decideExtension", served.decideExtension),
  recordException: obey("recordException", served.recordException),
  decideException: obey("decideException", served.decideException),
  planAction: (input) => {
    const { corrective, ...answers } = input.body;
    return command(desk, served.planAction, input, { do: "planAction", corrective, answers });
  },
  finishAction: obey("finishAction", served.finishAction),
  verifyAction: obey("verifyAction", served.verifyAction),
  proposeSanction: obey("proposeSanction", served.proposeSanction),
  decideSanction: obey("decideSanction", served.decideSanction),
  ...signingHandlers(desk),
  addClaimPaper: obey("addClaimPaper", served.addClaimPaper),
  assessClaim: obey("assessClaim", served.assessClaim),
  decideReturn: obey("decideReturn", served.decideReturn),
});
