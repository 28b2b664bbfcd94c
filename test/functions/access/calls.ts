import type { Route } from "../../../shared/api/routes/routes.ts";

/** Routes that speak of no case: test/functions/{survey,visits,inspections,kpis}/access.test.ts ask for them. */
export const ofNoCase = ({ by, path }: Route): boolean =>
  ["campaigns", "customers", "opinions", "visits", "look", "inspections", "digests", "reports", "kpis"].includes(by) ||
  path.startsWith("/v1/{org}/imports/visited") ||
  by === "registers"; // test/functions/registers/every-register.test.ts

/** A call of a route: method, path below `/v1/{org}`, and a body that the route can read. */
export type Call = readonly [method: "GET" | "POST", path: string, body: unknown];

/** One call of every route for staff that speaks of a whole company; `of` narrows it to a regulation. */
export const companyCalls = (of = ""): readonly Call[] => {
  const also = of === "" ? "" : `&${of}`;
  const only = of === "" ? "" : `?${of}`;
  const taken = { channel: "phone", contact: { name: "x", phone: "13900000000" } };
  return [
    ["GET", `/cases${only}`, undefined],
    ["GET", `/cases/search?q=x${also}`, undefined],
    ["GET", `/cases/export${only}`, undefined],
    ["GET", `/imports/template${only}`, undefined],
    ["POST", `/imports${only}`, {}],
    ["GET", `/register${only}`, undefined],
    ["GET", `/register/export${only}`, undefined],
    ["POST", `/cases/intake${only}`, taken],
  ];
};

/** One call of every route for staff that speaks of the house, whatever it works by. */
export const houseCalls = (): readonly Call[] => [
  ["GET", "/desk", undefined],
  ["POST", "/erasures", { email: "x@x.example", reason: "x" }],
  ["GET", `/erasures/erasure_${"0".repeat(26)}`, undefined],
  ["GET", "/addresses", undefined],
  ["POST", `/addresses/${"0".repeat(22)}/lift`, { reason: "x" }],
];

/** A look that anybody's letters may wear. */
const someLook = {
  name: { "zh-CN": "", en: "Somebody" },
  accent: "#7a1f1f",
  onAccent: "#ffffff",
  signature: { "zh-CN": "", en: "" },
  footer: { "zh-CN": "", en: "" },
};

/** One call of every route for staff that speaks of what letters look like. */
export const lookCalls = (policy = "none"): readonly Call[] => [
  ["GET", "/letters/look", undefined],
  ["POST", "/letters/look", someLook],
  ["POST", "/letters/preview", { policy, kind: "acknowledgement", locale: "en", look: someLook }],
];

/** One call of every route for staff that speaks of digests. */
export const digestCalls = (): readonly Call[] => [
  ["GET", "/digest", undefined],
  ["GET", "/digests", undefined],
  ["GET", `/digests/2026-01-05.${"0".repeat(22)}`, undefined],
];

/** One call of every route for staff that speaks of figures, of one figure of a regulation or of none. */
export const kpiCalls = (policy = "none", kpi = "none", period = "2026"): readonly Call[] => [
  ["GET", `/kpis?policy=${policy}`, undefined],
  ["GET", `/kpis/export?policy=${policy}&format=csv`, undefined],
  ["GET", `/kpis/${kpi}/${period}/parts?policy=${policy}`, undefined],
  ["POST", `/kpis/${kpi}/${period}?policy=${policy}`, { denominator: -1, numerator: -1 }],
];

/** A plan that any questionnaire's regulation may refuse only for whom it comes from. */
export const somePlan = (survey: string) => ({
  survey,
  title: "x",
  audience: { is: "customers" },
  sendOn: "2026-10-12",
  remindOn: ["2026-10-26"],
  closesOn: "2026-11-20",
});

const NO_OPINION = `invitation_${"0".repeat(26)}`;

/** One call of every route for staff that speaks of campaigns. */
export const campaignCalls = (campaignId: string, survey = "none"): readonly Call[] => {
  const base = `/campaigns/${campaignId}`;
  const reason = { reason: "x" };
  return [
    ["POST", "/campaigns", somePlan(survey)],
    ["GET", "/surveys", undefined],
    ["GET", "/campaigns", undefined],
    ["GET", base, undefined],
    ["GET", `${base}/figures?format=csv`, undefined],
    ["GET", `${base}/opinions`, undefined],
    ["GET", `${base}/opinions/${NO_OPINION}`, undefined],
    ["POST", `${base}/opinions/collation`, { opinions: [NO_OPINION], department: "x" }],
    ["GET", "/customers", undefined],
    ["GET", "/customers/template?format=csv", undefined],
    ["POST", "/customers/imports?dryRun=true", "name,email"],
    ["POST", `${base}/plan`, somePlan(survey)],
    ["POST", `${base}/return`, reason],
    ["POST", `${base}/approve`, {}],
    ["POST", `${base}/pause`, reason],
    ["POST", `${base}/resume`, {}],
    ["POST", `${base}/report`, { to: "x" }],
    ["POST", `${base}/cancel`, reason],
  ];
};

