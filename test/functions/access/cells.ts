import { caseRoutes } from "../../../shared/api/routes/cases.ts";
import { findRoutes } from "../../../shared/api/routes/find.ts";
import { importRoutes } from "../../../shared/api/routes/imports.ts";
import { privacyRoutes } from "../../../shared/api/routes/privacy.ts";
import type { Route } from "../../../shared/api/routes/routes.ts";
import { VERDICTS } from "../../../shared/case/approvals/event.ts";
import { decidable, verdictRoles } from "../../../shared/case/approvals/verdict.ts";
import { recordable, recordersOf } from "../../../shared/case/outside.ts";
import { officers } from "../../../shared/case/roles.ts";
import type { Capability } from "../../../shared/policy/capability.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { PLANNED, PROPOSED } from "./filings.ts";
import { routing } from "./routing.ts";

/** One thing that a route does with one part of a regulation, and the roles that may. */
export type Cell = {
  readonly route: Route;
  /** Below `/v1/{org}`. */
  readonly path: string;
  readonly body?: unknown;
  readonly may: readonly string[];
};

const holding = ({ roles }: Policy, capability: Capability): readonly string[] =>
  roles.filter(({ may }) => may.includes(capability)).map(({ id }) => id);

const NOTHING_TAKEN = { channel: "phone", contact: {} };

const reading = (policy: Policy, caseId: string): readonly Cell[] => [
  { route: caseRoutes.case, path: `/cases/${caseId}`, may: holding(policy, "read") },
  { route: findRoutes.desk, path: "/desk", may: policy.roles.map(({ id }) => id) },
  { route: findRoutes.cases, path: `/cases?policy=${policy.id}`, may: holding(policy, "read") },
  { route: findRoutes.search, path: `/cases/search?q=x&policy=${policy.id}`, may: holding(policy, "read") },
  { route: findRoutes.register, path: `/register?policy=${policy.id}`, may: holding(policy, "read") },
  { route: findRoutes.exportCases, path: `/cases/export?policy=${policy.id}`, may: holding(policy, "export") },
  { route: findRoutes.exportRegister, path: `/register/export?policy=${policy.id}`, may: holding(policy, "export") },
  {
    route: findRoutes.importTemplate,
    path: `/imports/template?policy=${policy.id}`,
    may: holding(policy, "register"),
  },
  {
    route: importRoutes.importCases,
    path: `/imports?dryRun=true&policy=${policy.id}`,
    body: {},
    may: holding(policy, "register"),
  },
  {
    route: caseRoutes.take,
    path: `/cases/intake?policy=${policy.id}`,
    body: NOTHING_TAKEN,
    may: holding(policy, "register"),
  },
];

const steps = (policy: Policy, caseId: string): readonly Cell[] =>
  (policy.workflow?.steps ?? []).map(({ id, by }) => ({
    route: caseRoutes.step,
    path: `/cases/${caseId}/steps/${id}`,
    body: { nothing: "of the step" },
    may: by,
  }));

const outside = (policy: Policy, caseId: string): readonly Cell[] =>
  recordable(policy).map((one) => ({
    route: caseRoutes.recordEvent,
    path: `/cases/${caseId}/events`,
    body: { event: one.id, facts: { nothing: "of the event" } },
    may: recordersOf(policy, one),
  }));

const clocks = (policy: Policy, caseId: string): readonly Cell[] => [
  ...policy.extensions.map(({ clock, requestedBy }) => ({
    route: caseRoutes.requestExtension,
    path: `/cases/${caseId}/extensions`,
    body: { clock, newDue: "2020-01-01", reason: "x" },
    may: requestedBy,
  })),
  // the first has been asked for, as filings.ts prepares it
  ...policy.extensions.slice(0, 1).map(({ clock, approver }) => ({
    route: caseRoutes.decideExtension,
    path: `/cases/${caseId}/extensions/${clock}-1/decision`,
    body: { approve: false },
    may: [approver],
  })),
  ...policy.exceptions.map(({ clock }) => ({
    route: caseRoutes.recordException,
    path: `/cases/${caseId}/exceptions`,
    body: { clock, reason: "NONE", promised: "2020-01-01" },
    may: holding(policy, "note"),
  })),
  ...policy.exceptions.map(({ clock, approver }) => ({
    route: caseRoutes.decideException,
    path: `/cases/${caseId}/exceptions/${clock}-1/decision`,
    body: { approve: false },
    may: [approver],
  })),
];

