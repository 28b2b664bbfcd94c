import { ofInvitation } from "../params.ts";
import { PUBLIC, type Routes } from "./routes.ts";

const ADDRESS = "/{org}/survey/{campaignId}/{invitationId}/{token}";

/** What a customer who was asked for an opinion can do: answer, and decline. No login; pages without scripts. */
export const surveyRoutes = {
  surveyPage: {
    method: "GET",
    path: ADDRESS,
    by: "survey",
    auth: "none",
    params: ofInvitation,
    throttle: PUBLIC,
    summary: "The questionnaire of one invitation as a page, with what was answered so far",
  },
  surveyPost: {
    method: "POST",
    path: ADDRESS,
    by: "survey",
    auth: "none",
    params: ofInvitation,
    status: 303,
    throttle: PUBLIC,
    summary: "Save an answer, whole or in part; a later one replaces it",
  },
  stopPage: {
    method: "GET",
    path: `${ADDRESS}/stop`,
    by: "survey",
    auth: "none",
    params: ofInvitation,
    throttle: PUBLIC,
    summary: "Ask whether no more surveys are to be sent: opening it changes nothing",
  },
  stopPost: {
    method: "POST",
    path: `${ADDRESS}/stop`,
    by: "survey",
    auth: "none",
    params: ofInvitation,
    throttle: PUBLIC,
    summary: "Send this address no more surveys; also the one click of a mail program (RFC 8058)",
  },
} as const satisfies Routes;
