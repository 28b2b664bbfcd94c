import { CLAIM_CODES } from "./claim/codes.ts";

/**
 * Refusals that bring their own sentence: the status they are answered with, and what a reader of the interface's
 * document is told of each. The codes are stable.
 */
export const PLAIN = {
  ...CLAIM_CODES,
  "unknown-event": { status: 404, means: "the regulation has no such event outside its workflow" },
  "signature-missing": { status: 409, means: "somebody must sign or confirm first; the sentence says who and what" },
  "signature-before-service": { status: 409, means: "the signature is older than what it is for" },
  "unknown-signoff": { status: 404, means: "the regulation has no such sign-off" },
  "already-signed": { status: 409, means: "this has been signed or confirmed, which does not change" },
  signed: { status: 403, means: "what was signed cannot be altered; the attempt is kept" },
  "nothing-to-correct": { status: 404, means: "nothing at this place of the timeline has such a field" },
  "visit-missing": { status: 409, means: "a visit must be made, or signed, first; the sentence says which" },
  "unknown-visit": { status: 404, means: "the regulation has no such visit" },
  "form-missing": { status: 409, means: "a form must be filled in and sent first; the sentence says which" },
  "unknown-form": { status: 404, means: "the regulation has no such form, or it does not go outside" },
  "unknown-copy": { status: 404, means: "the case has no such copy" },
  "internal-form": { status: 403, means: "this form is not for customers" },
  "intake-closed": { status: 409, means: "the day is over until which this was taken" },
  "unknown-route": { status: 404, means: "the regulation has no such route, or gives nothing to anybody by it" },
  "unknown-duplicate": { status: 404, means: "no such case is linked to this one" },
  "unknown-assignment": { status: 404, means: "there is no such assignment" },
  "by-route": {
    status: 409,
    means: "this step goes with a route: giving the case on, taking it over, or departments that disagree",
  },
  "route-needs": { status: 409, means: "something that the route needs has not been recorded" },
  "consultation-open": { status: 409, means: "somebody who must be asked first has not answered" },
  "level-not-failed": { status: 409, means: "a level of service before this one has not been tried in vain" },
  "unknown-approval": { status: 404, means: "the regulation asks for no such approval at a case" },
  "approval-missing": { status: 409, means: "a review or an approval is missing; the sentence says whose" },
  "not-ready": { status: 409, means: "what is to be judged is not there yet" },
  "beyond-authority": { status: 403, means: "the amount is for somebody else to decide; the sentence says who" },
  "unknown-cost": { status: 404, means: "the regulation knows no such cost" },
  "consent-missing": { status: 403, means: "a charge needs somebody's consent first; the sentence says whose" },
  "charge-missing": { status: 409, means: "a cost must be booked before this step" },
  "triage-incomplete": { status: 409, means: "a triage question is not answered yet; the sentence names it" },
  "on-hold": { status: 409, means: "a legal hold lies on the case: nothing of it is erased" },
  "unknown-hold": { status: 404, means: "there is no such hold" },
  "case-open": { status: 409, means: "the case is still being dealt with: it can be erased once it is closed" },
  "kept-until": { status: 409, means: "a regulation keeps it until a day that has not passed yet" },
  "erasure-ordered": { status: 409, means: "the erasure has been decided: a hold comes too late" },
  "no-legal-basis": { status: 403, means: "data is disclosed on a legal basis alone, with the authority's document" },
  "not-disclosable": { status: 403, means: "the regulation lets nobody disclose anything" },
  "nothing-to-do": { status: 409, means: "this has been done, or is not asked for in this case" },
  "unknown-action": { status: 404, means: "the regulation, or the case, has no such corrective action" },
  "action-missing": { status: 409, means: "a corrective action that the regulation demands has not been planned" },
  "action-unverified": { status: 409, means: "a corrective action is not carried out, or not verified, yet" },
  "not-tracked": { status: 409, means: "the regulation follows no corrective action up in this case" },
  "same-side": { status: 403, means: "whoever did something, or their side, does not judge it" },
  "unknown-sanction": { status: 404, means: "the regulation, or the case, has no such sanction" },
  "quota-reached": { status: 409, means: "the regulation allows so many of it, and all are used" },
  "quota-over": { status: 409, means: "the time in which the regulation allows it has ended" },
} as const satisfies Readonly<Record<string, { readonly status: 403 | 404 | 409; readonly means: string }>>;

export type PlainCode = keyof typeof PLAIN;
