import { FormView } from "../forms.ts";
import { ofCase, ofCopy, ofForm } from "../params.ts";
import { ConfirmBody, HeldCopy, NothingBody, ObjectBody } from "../signing-bodies.ts";
import { TrackingView } from "../views.ts";
import { PUBLIC, type Routes } from "./routes.ts";

/** What a customer does to their own case. */
export const customerRoutes = {
  confirm: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/tracking/signatures",
    by: "customer",
    auth: "token",
    params: ofCase,
    body: ConfirmBody,
    reply: TrackingView,
    throttle: PUBLIC,
    summary: "Sign or confirm what waits for the customer",
  },
  object: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/tracking/objections",
    by: "customer",
    auth: "token",
    params: ofCase,
    body: ObjectBody,
    reply: TrackingView,
    throttle: PUBLIC,
    summary: "Object to what waits for the customer's confirmation, with a reason",
  },
  ownForm: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/tracking/forms/{form}",
    by: "customer",
    auth: "token",
    params: ofForm,
    reply: FormView,
    throttle: PUBLIC,
    summary: "A form that the customer signs, as far as they may read it; internal forms are refused",
  },
  heldCopy: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/tracking/copies/{form}/{copy}/acknowledgement",
    by: "customer",
    auth: "token",
    params: ofCopy,
    body: NothingBody,
    reply: HeldCopy,
    throttle: PUBLIC,
    summary: "Acknowledge a copy that was sent outside, with the copy's own token",
  },
} as const satisfies Routes;
