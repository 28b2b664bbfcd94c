import type { RouteId } from "../../shared/api/api.ts";
import { type Refused, statusOf } from "../../shared/api/refused.ts";
import { PLAIN, type PlainCode } from "../../shared/case/codes.ts";
import type { EdgeCode } from "../../shared/runtime/answer.ts";
import { keptProblems } from "./problems-kept.ts";
import { surveyProblems } from "./problems-survey.ts";
import { visitProblems } from "./problems-visits.ts";

/** What the edge answers before a use case is asked; `bad-fields` and the two of not found are in `statusOf` too. */
const edgeStatus = {
  "not-found": 404,
  "no-such-org": 404,
  "no-such-case": 404,
  "body-too-large": 413,
  "not-json": 415,
  "malformed-json": 400,
  "bad-idempotency-key": 400,
  "bad-if-match": 400,
  "no-token": 401,
  "wrong-token": 403,
  "not-a-member": 403,
  "bad-fields": 400,
  "not-a-sheet": 400,
  "file-too-large": 413,
  broken: 500,
} as const satisfies Record<EdgeCode, number>;

export type ProblemCode = EdgeCode | Refused["code"];

export const problemStatus: Readonly<Record<ProblemCode, number>> = { ...edgeStatus, ...statusOf };

/** Those of our own sentences; one without its line does not compile. */
const says: Readonly<Record<Exclude<ProblemCode, PlainCode>, string>> = {
  "not-found": "there is nothing at this address",
  "no-such-org": "there is no such organisation",
  "no-such-case": "there is no such case",
  "no-such-campaign": "there is no such campaign",
  "figures-later": "the campaign is so large that its figures are made once it has closed",
  "no-such-opinion": "nobody gave such an opinion in this campaign",
  "no-such-visit": "there is no such visit",
  "no-such-inspection": "there is no such inspection",
  "no-such-object": "there is nothing of that number to be visited",
  "body-too-large": "the body is over 64 KB",
  "not-json": "the body is not application/json",
  "malformed-json": "the body is not valid JSON",
  "bad-idempotency-key": "the Idempotency-Key is not 1 to 200 visible characters",
  "bad-if-match": "the If-Match is not a version in quotes",
  "no-token": "the tracking token is missing",
  "wrong-token": "the tracking token belongs to another case",
  "not-a-member": "the token has no role in this organisation",
  "bad-fields": "some fields are wrong; `fields` says which and why",
  "not-a-sheet": "the file is neither xlsx nor CSV, or cannot be read",
  "file-too-large": "the file is over 4 MB",
  "bad-rows": "something is wrong with the file and nothing of it was taken over; `rows` says what, cell by cell",
  broken: "something broke on our side; sending the same again with the same Idempotency-Key is safe",
  "unknown-step": "the regulation has no such step",
  "unknown-clock": "this clock cannot be extended",
  "unknown-extension": "there is no such extension request",
  "not-your-role": "the regulation gives this to another role",
  "not-for-this-case": "the step exists only for other cases of this regulation",
  "wrong-state": "the case is not in a state from which this step starts",
  "evidence-incomplete": "photos are missing that this step needs",
  "not-excusable": "nothing excuses this clock",
  "unknown-exception": "there is no such exception",
  "exception-pending": "an exception to this clock waits for its decision",
  "too-late": "the due has passed before the exception was recorded",
  "promise-passed": "the new promise has passed before it was approved",
  "clock-not-running": "this clock is not running",
  "extension-pending": "an extension of this clock waits for its decision",
  "already-decided": "this extension or exception has been decided",
  "no-policy-in-force": "no regulation of this organisation is in force yet",
  "no-such-policy": "the organisation does not use this regulation; `policies` names those it uses",
  "policy-has-no-intake": "this regulation takes no complaints; `policies` names those that do",
  "key-reused": "this Idempotency-Key was used for something else",
  overtaken: "there is a newer version than If-Match; `version` says which",
  "case-closed": "the case is closed",
};

/** What a reader of the document is told of each code. */
export const problemSays: Readonly<Record<ProblemCode, string>> = {
  ...says,
  ...(Object.fromEntries(Object.entries(PLAIN).map(([code, { means }]) => [code, means])) as Record<PlainCode, string>), // the same keys
};

const intake = ["no-such-org", "no-such-policy", "no-policy-in-force", "policy-has-no-intake"] as const;
const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;
const list = ["not-a-member", "not-your-role", ...intake, "bad-fields"] as const;
const customer = ["no-token", "wrong-token", "no-such-org", "no-such-case"] as const;
const staff = ["not-a-member", "no-such-org", "no-such-case"] as const;
const command = [
  ...staff,
  ...json,
  "bad-idempotency-key",
  "bad-if-match",
  "key-reused",
  "not-your-role",
  "overtaken",
] as const;

const signing = ["unknown-signoff", "nothing-to-do", "signature-before-service", "already-signed"] as const;
const claim = [
  "no-claim",
  "wrong-claimant",
  "not-in-writing",
  "beyond-the-period",
  "claim-incomplete",
  "claim-excluded",
] as const;
/** What a step may have to wait for, and whose decision an amount is. */
const waiting = ["approval-missing", "charge-missing", "triage-incomplete", "beyond-authority"] as const;

