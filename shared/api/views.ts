import * as z from "zod";
import { ClaimStatus } from "./claims.ts";
import { CategoryView, KindView } from "./intake-views.ts";
import { Provisional } from "./provisional.ts";
import { HolderView } from "./routing-views.ts";
import { Shown } from "./shown.ts";
import { SignoffView } from "./signoffs.ts";
import { TimelineLine } from "./timeline-line.ts";

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
