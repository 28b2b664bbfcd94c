import type { Instant } from "../kernel/instant.ts";
import { factFields, type Policy } from "../policy/policy.ts";
import { actionDone, actionOpened, actionPlanned, actionVerified } from "./actions/evolve.ts";
import { type Answers, plainAnswers } from "./actor.ts";
import type { Case } from "./case.ts";
import { filedAt } from "./claim/filed-at.ts";
import { duplicateDecided, duplicateSuspected } from "./duplicates.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { isFinal } from "./final.ts";
import { learning } from "./learnt.ts";
import { linkNumbered } from "./links.ts";
import { happening } from "./occurrence.ts";
import { assigned, assignmentReturned, assignmentTaken, needRecorded, opinionGiven } from "./routing/evolve.ts";
import { sanctionDecided, sanctionProposed } from "./sanctions/evolve.ts";
import { setBy } from "./sets.ts";

/** What one kind of event makes of a case. */
export type Evolve<T extends CaseEvent["type"]> = (policy: Policy, current: Case, event: EventOf<T>) => Case;

/** What happened is in the timeline; the case is otherwise as it was. */
const unchanged = (_policy: Policy, current: Case): Case => current;

const step: Evolve<"step"> = (policy, current, event) => {
  const sets = policy.workflow?.steps.find(({ id }) => id === event.step)?.sets ?? [];
  const state = event.to ?? current.state;
  const known = learning(current, event.at, setBy(plainAnswers(event.answers), sets));
  return {
    ...current,
    ...known,
    state,
    closedAt: isFinal(policy, state) ? (current.closedAt ?? event.at) : undefined,
    ...happening(current, event.event, { at: filedAt(policy, event), toldAt: event.at, facts: known.facts }),
  };
};

const happened: Evolve<"happened"> = (policy, current, { event, to, at, when, answers }) => {
  const sets = policy.events.find(({ id }) => id === event)?.sets ?? [];
  const known = learning(current, at, setBy(answers, sets));
  const state = to ?? current.state;
  return {
    ...current,
    ...known,
    state,
    closedAt: isFinal(policy, state) ? (current.closedAt ?? at) : undefined,
    ...happening(current, event, { at: when, toldAt: at, facts: known.facts }),
  };
};

type Brings = {
  readonly at: Instant;
  readonly event?: string | undefined;
  readonly to?: string | undefined;
  readonly signedAt?: Instant;
  readonly doneAt?: Instant;
  readonly facts?: Answers | undefined;
};

/**
 * What an event beside the workflow brings about: what is learnt from it, that it happened, and the state to which it
 * leads. A signature or a visit that is written down later happened when it was given or made.
 */
const brings = (policy: Policy, before: Case, { at, event, to, signedAt, doneAt, facts = {} }: Brings): Case => {
  const current = { ...before, ...learning(before, at, facts) };
  if (event === undefined) return current;
  const state = to ?? current.state;
  return {
    ...current,
    state,
    closedAt: isFinal(policy, state) ? (current.closedAt ?? at) : undefined,
    ...happening(current, event, { at: signedAt ?? doneAt ?? at, toldAt: at, facts: current.facts }),
  };
};

/** What was answered and, once all have signed, the class become facts where the policy declares them. */
const liabilityJudged: Evolve<"liabilityJudged"> = (policy, current, { at, answers, class: of, settled }) => {
  const fact = policy.liability?.fact;
  const said = settled && fact !== undefined && of !== undefined ? { ...answers, [fact]: of } : answers;
  const declared = factFields(policy).map(({ id }) => id);
  return { ...current, ...learning(current, at, setBy(said, declared)) };
};

/** An approval sets the fact that holds the new promise, and is what starts its clock (DTS-14); a refusal changes nothing. */
const exceptionDecided: Evolve<"exceptionDecided"> = (policy, current, event) => {
  const decision = { approved: event.approved, at: event.at, remark: event.remark };
  const exceptions = current.exceptions.map((one) => (one.id === event.exception ? { ...one, decision } : one));
  const promised = current.exceptions.find(({ id }) => id === event.exception)?.promised;
  const rule = policy.exceptions.find(({ clock }) => clock === event.clock);
  const promise = policy.clocks.find(({ id }) => id === rule?.promise);
  if (!event.approved || promised === undefined || promise === undefined) return { ...current, exceptions };
  const known = learning(current, event.at, promise.until === undefined ? {} : { [promise.until]: promised });
  return {
    ...current,
    ...known,
    exceptions,
    ...happening(current, promise.start ?? "", { at: event.at, toldAt: event.at, facts: known.facts }),
  };
};

