import * as z from "zod";
import { CampaignId, InvitationId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { OpinionStage } from "../../policy/opinions.ts";
import { Slug } from "../../policy/terms.ts";
import { common, keyed } from "../actor.ts";
import { brought } from "../bring.ts";
import type { EventOf } from "../event.ts";

export const OPINION_EVENTS = [
  /** An opinion of a survey was collated: its case begins with it. The customer's words are an answer of the form. */
  z.strictObject({
    ...keyed,
    ...brought,
    type: z.literal("opinionCollated"),
    campaign: CampaignId,
    invitation: InvitationId,
    survey: Slug,
    /** What the campaign was called. */
    title: z.string(),
    /** The department that is responsible, as those who collated it named it (IPP-11). */
    department: z.string(),
    answeredAt: Instant,
    scores: z.record(Slug, z.number().int()),
  }),
  /** The campaign has been told how far its opinion is; the engine's own. */
  z.strictObject({ ...common, type: z.literal("opinionTold"), stage: OpinionStage }),
] as const;

/** The opinion that a case deals with, as it was collated. */
export type Opinion = EventOf<"opinionCollated">;
