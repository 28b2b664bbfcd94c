import * as z from "zod";
import { ActionView, SanctionView } from "./action-view.ts";
import { ClaimStatus, ClaimView } from "./claims.ts";
import { CorrectionView } from "./corrections.ts";
import { Decisions } from "./decision-views.ts";
import { CopyView } from "./forms.ts";
import { CategoryView, KindView, TakenView } from "./intake-views.ts";
import { Acts, NextSteps } from "./next.ts";
import { Provisional } from "./provisional.ts";
import { ReceivedMail } from "./received.ts";
import { RecordedView } from "./recorded.ts";
import { ReturnView } from "./returns.ts";
import { HolderView, RoutingView } from "./routing-views.ts";
import { Shown } from "./shown.ts";
import { SignoffView } from "./signoffs.ts";
import { TimelineLine } from "./timeline-line.ts";
import { VisitView } from "./visits.ts";

const ClockState = z.enum([
  "RUNNING",
  "PAUSED",
  "MET",
  "BREACHED",
  "EXTENDED",
  "BREACHED_THEN_EXTENDED",
  "EXCUSED",
  "RENEWED",
  "CANCELLED",
  "LAPSED",
  "CALENDAR_MISSING",
]);

/** A promise that can explain itself: start, each day counted or skipped and why, each extension. */
export const Deadline = z
  .object({
    clock: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    grade: z.enum(["binding", "advisory"]),
    state: ClockState,
    startAt: Shown,
    nominalDue: Shown.optional(),
    effectiveDue: Shown.optional().meta({
      description: "what the regulation gives for what is known of the case, after the roll; `moves` says what it was",
    }),
    due: Shown.optional().meta({ description: "what is promised now, after approved extensions" }),
    metAt: Shown.optional(),
    onTime: z.boolean().optional(),
    moves: z
      .array(z.object({ at: Shown, was: Shown, due: Shown.optional(), why: z.string() }))
      .meta({ description: "what became known, or a pause, moved the due; without `due` the clock no longer applies" }),
    extensions: z.array(z.object({ newDue: Shown, approvedAt: Shown, late: z.boolean() })),
    renewedAt: Shown.optional().meta({ description: "when the next promise took the place of this one" }),
    excused: z.object({ at: Shown, promised: Shown, late: z.boolean() }).optional().meta({
      description: "an approved exception and the promise in its place; a late one leaves the breach standing",
    }),
    steps: z.array(z.object({ date: z.string(), counts: z.boolean(), why: z.string() })),
    explanation: z.array(z.string()),
  })
  .meta({ id: "Deadline" });
export type Deadline = z.infer<typeof Deadline>;

export const EvidenceState = z
  .object({
    complete: z.boolean(),
    items: z.array(
      z.object({
        rule: z.string(),
        title: z.string(),
        rules: z.array(z.string()),
        damage: z.number(),
        have: z.number(),
        need: z.number(),
        says: z.string().meta({ examples: ["item 2: 2 of 3"] }),
      }),
    ),
  })
  .meta({ id: "EvidenceState" });
export type EvidenceState = z.infer<typeof EvidenceState>;

export const PhotoView = z
  .object({
    photoId: z.string(),
    damage: z.number(),
    state: z.enum(["kept", "refused"]),
    flags: z.array(z.enum(["DUPLICATE", "AFTER_PICKUP"])),
    capturedAt: Shown.optional(),
    uploadedAt: Shown,
    refusal: z.object({ code: z.string(), says: z.string() }).optional(),
    thumbnail: z.string().optional().meta({ description: "an address that works for some minutes" }),
    copy: z.string().optional(),
  })
  .meta({ id: "Photo" });
export type PhotoView = z.infer<typeof PhotoView>;

const Answer = z.object({ id: z.string(), label: z.string(), value: z.string() });

/** Whether the number is none yet. */
const Linked = z.object({ caseId: z.string(), number: z.string(), provisional: Provisional });