/** What any regulation with such a schedule may refuse only for whom it comes from. */
export const someObject = (schedule: string) => ({
  schedule,
  title: "x",
  contact: { name: "x" },
  events: { delivered: "2026-03-10" },
});

/** One call of every route for staff that speaks of visits by calendar. */
export const visitCalls = (object = "P-1", visit = "2026-12-31-1", schedule = "none"): readonly Call[] => {
  const base = `/visited/${object}/visits/${visit}`;
  return [
    ["POST", `/visited/${object}`, someObject(schedule)],
    ["POST", `/visited/${object}/retirement`, { for: "other" }],
    ["POST", `/visited/${object}/relisting`, { note: "" }],
    ["POST", "/imports/visited?dryRun=true", "id,title"],
    ["GET", "/imports/visited/template?format=csv", undefined],
    ["GET", "/visited", undefined],
    ["GET", `/visited/${object}/visits`, undefined],
    ["GET", base, undefined],
    ["GET", `/duties/${schedule}?from=2026-01-01&to=2026-12-31`, undefined],
    ["POST", `${base}/fulfilment`, { doneAt: "" }],
    ["POST", `${base}/waiver`, { reason: "" }],
    ["GET", "/visits", undefined],
    ["GET", "/visit-schedules", undefined],
    ["GET", `/visit-plans/${schedule}/2026`, undefined],
    [
      "POST",
      `/visit-plans/${schedule}/2026`,
      { visits: [{ object: "no-such", from: "2026-01-01", to: "2026-01-31" }] },
    ],
    ["POST", `/visit-plans/${schedule}/2026/approve`, {}],
    ["POST", `/visit-plans/${schedule}/2026/return`, { reason: "x" }],
    ["POST", `${base}/done`, { channel: "phone", whom: "" }],
    ["POST", `${base}/unreachable`, { channel: "fax" }],
    ["POST", `${base}/rebooked`, { apology: "", next: "" }],
    ["POST", `${base}/signature`, { name: "", method: "paper" }],
  ];
};

/** One call of every route for staff that speaks of inspections. */
export const inspectionCalls = (
  inspection = `inspection_${"0".repeat(26)}`,
  schedule = "none",
  of = "",
): readonly Call[] => {
  const base = `/inspections/${inspection}`;
  const line = `${base}/lines/1`;
  const action = `/common-problems/action_${"0".repeat(26)}`;
  const on = `on=2026-11-02${of === "" ? "" : `&${of}`}`;
  const by = of === "" ? "" : `?${of}`;
  const owner = { role: "x", person: "x" };
  return [
    ["GET", "/inspection-forms", undefined],
    ["POST", `/inspections${by}`, { schedule, subject: "", department: "", people: [], lines: [] }],
    ["GET", `/inspections${by}`, undefined],
    ["GET", base, undefined],
    ["POST", `${base}/photos`, { photos: [{ line: 99, type: "image/jpeg", size: 1, key: "00000000" }] }],
    ["POST", `${line}/signature`, {}],
    ["POST", `${line}/rectifier`, { rectifier: { name: "" } }],
    ["POST", `${line}/rectification`, { measure: "" }],
    ["POST", `${line}/verification`, { verdict: "passed", result: "" }],
    ["POST", `${line}/approval`, { verdict: "passed", plan: "" }],
    ["GET", `/findings${by}`, undefined],
    ["GET", `/findings/sheet?from=2026-11-01&to=2026-11-30&format=csv${of === "" ? "" : `&${of}`}`, undefined],
    ["GET", "/inspected/P-1", undefined],
    ["GET", `/common-problems?${on}`, undefined],
    ["POST", `${action}/plan?${on}`, { cause: "", measure: "", owner, due: "" }],
    ["POST", `${action}/done?${on}`, { result: "" }],
    ["POST", `${action}/verification?${on}`, { verdict: "passed", result: "" }],
  ];
};

