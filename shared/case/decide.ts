import { accept, refuse } from "../kernel/result.ts";
import type { Act, Asked, Decision, Keyed } from "./act.ts";
import { type FinishAction, finishAction, type VerifyAction, verifyAction } from "./actions/finish.ts";
import { type PlanAction, planAction } from "./actions/plan.ts";
import { type GiveVerdict, giveVerdict } from "./approvals/verdict.ts";
import type { Case } from "./case.ts";
import { type AssessClaim, assessClaim } from "./claim/assess.ts";
import { type AddClaimPaper, addClaimPaper } from "./claim/paper.ts";
import type { Rulebook } from "./clocks.ts";
import { type AcknowledgeCommand, acknowledge } from "./copies/acknowledge.ts";
import { type CirculateCommand, circulate } from "./copies/circulate.ts";
import { type CorrectCommand, correct } from "./correct.ts";
import { type DecideDuplicate, decideDuplicate } from "./duplicates.ts";
import type { CaseEvent } from "./event.ts";
import { type DecideException, decideException, type RecordException, recordException } from "./excuse.ts";
import { type DecideExtension, decideExtension, type RequestExtension, requestExtension } from "./extend.ts";
import { type DiscloseCommand, disclose } from "./keeping/disclose.ts";
import { type HoldCommand, hold, type ReleaseCommand, release } from "./keeping/hold.ts";
import { type EraseCommand, erase } from "./keeping/order.ts";
import { type JudgeLiability, judgeLiability } from "./liability/judge.ts";
import { type BookCost, bookCost } from "./money/book.ts";
import { type MakePromise, makePromise } from "./money/promise.ts";
import { type NoteCommand, note } from "./note.ts";
import { type RecordEvent, recordEvent } from "./outside.ts";
import { type ReopenCommand, reopen } from "./reopen.ts";
import { type DecideReturn, decideReturn } from "./returned/decide.ts";
import { type Assign, assign } from "./routing/assign.ts";
import { type RecordNeed, recordNeed } from "./routing/needs.ts";
import { type GiveOpinion, giveOpinion } from "./routing/opinions.ts";
import { type GiveBack, giveBack, type TakeOver, takeOver } from "./routing/take-over.ts";
import { type DecideSanction, decideSanction } from "./sanctions/decide.ts";
import { type ProposeSanction, proposeSanction } from "./sanctions/propose.ts";
import { type ObjectCommand, object } from "./sign/object.ts";
import { type SignCommand, sign } from "./sign/sign.ts";
import { type StepCommand, step } from "./step.ts";
import { type SupersedeCommand, supersede } from "./supersede.ts";
import { type VisitCommand, visit } from "./visit/visit.ts";

type Wish =
  | StepCommand
  | NoteCommand
  | RecordEvent
  | Assign
  | TakeOver
  | GiveBack
  | RecordNeed
  | GiveOpinion
  | GiveVerdict
  | MakePromise
  | BookCost
  | JudgeLiability
  | DecideDuplicate
  | RequestExtension
  | DecideExtension
  | RecordException
  | DecideException
  | PlanAction
  | FinishAction
  | VerifyAction
  | ProposeSanction
  | DecideSanction
  | SignCommand
  | ObjectCommand
  | CorrectCommand
  | VisitCommand
  | AcknowledgeCommand
  | CirculateCommand
  | AddClaimPaper
  | AssessClaim
  | DecideReturn
  | SupersedeCommand
  | ReopenCommand
  | HoldCommand
  | ReleaseCommand
  | DiscloseCommand
  | EraseCommand;

/** What somebody wants done to a case. */
export type Command = Keyed & Wish;

/** Every kind of command with the file that answers it; one without does not compile. */
const acts: { readonly [K in Wish["do"]]: Act<Extract<Wish, { do: K }>> } = {
  step,
  note,
  recordEvent,
  assign,
  takeOver,
  giveBack,
  recordNeed,
  giveOpinion,
  giveVerdict,
  makePromise,
  bookCost,
  judgeLiability,
  decideDuplicate,
  requestExtension,
  decideExtension,
  recordException,
  decideException,
  planAction,
  finishAction,
  verifyAction,
  proposeSanction,
  decideSanction,
  sign,
  object,
  correct,
  visit,
  acknowledge,
  circulate,
  addClaimPaper,
  assessClaim,
  decideReturn,
  supersede,
  reopen,
  hold,
  release,
  disclose,
  erase,
};

/** What a command with this key led to before. */
const obeyed = (current: Case, key: string | undefined): CaseEvent | undefined =>
  key === undefined ? undefined : current.timeline.find((event) => "key" in event && event.key === key);

/**
 * What follows from a command: events to append, none when the same command was obeyed before, or a refusal that says
 * which clause says no. Never looks at a clock: `asked.at` is when it was asked.
 */
export const decide = (rulebook: Rulebook, current: Case, command: Command, asked: Asked): Decision => {
  const act = acts[command.do] as Act<Wish>; // the row of this very kind, which the compiler cannot follow through the index
  const before = obeyed(current, command.key);
  if (before === undefined) return act.decide(rulebook, current, command, asked);
  return act.led(rulebook.policy, before, command) ? accept([]) : refuse({ code: "key-reused", rules: [] });
};