/** Which refusals a route can answer with; `broken` can come from each. */
export const problemsOf: Readonly<Record<RouteId, readonly ProblemCode[]>> = {
  form: intake,
  file: [...intake, "intake-closed", ...json, "bad-idempotency-key", "key-reused"],
  photos: [...customer, ...json, "case-closed", "intake-closed"],
  tracking: customer,
  openapi: [],
  formPage: [],
  formPost: [],
  trackingPage: [],
  desk: ["not-a-member", "no-such-org"],
  cases: list,
  search: list,
  register: list,
  exportCases: list,
  exportRegister: list,
  importTemplate: list,
  importCases: [...list, "not-a-sheet", "file-too-large", "bad-rows", "bad-idempotency-key"],
  take: ["not-a-member", "intake-closed", ...intake, ...json, "bad-idempotency-key", "key-reused", "not-your-role"],
  case: staff,
  step: [
    ...command,
    "unknown-step",
    "not-for-this-case",
    "wrong-state",
    "evidence-incomplete",
    "action-missing",
    "action-unverified",
    "quota-reached",
    "quota-over",
    "signature-missing",
    "visit-missing",
    "form-missing",
    "nothing-to-do",
    ...claim,
    "not-assessed",
    "not-agreed",
    "rung-too-early",
    "return-needs",
    "return-out-of-turn",
    "return-held",
    "return-unproven",
    "not-the-outcome",
    ...waiting,
  ],
  note: command,
  giveVerdict: [...command, "unknown-approval", "approval-missing", "not-ready", "nothing-to-do"],
  makePromise: [...command, "beyond-authority", "nothing-to-do"],
  bookCost: [...command, "unknown-cost", "not-for-this-case", "consent-missing"],
  judgeLiability: [...command, "nothing-to-do"],
  recordEvent: [...command, "unknown-event"],
  assign: [...command, "unknown-route", "not-for-this-case", "route-needs", "level-not-failed", "wrong-state"],
  takeOver: [...command, "unknown-assignment", "nothing-to-do", "wrong-state"],
  giveBack: [...command, "unknown-assignment", "nothing-to-do", "wrong-state"],
  recordNeed: [...command, "unknown-route", "nothing-to-do"],
  decideDuplicate: [...command, "unknown-duplicate"],
  giveOpinion: [...command, "unknown-route", "wrong-state"],
  requestExtension: [...command, "unknown-clock", "clock-not-running", "extension-pending"],
  decideExtension: [...command, "unknown-extension", "already-decided", "same-side"],
  recordException: [
    ...command,
    "not-excusable",
    "clock-not-running",
    "too-late",
    "exception-pending",
    "already-decided",
  ],
  planAction: [...command, "unknown-action", "not-tracked"],
  finishAction: [...command, "unknown-action", "action-missing", "nothing-to-do"],
  verifyAction: [...command, "unknown-action", "action-missing", "nothing-to-do", "same-side"],
  proposeSanction: [...command, "unknown-sanction", "not-for-this-case"],
  decideSanction: [...command, "unknown-sanction", "already-decided", "same-side"],
  addClaimPaper: [...command, "no-claim", "grade-too-low", "nothing-to-do"],
  assessClaim: [...command, ...claim, "wrong-state", "nothing-to-do"],
  decideReturn: [...command, "nothing-to-do"],
  audit: [...staff, "not-your-role"],
  keeping: [...staff, "not-your-role"],
  hold: [...command, "erasure-ordered"],
  releaseHold: [...command, "unknown-hold", "nothing-to-do"],
  disclose: [...command, "no-legal-basis", "not-disclosable"],
  erasePerson: ["not-a-member", "not-your-role", "no-such-org", ...json, "bad-idempotency-key", "key-reused"],
  personErasure: ["not-a-member", "not-your-role", "no-such-org", "not-found", "unknown-erasure"],
  closedAddresses: ["not-a-member", "not-your-role", "no-such-org", "bad-fields"],
  liftAddress: ["not-a-member", "not-your-role", "no-such-org", "not-found", ...json, "unknown-address"],
  caseAddress: [...staff, "not-your-role"],
  liftCaseAddress: [...command, "unknown-address"],
  erase: [...command, "on-hold", "case-open", "kept-until"],
  decideException: [...command, "unknown-exception", "already-decided", "clock-not-running", "promise-passed"],
  sign: [...command, ...signing],
  filledForm: [...staff, "not-your-role", "unknown-form"],
  acknowledge: [...command, "unknown-copy"],
  circulate: [...command, "unknown-form"],
  ownForm: [...customer, "unknown-form", "internal-form"],
  heldCopy: [...customer, ...json, "bad-idempotency-key", "key-reused", "unknown-copy"],
  ...surveyProblems,
  ...visitProblems,
  ...keptProblems,
  confirmPost: [],
  copyPage: [],
  copyPost: [],
  supersede: [...command, ...intake, "nothing-to-do"],
  reopen: [...command, "nothing-to-do"],
  visit: [...command, "unknown-visit", "nothing-to-do"],
  correct: [...command, "signed", "nothing-to-correct"],
  confirm: [...customer, ...json, "bad-idempotency-key", "key-reused", "not-your-role", ...signing],
  object: [...customer, ...json, "bad-idempotency-key", "key-reused", "not-your-role", ...signing],
};