/** One call of every route for staff that speaks of a case. */
export const caseCalls = (caseId: string): readonly Call[] => {
  const base = `/cases/${caseId}`;
  return [
    ["GET", base, undefined],
    ["POST", `${base}/steps/accept`, {}],
    ["POST", `${base}/notes`, { text: "x" }],
    ["GET", `${base}/address`, undefined],
    ["POST", `${base}/address/lift`, { reason: "x" }],
    ["POST", `${base}/approvals`, { approval: "none", verdict: "approve" }],
    ["POST", `${base}/promises`, { amount: "1.00", said: "x" }],
    ["POST", `${base}/costs`, { cost: "none", amount: "1.00" }],
    ["POST", `${base}/liability`, { class: "none" }],
    ["POST", `${base}/events`, { event: "partReplaced" }],
    ["POST", `${base}/assignments`, { route: "nothing" }],
    ["POST", `${base}/assignments/1/acknowledgement`, {}],
    ["POST", `${base}/assignments/1/return`, { reason: "x" }],
    ["POST", `${base}/routes/nothing/needs/1`, { text: "x" }],
    ["POST", `${base}/duplicates/case_00000000000000000000000000`, { same: true }],
    ["POST", `${base}/opinions`, { route: "nothing", text: "x" }],
    ["POST", `${base}/extensions`, { clock: "plan", newDue: "2026-03-20", reason: "x" }],
    ["POST", `${base}/extensions/plan-1/decision`, { approve: true }],
    ["POST", `${base}/exceptions`, { clock: "arrival", reason: "FESTIVAL", promised: "2026-03-20" }],
    ["POST", `${base}/exceptions/arrival-1/decision`, { approve: true }],
    ["POST", `${base}/actions`, { corrective: "improvement" }],
    ["POST", `${base}/actions/improvement-1/done`, { result: "x" }],
    ["POST", `${base}/actions/improvement-1/verification`, { effective: true, finding: "x" }],
    ["POST", `${base}/sanctions`, { sanction: "warning", kind: "x", subject: "x", basis: "x" }],
    ["POST", `${base}/sanctions/warning-1/decision`, { approve: true }],
    ["POST", `${base}/signatures`, { signoff: "x", name: "x", method: "typed" }],
    ["POST", `${base}/visits`, { visit: "x", outcome: "done", channel: "phone" }],
    ["GET", `${base}/forms/x`, undefined],
    ["POST", `${base}/copies/x/1/acknowledgement`, {}],
    ["POST", `${base}/copies/x`, { words: "x", to: [{ name: "x", email: "x@x.example" }] }],
    ["POST", `${base}/successor`, {}],
    ["POST", `${base}/reopening`, { reason: "x" }],
    ["POST", `${base}/corrections`, { place: 0, field: "x", value: "x", reason: "x" }],
    ["POST", `${base}/claim/documents`, { document: "claim-letter" }],
    ["POST", `${base}/claim/assessment`, { of: "insured" }],
    ["POST", `${base}/returns/decision`, { quantity: 1, remark: "x" }],
    ["GET", `${base}/audit`, undefined],
    ["GET", `${base}/keeping`, undefined],
    ["POST", `${base}/holds`, { reason: "x" }],
    ["POST", `${base}/holds/hold-1/release`, { reason: "x" }],
    ["POST", `${base}/disclosures`, { authority: "x", legalBasis: "x", document: "x" }],
    ["POST", `${base}/erasure`, { reason: "x" }],
  ];
};

/** One call of every route for staff that speaks of reports. */
export const reportCalls = (reportId: string, policy = "none", body: object = {}): readonly Call[] => {
  const base = `/reports/${reportId}`;
  return [
    ["GET", "/report-schedules", undefined],
    ["GET", "/report-drafts", undefined],
    ["GET", `/reports?policy=${policy}`, undefined],
    ["POST", `/reports?policy=${policy}`, { schedule: "none", period: "2026-01", ...body }],
    ["GET", base, undefined],
    ["GET", `${base}/contents/1/html`, undefined],
    ["POST", `${base}/texts`, { texts: { 0: "x" } }],
    ["POST", `${base}/compilation`, {}],
    ["POST", `${base}/submission`, { content: 99 }],
    ["POST", `${base}/correction`, { reason: "x" }],
  ];
};

/** One call of every route for staff that speaks of registers. */
export const registerCalls = (policy = "none", form = "none", entry = `entry_${"0".repeat(26)}`): readonly Call[] => {
  const register = `/registers/${policy}/${form}`;
  return [
    ["GET", `/registers?policy=${policy}`, undefined],
    ["GET", "/register-tasks", undefined],
    ["GET", register, undefined],
    ["POST", register, { answers: {} }],
    ["GET", `${register}/file`, undefined],
    ["GET", `${register}/${entry}`, undefined],
    ["POST", `${register}/${entry}/correction`, { answers: {}, reason: "x" }],
    ["POST", `${register}/${entry}/steps/stamp`, { answers: {} }],
    ["POST", `${register}/${entry}/steps/stamp/refusal`, { reason: "x" }],
    ["POST", `${register}/${entry}/copies/1/acknowledgement`, {}],
    ["POST", `${register}/${entry}/void`, { reason: "x" }],
    ["POST", `${register}/${entry}/holds`, { reason: "x" }],
    ["POST", `${register}/${entry}/holds/hold-1/release`, { reason: "x" }],
  ];
};
