import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "a claim by strangers",
    change: (p) => {
      p.claims.claimants = ["sender"];
    },
    code: "unknown-role",
    path: "claims.claimants[0]",
    says: /sender/,
  },
  {
    why: "a claim against strangers",
    change: (p) => {
      p.claims.against = ["insurer"];
    },
    code: "unknown-role",
    path: "claims.against[0]",
    says: /insurer/,
  },
  {
    why: "AS-64 a window that no clock measures",
    change: (p) => {
      p.claims.window = "year";
    },
    code: "unknown-clock",
    path: "claims.window",
    says: /year.*answer/,
  },
  {
    why: "an answer that no clock measures",
    change: (p) => {
      p.claims.answer = "soon";
    },
    code: "unknown-clock",
    path: "claims.answer",
    says: /soon/,
  },
  {
    why: "a settlement that no clock measures",
    change: (p) => {
      p.claims.settlement = "soon";
    },
    code: "unknown-clock",
    path: "claims.settlement",
    says: /soon/,
  },
  {
    why: "a paper signed by strangers",
    change: (p) => {
      p.claims.documents[0].signedBy = ["doctor"];
    },
    code: "unknown-role",
    path: "claims.documents[0].signedBy[0]",
    says: /doctor/,
  },
  {
    why: "a paper twice",
    change: (p) => {
      p.claims.documents.push(p.claims.documents[0]);
    },
    code: "duplicate-id",
    path: "claims.documents[1]",
    says: /letter/,
  },
  {
    why: "an exclusion twice",
    change: (p) => {
      p.claims.exclusions.push(p.claims.exclusions[0]);
    },
    code: "duplicate-id",
    path: "claims.exclusions[1]",
    says: /war/,
  },
  {
    why: "a sum that nobody tried",
    change: (p) => {
      p.claims.compensation[0].examples = [];
    },
    code: "no-example",
    path: "claims.compensation[0]",
    says: /"insured" has no example/,
  },
  {
    why: "AS-66 a sum that does not come out",
    change: (p) => {
      p.claims.compensation[0].examples[0].pays = "700.01";
    },
    code: "example-fails",
    path: "claims.compensation[0].examples[0]",
    says: /sum is "700.00", not "700.01"/,
  },
  {
    why: "a sum of what is not said",
    change: (p) => {
      p.claims.compensation[0].examples[0].percent = undefined;
    },
    code: "example-fails",
    path: "claims.compensation[0].examples[0]",
    says: /needs insured and percent/,
  },
  {
    why: "goods that strangers agree on",
    change: (p) => {
      p.returns.agreedBy = ["boss"];
    },
    code: "unknown-role",
    path: "returns.agreedBy[0]",
    says: /boss/,
  },
  {
    why: "goods that strangers appraise",
    change: (p) => {
      p.returns.appraisedBy = ["boss"];
    },
    code: "unknown-role",
    path: "returns.appraisedBy[0]",
    says: /boss/,
  },
  {
    why: "a slip that nobody declares",
    change: (p) => {
      p.returns.slips = ["slip"];
    },
    code: "unknown-form",
    path: "returns.slips[0]",
    says: /slip/,
  },
  {
    why: "an outcome twice",
    change: (p) => {
      p.returns.outcomes.push(p.returns.outcomes[0]);
    },
    code: "duplicate-id",
    path: "returns.outcomes[1]",
    says: /repair/,
  },
  {
    why: "a proof twice",
    change: (p) => {
      p.returns.proofs.push(p.returns.proofs[0]);
    },
    code: "duplicate-id",
    path: "returns.proofs[1]",
    says: /stamp/,
  },
  {
    why: "a quota of what does not happen",
    change: (p) => {
      p.quotas[0].counts = "swapped";
    },
    code: "unknown-event",
    path: "quotas[0].counts",
    says: /swapped/,
  },
  {
    why: "a quota in no window",
    change: (p) => {
      p.quotas[0].window.clock = "half-year";
    },
    code: "unknown-clock",
    path: "quotas[0].window.clock",
    says: /half-year/,
  },
  {
    why: "a quota without a figure",
    change: (p) => {
      p.quotas[0].max = undefined;
    },
    code: "quota-no-figure",
    path: "quotas[0]",
    says: /"thrice" has no figure/,
  },
  {
    why: "a quota that nothing fulfils",
    change: (p) => {
      p.quotas[0].min = 4;
    },
    code: "quota-contradicts",
    path: "quotas[0]",
    says: /at least 4 and at most 3/,
  },
  {
    why: "one more than the quota",
    change: (p) => {
      p.quotas[0].examples[1].allowed = true;
    },
    code: "example-fails",
    path: "quotas[0].examples[1]",
    says: /allowed is false/,
  },
])("$why", isFound);
