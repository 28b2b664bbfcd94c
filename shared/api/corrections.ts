import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { sayCorrection } from "./lines/correction.ts";
import { whoIs } from "./who.ts";

/** An answer that was put right: what it was, what it is, by whom, when and why. */
export const CorrectionView = z
  .object({
    at: z.string(),
    by: z.string(),
    of: z.string().meta({ description: "the form or the step whose answer it is" }),
    field: z.string(),
    before: z.string().meta({ description: "a dash where nothing had been answered" }),
    after: z.string(),
    reason: z.string(),
  })
  .meta({ id: "CorrectionMade" });
export type CorrectionView = z.infer<typeof CorrectionView>;

/** Every correction of a case, the first first. */
export const correctionViews = (policy: Policy, current: Case, locale: Locale): CorrectionView[] =>
  current.timeline.flatMap((event) =>
    event.type !== "corrected"
      ? []
      : [
          {
            at: withOffset(event.at, policy.calendar.timeZone),
            by: whoIs(policy, event.by, "staff", locale),
            ...sayCorrection(policy, current, event, locale),
            reason: event.reason,
          },
        ],
  );
