import * as z from "zod";
import { ActionView, SanctionView } from "./action-view.ts";
import { ClaimView } from "./claims.ts";
import { CorrectionView } from "./corrections.ts";
import { Decisions } from "./decision-views.ts";
import { CopyView } from "./forms.ts";
import { TakenView } from "./intake-views.ts";
import { Acts, NextSteps } from "./next.ts";
import { OpinionOrigin } from "./opinion-origin.ts";
import { Provisional } from "./provisional.ts";
import { ReceivedMail } from "./received.ts";
import { RecordedView } from "./recorded.ts";
import { ReturnView } from "./returns.ts";
import { RoutingView } from "./routing-views.ts";
import { Shown } from "./shown.ts";
import { TrackingView } from "./views.ts";
import { VisitView } from "./visits.ts";

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
  opinion: OpinionOrigin.optional(),
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