const actions = ({ corrective, sanctions }: Policy, caseId: string): readonly Cell[] => [
  ...corrective
    .filter(({ trigger }) => trigger.on === "case" || trigger.on === "repetition")
    .map(({ id, by }) => ({
      route: caseRoutes.planAction,
      path: `/cases/${caseId}/actions`,
      body: { corrective: id },
      may: by,
    })),
  ...sanctions.map(({ id, proposedBy, approvedBy }) => ({
    route: caseRoutes.proposeSanction,
    path: `/cases/${caseId}/sanctions`,
    body: { sanction: id, kind: "none of them", subject: "x", basis: "x" },
    may: proposedBy.length > 0 ? proposedBy : approvedBy,
  })),
  // the first of each has been planned and proposed, as filings.ts prepares it
  ...corrective
    .filter(({ id }) => id === PLANNED.corrective)
    .flatMap(({ by, verifiedBy }) => [
      {
        route: caseRoutes.finishAction,
        path: `/cases/${caseId}/actions/${PLANNED.corrective}-1/done`,
        body: { result: "\u0000" },
        may: by,
      },
      {
        route: caseRoutes.verifyAction,
        path: `/cases/${caseId}/actions/${PLANNED.corrective}-1/verification`,
        body: { effective: false, finding: "\u0000" },
        may: verifiedBy,
      },
    ]),
  ...sanctions
    .filter(({ id }) => id === PROPOSED.sanction)
    .map(({ approvedBy }) => ({
      route: caseRoutes.decideSanction,
      path: `/cases/${caseId}/sanctions/${PROPOSED.sanction}-1/decision`,
      body: { approve: false },
      may: approvedBy,
    })),
];

const claims = ({ claims, returns, workflow }: Policy, caseId: string): readonly Cell[] => {
  const by = (makes: readonly string[]) => [
    ...new Set(
      (claims?.moves ?? [])
        .filter((move) => makes.includes(move.makes))
        .flatMap(({ step }) => workflow?.steps.find(({ id }) => id === step)?.by ?? []),
    ),
  ];
  const papers = {
    route: caseRoutes.addClaimPaper,
    path: `/cases/${caseId}/claim/documents`,
    body: { document: "none" },
  };
  const heads = { route: caseRoutes.assessClaim, path: `/cases/${caseId}/claim/assessment`, body: { of: "none" } };
  const held = { route: caseRoutes.decideReturn, path: `/cases/${caseId}/returns/decision` };
  return [
    ...(claims === undefined ? [] : [{ ...papers, may: by(claims.moves.map(({ makes }) => makes)) }]),
    ...(claims === undefined ? [] : [{ ...heads, may: by(["assessed"]) }]),
    ...(returns === undefined ? [] : [{ ...held, body: { quantity: 1, remark: "x" }, may: returns.agreedBy }]),
  ];
};

const keeping = (policy: Policy, caseId: string): readonly Cell[] => {
  const { audit, keeping: kept, hold, releaseHold, disclose, erase, erasePerson, personErasure } = privacyRoutes;
  const reads = [...new Set([...holding(policy, "read"), ...officers(policy)])];
  const nothing = { reason: "\u0000" };
  return [
    { route: audit, path: `/cases/${caseId}/audit`, may: reads },
    { route: kept, path: `/cases/${caseId}/keeping`, may: reads },
    { route: hold, path: `/cases/${caseId}/holds`, body: nothing, may: officers(policy) },
    { route: releaseHold, path: `/cases/${caseId}/holds/hold-9/release`, body: nothing, may: officers(policy) },
    { route: disclose, path: `/cases/${caseId}/disclosures`, body: {}, may: officers(policy) },
    { route: erase, path: `/cases/${caseId}/erasure`, body: nothing, may: officers(policy) },
    { route: erasePerson, path: "/erasures", body: { ...nothing, phone: "0" }, may: officers(policy) },
    { route: personErasure, path: `/erasures/erasure_${"0".repeat(26)}`, may: officers(policy) },
  ];
};

