import * as z from "zod";
import { DamageNumber, Photo, PhotoRefusal } from "../evidence/evidence.ts";
import { PhotoId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import { Name, Slug } from "../policy/terms.ts";
import { actionEvents } from "./actions/actions.ts";
import { Answers, Contact, common, keyed, StepAnswers } from "./actor.ts";
import { VerdictGiven } from "./approvals/event.ts";
import { surveyAsked } from "./asked.ts";
import { ClaimAssessed, ClaimPaper } from "./claim/event.ts";
import { copyAcknowledged } from "./copies/acknowledge.ts";
import { circulated } from "./copies/circulate.ts";
import { corrected } from "./correct.ts";
import { countingEvents } from "./counting.ts";
import { DUPLICATE_EVENTS } from "./duplicates.ts";
import { keepingEvents } from "./keeping/events.ts";
import { LiabilityJudged } from "./liability/event.ts";
import { LINK_EVENTS } from "./links.ts";
import { mailReceived } from "./mailed/mailed.ts";
import { CostBooked, PromiseMade } from "./money/money.ts";
import { Numbered } from "./numbered.ts";
import { OPINION_EVENTS } from "./opinion/opinion.ts";
import { Happened } from "./outside-event.ts";
import { reopened } from "./reopen.ts";
import { ReturnDecided } from "./returned/event.ts";
import { ROUTING_EVENTS } from "./routing/routing.ts";
import { sanctionEvents } from "./sanctions/sanctions.ts";
import { objected } from "./sign/object.ts";
import { signed } from "./sign/sign.ts";
import { Superseded, superseded } from "./supersede.ts";
import { Taken } from "./taking.ts";
import { mailUndelivered } from "./undelivered.ts";
import { visitRecorded } from "./visit/visit.ts";

/**
 * What can happen to a case. The list only grows: what is stored must parse for ever (test/store/old-records).
 */
export const CaseEvent = z.discriminatedUnion("type", [
  z.strictObject({
    ...common,
    type: z.literal("received"),
    number: z.string(),
    /** The regulation gives the number later; until then the case is called this. */
    provisional: z.literal(true).optional(),
    locale: Locale,
    contact: Contact,
    answers: Answers,
    damages: z.array(Answers),
    /** When it reached the company, where it was written down later: clocks run from then. */
    receivedAt: Instant.optional(),
    /** Absent for what came by the customer's own form. */
    taken: Taken.optional(),
    /** Taken over from a file of cases, and from which of its rows: its customer was answered elsewhere. */
    imported: z.strictObject({ row: z.number().int().positive() }).optional(),
    /** The case in whose place it stands. */
    supersedes: Superseded.optional(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("step"),
    step: Slug,
    /** The policy's name for what has happened; clocks start and stop on it. */
    event: Name,
    to: z.string().optional(),
    answers: StepAnswers,
  }),
  Happened,
  Numbered,
  VerdictGiven,
  PromiseMade,
  CostBooked,
  LiabilityJudged,
  z.strictObject({ ...keyed, type: z.literal("noted"), text: z.string() }),
  z.strictObject({ ...common, type: z.literal("photoKept"), photo: Photo }),
  z.strictObject({
    ...common,
    type: z.literal("photoRefused"),
    photoId: PhotoId,
    damage: DamageNumber,
    refusal: PhotoRefusal,
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("extensionRequested"),
    extension: z.string(),
    clock: Slug,
    newDue: Instant,
    reason: z.string(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("extensionDecided"),
    extension: z.string(),
    clock: Slug,
    approved: z.boolean(),
    remark: z.string().optional(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("exceptionRecorded"),
    exception: z.string(),
    clock: Slug,
    /** One of the reasons that the policy's rule names, by its value. */
    reason: z.string(),
    promised: Instant,
    remark: z.string().optional(),
  }),
  z.strictObject({
    ...keyed,
    type: z.literal("exceptionDecided"),
    exception: z.string(),
    clock: Slug,
    approved: z.boolean(),
    remark: z.string().optional(),
  }),
  /** The engine's own: a reminder that fell due, a breach, a request for missing photos. */
  z.strictObject({ ...common, type: z.literal("reminded"), clock: Slug, due: Instant, threshold: Instant }),
  z.strictObject({ ...common, type: z.literal("breached"), clock: Slug, due: Instant }),
  z.strictObject({
    ...common,
    type: z.literal("evidenceAsked"),
    missing: z.array(z.strictObject({ rule: Slug, damage: DamageNumber, count: z.number().int().positive() })),
  }),
  ...actionEvents,
  ...sanctionEvents,
  ...countingEvents,
  mailReceived,
  signed,
  objected,
  corrected,
  visitRecorded,
  circulated,
  copyAcknowledged,
  ClaimPaper,
  ClaimAssessed,
  ReturnDecided,
  ...ROUTING_EVENTS,
  superseded,
  reopened,
  ...DUPLICATE_EVENTS,
  ...LINK_EVENTS,
  ...OPINION_EVENTS,
  /** Something that was refused and is worth knowing: an attempt beyond one's authority, or on what is signed. */
  z.strictObject({ ...common, type: z.literal("attempted"), what: z.string(), code: z.string() }),
  ...keepingEvents,
  mailUndelivered,
  surveyAsked,
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type EventOf<T extends CaseEvent["type"]> = Extract<CaseEvent, { type: T }>;
