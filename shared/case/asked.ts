import * as z from "zod";
import { CampaignId, InvitationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSentAfter, type SentAfter } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import { Slug } from "../policy/terms.ts";
import { common } from "./actor.ts";
import { eventOf } from "./bring.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

/** The engine's own: what came of a survey that an event of the case sends (BUS-19). */
export const surveyAsked = z.strictObject({
  ...common,
  type: z.literal("surveyAsked"),
  survey: Slug,
  /** The place in the timeline of the event that sends it. */
  about: z.number().int().nonnegative(),
  outcome: z.discriminatedUnion("is", [
    /** An invitation waits in the survey's campaign; whether a mail can leave stands there. */
    z.strictObject({ is: z.literal("invited"), campaign: CampaignId, invitation: InvitationId }),
    /** The event is longer ago than its customer has for an answer. */
    z.strictObject({ is: z.literal("late") }),
    /** The campaign of that period was given up, or is over. */
    z.strictObject({ is: z.literal("over") }),
  ]),
});

/** A survey that a case owes its customer. */
export type Asking = {
  readonly survey: SentAfter;
  /** The place in the timeline of the event that sends it. */
  readonly about: number;
  /** When that happened. */
  readonly since: Instant;
};

/** What was taken over from a file is past: its customer was served elsewhere. */
const isPast = (event: CaseEvent): boolean => event.type === "received" && event.imported !== undefined;

/** Every survey that events of a case send: one for each time that such an event happened. */
export const sendings = (policy: Policy, { timeline }: Pick<Case, "timeline">): readonly Asking[] =>
  policy.surveys
    .filter(isSentAfter)
    .flatMap((survey) =>
      timeline.flatMap((event, about) =>
        eventOf(event) === survey.after && !isPast(event) ? [{ survey, about, since: event.at }] : [],
      ),
    );

/**
 * The surveys that a case has yet to send its customer. Pure: a case whose personal data is to be erased has no customer
 * any more, and owes none.
 */
export const askings = (policy: Policy, current: Pick<Case, "timeline" | "erasure">): readonly Asking[] => {
  if (current.erasure !== undefined || !policy.surveys.some(isSentAfter)) return [];
  const asked = current.timeline.filter((event) => event.type === "surveyAsked");
  return sendings(policy, current).filter(
    ({ survey, about }) => !asked.some((one) => one.survey === survey.id && one.about === about),
  );
};