/** Every kind of event; one without does not compile. */
const evolves: { readonly [T in CaseEvent["type"]]: Evolve<T> } = {
  received: unchanged,
  step,
  happened,
  numbered: (_policy, current, { number }) => ({ ...current, number, provisional: false }),
  verdictGiven: unchanged,
  promiseMade: unchanged,
  costBooked: unchanged,
  liabilityJudged,
  noted: unchanged,
  mailReceived: unchanged,
  photoKept: (_policy, current, { photo }) => ({ ...current, photos: [...current.photos, photo] }),
  photoRefused: (_policy, current, { photoId: id, damage, refusal, at }) => ({
    ...current,
    refusedPhotos: [...current.refusedPhotos, { id, damage, refusal, at }],
  }),
  extensionRequested: (_policy, current, { extension: id, clock, newDue, reason, at, by }) => ({
    ...current,
    extensions: [...current.extensions, { id, clock, newDue, reason, requestedAt: at, requestedBy: by }],
  }),
  extensionDecided: (_policy, current, { extension, approved, at, remark }) => ({
    ...current,
    extensions: current.extensions.map((one) =>
      one.id === extension ? { ...one, decision: { approved, at, remark } } : one,
    ),
  }),
  exceptionRecorded: (_policy, current, { exception: id, clock, reason, promised, remark, at }) => ({
    ...current,
    exceptions: [...current.exceptions, { id, clock, reason, promised, remark, recordedAt: at }],
  }),
  exceptionDecided,
  duplicateSuspected,
  duplicateDecided,
  linkNumbered,
  linkTold: unchanged,
  opinionCollated: (policy, current, event) => ({ ...brings(policy, current, event), opinion: event }),
  opinionTold: unchanged,
  assigned,
  assignmentTaken,
  assignmentReturned,
  needRecorded,
  opinionGiven,
  reminded: unchanged,
  breached: unchanged,
  evidenceAsked: unchanged,
  actionOpened,
  actionPlanned,
  actionDone,
  actionVerified,
  actionReminded: unchanged,
  actionOverdue: unchanged,
  sanctionProposed,
  sanctionDecided,
  counted: unchanged,
  signed: brings,
  objected: brings,
  corrected: unchanged,
  visitRecorded: brings,
  circulated: brings,
  copyAcknowledged: brings,
  superseded: (_policy, current, { successor: caseId, number }) => ({ ...current, supersededBy: { caseId, number } }),
  caseReopened: (_policy, { closedAt, ...current }, { to: state, at: reopenedAt }) => ({
    ...current,
    state,
    closures: closedAt === undefined ? current.closures : [...current.closures, { closedAt, reopenedAt }],
  }),
  attempted: unchanged,
  mailUndelivered: unchanged,
  surveyAsked: unchanged,
  claimPaper: unchanged,
  claimAssessed: unchanged,
  returnDecided: unchanged,
  held: (_policy, current, { hold: id, reason, at }) => ({ ...current, holds: [...current.holds, { id, reason, at }] }),
  holdReleased: (_policy, current, { hold, at }) => ({
    ...current,
    holds: current.holds.map((one) => (one.id === hold ? { ...one, releasedAt: at } : one)),
  }),
  disclosed: unchanged,
  erasureOrdered: (_policy, current, { how, at }) => ({ ...current, erasure: { orderedAt: at, how } }),
  erased: (_policy, current, { at }) =>
    current.erasure === undefined ? current : { ...current, erasure: { ...current.erasure, doneAt: at } },
};

/** A case after one more event. */
export const evolve = (policy: Policy, current: Case, event: CaseEvent): Case => {
  const made = evolves[event.type] as Evolve<CaseEvent["type"]>; // the row of this very kind, which the compiler cannot follow through the index
  return made(policy, current, event as never);
};
