import * as z from "zod";
import { InvitationId } from "../../kernel/ids.ts";
import { Slug } from "../../policy/terms.ts";
import { OpinionState } from "../../survey/opinion.ts";
import { CollationBody, CollationReply, OpinionList, OpinionView } from "../opinions.ts";
import { ofCampaign } from "../params.ts";
import type { Routes } from "./routes.ts";

const OPINIONS = "/v1/{org}/campaigns/{campaignId}/opinions";

/** What customers found wrong in a campaign, and the cases that are made of it. */
export const opinionRoutes = {
  opinions: {
    method: "GET",
    path: OPINIONS,
    by: "opinions",
    auth: "staff",
    may: "section",
    params: ofCampaign,
    query: z.object({
      state: OpinionState.optional().meta({ description: "`open`: nobody has collated it yet" }),
      about: Slug.optional().meta({
        description: "not satisfied with this question; `comment`: those who wrote something",
      }),
      cursor: InvitationId.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    reply: OpinionList,
    summary: "What customers were not satisfied with, or wrote, in a campaign; a page may be short and not the last",
  },
  opinion: {
    method: "GET",
    path: `${OPINIONS}/{opinionId}`,
    by: "opinions",
    auth: "staff",
    may: "read",
    params: ofCampaign.extend({ opinionId: InvitationId }),
    reply: OpinionView,
    summary: "What a customer says by now, beside the case that was made of what they said before",
  },
  collate: {
    method: "POST",
    path: `${OPINIONS}/collation`,
    by: "opinions",
    auth: "staff",
    may: "section",
    params: ofCampaign,
    body: CollationBody,
    reply: CollationReply,
    status: 201,
    summary: "Collate opinions for a responsible department: each becomes a case of the regulation, once",
  },
} as const satisfies Routes;