const signing = (policy: Policy, caseId: string): readonly Cell[] => [
  ...policy.signoffs.flatMap(({ id: signoff, by }) =>
    by.map((role) => ({
      route: caseRoutes.sign,
      path: `/cases/${caseId}/signatures`,
      body: { signoff, by: role, name: "\u0000", method: "typed" },
      may: policy.roles.some(({ id }) => id === role) ? [role] : holding(policy, "note"),
    })),
  ),
  {
    route: caseRoutes.supersede,
    path: `/cases/${caseId}/successor`,
    body: {},
    may: (policy.workflow?.steps ?? []).flatMap(({ successor, by }) => (successor ? by : [])),
  },
  ...(policy.workflow?.reopening === undefined
    ? []
    : [
        {
          route: caseRoutes.reopen,
          path: `/cases/${caseId}/reopening`,
          body: { reason: "x" },
          may: policy.workflow.reopening.by,
        },
      ]),
  ...policy.visits.map(({ id, by }) => ({
    route: caseRoutes.visit,
    path: `/cases/${caseId}/visits`,
    body: { visit: id, outcome: "done", channel: "web" },
    may: by,
  })),
  // a copy that there is not: whoever may have one is told so
  ...policy.forms.slice(0, 1).map(({ id }) => ({
    route: caseRoutes.acknowledge,
    path: `/cases/${caseId}/copies/${id}/99/acknowledgement`,
    body: {},
    may: holding(policy, "read"),
  })),
  ...policy.forms.slice(0, 3).map(({ id }) => ({
    route: caseRoutes.filledForm,
    path: `/cases/${caseId}/forms/${id}`,
    may: holding(policy, "read"),
  })),
  ...policy.forms
    .filter(({ copies }) => copies.some(({ role }) => role === undefined))
    .map(({ id, by, keptBy = "nobody" }) => ({
      route: caseRoutes.circulate,
      path: `/cases/${caseId}/copies/${id}`,
      body: { words: "\u0000", to: [{ name: "x", email: "x@x.example" }] },
      may: [...by, keptBy],
    })),
  {
    route: caseRoutes.correct,
    path: `/cases/${caseId}/corrections`,
    body: { place: 0, field: "none", value: "x", reason: "x" },
    may: policy.intake === undefined ? [] : [policy.intake.receivedBy],
  },
];

const decisions = (policy: Policy, caseId: string): readonly Cell[] => [
  ...decidable(policy).flatMap((rule) =>
    VERDICTS.map((verdict) => ({
      route: caseRoutes.giveVerdict,
      path: `/cases/${caseId}/approvals`,
      body: { approval: rule.id, verdict },
      may: verdictRoles(rule, verdict),
    })),
  ),
  {
    route: caseRoutes.makePromise,
    path: `/cases/${caseId}/promises`,
    body: { amount: "x", said: "x" },
    may: holding(policy, "note"),
  },
  ...policy.costs.map(({ id }) => ({
    route: caseRoutes.bookCost,
    path: `/cases/${caseId}/costs`,
    body: { cost: id, amount: "x" },
    may: holding(policy, "note"),
  })),
  ...(policy.liability === undefined
    ? []
    : [
        {
          route: caseRoutes.judgeLiability,
          path: `/cases/${caseId}/liability`,
          body: { class: "nothing of it" },
          may: policy.liability.decidedBy,
        },
      ]),
];

/**
 * Every route for staff against every part of a regulation that it can speak of. The bodies are such that nothing comes
 * of them: whether the caller's role is right is decided first.
 */
export const cellsOf = (policy: Policy, caseId: string): readonly Cell[] => [
  ...reading(policy, caseId),
  ...steps(policy, caseId),
  ...outside(policy, caseId),
  ...clocks(policy, caseId),
  ...actions(policy, caseId),
  ...signing(policy, caseId),
  ...claims(policy, caseId),
  ...routing(policy, caseId),
  ...decisions(policy, caseId),
  ...keeping(policy, caseId),
  { route: caseRoutes.note, path: `/cases/${caseId}/notes`, body: { text: "\u0000" }, may: holding(policy, "note") },
];