export const TrackingView = z
  .object({
    org: z.object({ id: z.string(), name: z.string() }),
    policy: z.object({ id: z.string(), version: z.number(), title: z.string() }),
    caseId: z.string(),
    number: z.string(),
    provisional: Provisional,
    kind: KindView,
    category: CategoryView.optional(),
    locale: z.enum(["zh-CN", "en"]),
    state: z.object({ id: z.string(), says: z.string(), final: z.boolean() }),
    receivedAt: Shown,
    holder: HolderView.optional().meta({ description: "who has it" }),
    answers: z.array(Answer),
    damages: z.array(z.object({ damage: z.number(), answers: z.array(Answer) })),
    deadlines: z.array(Deadline),
    evidence: EvidenceState,
    photos: z.array(PhotoView),
    timeline: z.array(TimelineLine),
    signoffs: z.array(SignoffView).meta({ description: "what is signed or confirmed in this case, and by whom" }),
    claim: ClaimStatus.optional(),
    supersedes: Linked.optional().meta({ description: "the case in whose place this one stands" }),
    supersededBy: Linked.optional().meta({ description: "the case that stands in the place of this one" }),
    age: z.object({ since: Shown, days: z.number().int() }).meta({
      description: "how long the matter has been open in all, the cases before it included",
    }),
    assumptions: z.array(z.object({ key: z.string(), says: z.string() })),
  })
  .meta({ id: "Tracking" });
export type TrackingView = z.infer<typeof TrackingView>;

/** What a member of staff sees: everything, and what may be done next by the caller. */
export const CaseView = TrackingView.extend({
  claim: ClaimView.optional(),
  returned: ReturnView.optional(),
  version: z.number().int(),
  contact: z.object({
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
    address: z.string().optional(),
  }),
  taken: TakenView.optional(),
  routing: RoutingView,
  duplicates: z
    .array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        provisional: Provisional,
        same: z.boolean().optional().meta({ description: "what was said of it; absent while nobody has" }),
      }),
    )
    .meta({ description: "other cases that are perhaps the same matter" }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  masked: z.array(z.string()).meta({ description: "what the caller may not read in full; `contact` is the person" }),
  extensions: z.array(
    z.object({
      id: z.string(),
      clock: z.string(),
      newDue: Shown,
      reason: z.string(),
      requestedAt: Shown,
      decision: z.object({ approved: z.boolean(), at: Shown, remark: z.string().optional() }).optional(),
      mayDecide: z.boolean(),
    }),
  ),
  exceptions: z.array(
    z.object({
      id: z.string(),
      clock: z.string(),
      reason: z.object({ value: z.string(), label: z.string() }),
      promised: Shown,
      remark: z.string().optional(),
      recordedAt: Shown,
      decision: z.object({ approved: z.boolean(), at: Shown, remark: z.string().optional() }).optional(),
      mayDecide: z.boolean(),
    }),
  ),
  recorded: z.array(RecordedView),
  corrections: z.array(CorrectionView),
  mayKeep: z.boolean().meta({ description: "the caller holds, discloses and erases the data of this case" }),
  actions: z
    .array(ActionView)
    .meta({ description: "corrective action: owed, planned, done, verified, or not followed up" }),
  sanctions: z
    .array(SanctionView)
    .meta({ description: "what was proposed for people, for callers alone who propose or decide it" }),
  visits: z.array(VisitView),
  copies: z.array(CopyView).meta({ description: "who gets a copy of which form, and who has acknowledged it" }),
  mails: z.array(
    z.object({ template: z.string(), to: z.string(), owedAt: Shown, state: z.string(), detail: z.string().optional() }),
  ),
  received: z.array(ReceivedMail).meta({ description: "mails that came in for the case" }),
  next: NextSteps,
  acts: Acts,
  ...Decisions,
  mayNote: z.boolean(),
  mayExtend: z.array(z.string()).meta({ description: "clocks for which the caller may ask for an extension" }),
  mayExcuse: z
    .array(z.object({ clock: z.string(), reasons: z.array(z.object({ value: z.string(), label: z.string() })) }))
    .meta({ description: "clocks for which the caller may record an exception, and for which reasons" }),
}).meta({ id: "Case" });
export type CaseView = z.infer<typeof CaseView>;
