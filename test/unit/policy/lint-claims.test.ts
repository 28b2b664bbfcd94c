import { test } from "vitest";
import { both } from "../../../shared/kernel/text.ts";
import { isFound, type Row } from "./sections.ts";

const rung = (value: string) => ({ value, label: both(value) });

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
    why: "claimed as a party that no fact names",
    change: (p) => {
      p.claims.claimant = "capacity";
    },
    code: "unknown-fact",
    path: "claims.claimant",
    says: /capacity/,
  },
  {
    why: "a payee whom no fact names",
    change: (p) => {
      p.claims.payees = [{ value: "heir", label: both("heir"), named: "heir" }];
    },
    code: "unknown-fact",
    path: "claims.payees[0].named",
    says: /heir/,
  },
  {
    why: "a rung twice",
    change: (p) => {
      p.claims.dispute = [rung("court"), rung("court")];
    },
    code: "duplicate-id",
    path: "claims.dispute[1]",
    says: /court/,
  },
  {
    why: "a rung after one that is not there",
    change: (p) => {
      p.claims.dispute = [rung("talk"), { ...rung("court"), after: ["appeal"] }];
    },
    code: "unknown-rung",
    path: "claims.dispute[1].after[0]",
    says: /appeal.*talk/,
  },
  {
    why: "moved by a step that is not there",
    change: (p) => {
      p.claims.moves = [{ step: "pay", makes: "paid" }];
    },
    code: "unknown-step",
    path: "claims.moves[0].step",
    says: /pay/,
  },
  {
    why: "an amount that the step does not ask",
    change: (p) => {
      p.claims.moves = [{ step: "finish", makes: "agreed", amount: "sum" }];
    },
    code: "unknown-field",
    path: "claims.moves[0].amount",
    says: /sum/,
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
    why: "HKC-02 a quota of a step that is counted by nothing",
    change: (p) => {
      p.quotas[0].subject = undefined;
    },
    code: "quota-no-subject",
    path: "quotas[0]",
    says: /"thrice"/,
  },
  {
    why: "a quota counted by an unknown fact",
    change: (p) => {
      p.quotas[0].subject = "contractNo";
    },
    code: "unknown-fact",
    path: "quotas[0].subject",
    says: /contractNo/,
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
