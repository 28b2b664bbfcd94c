import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "AS-44 two bands that overlap by a cent",
    change: (p) => {
      p.authority[0].bands[1].over = "4999.99";
    },
    code: "bands-overlap",
    path: "authority[0].bands",
    says: /amounts just over 4999.99/,
  },
  {
    why: "AS-44 a cent that no band holds",
    change: (p) => {
      p.authority[0].bands[1].over = "5000.01";
    },
    code: "bands-gap",
    path: "authority[0].bands",
    says: /over 5000.00 and up to 5000.01/,
  },
  {
    why: "a second band without a lower bound",
    change: (p) => {
      p.authority[0].bands[1] = { upTo: "50000.00", approver: "clerk" };
    },
    code: "bands-overlap",
    path: "authority[0].bands",
    says: /Two bands/,
  },
  {
    why: "small amounts for nobody",
    change: (p) => {
      p.authority[0].bands[0].over = "10.00";
    },
    code: "bands-gap",
    path: "authority[0].bands",
    says: /over 0.00 and up to 10.00/,
  },
  {
    why: "large amounts for nobody",
    change: (p) => {
      p.authority[0].bands[1].upTo = "50000.00";
    },
    code: "bands-gap",
    path: "authority[0].bands",
    says: /more than 50000.00 under "sums"/,
  },
  {
    why: "a band that holds nothing",
    change: (p) => {
      p.authority[0].bands[0].over = "5000.00";
    },
    code: "band-empty",
    path: "authority[0].bands",
    says: /over 5000.00 and up to 5000.00/,
  },
  {
    why: "A-33 nobody at all",
    change: (p) => {
      Object.assign(p.authority[0], { bands: [], examples: [] });
    },
    code: "authority-nobody",
    path: "authority[0].bands",
    says: /Nobody may approve under "sums"/,
  },
  {
    why: "a band that nobody tried",
    change: (p) => {
      p.authority[0].examples.pop();
    },
    code: "no-example",
    path: "authority[0]",
    says: /an amount over 5000.00/,
  },
  {
    why: "an example of another approver",
    change: (p) => {
      p.roles.push({ id: "chief", title: p.title });
      p.authority[0].examples[1].approver = "chief";
    },
    code: "example-fails",
    path: "authority[0].examples[1]",
    says: /approver is "clerk", not "chief"/,
  },
  {
    why: "an approver nobody declares",
    change: (p) => {
      p.authority[0].bands[0].approver = "boss";
    },
    code: "unknown-role",
    path: "authority[0].bands[0].approver",
    says: /boss/,
  },
  {
    why: "the rest for nobody known",
    change: (p) => {
      p.authority[0].otherwise = "boss";
    },
    code: "unknown-role",
    path: "authority[0].otherwise",
    says: /boss/,
  },
  {
    why: "AS-104 an approval needed a little too early",
    change: (p) => {
      p.approvals[0].value.needs = { from: 5 };
    },
    code: "example-fails",
    path: "approvals[0].examples[0]",
    says: /needed is true, not false/,
  },
  {
    why: "an approval by a figure that nobody tried",
    change: (p) => {
      p.approvals[0].examples = [];
    },
    code: "no-example",
    path: "approvals[0]",
    says: /"height" depends on a figure/,
  },
  {
    why: "figures where there is none",
    change: (p) => {
      p.approvals[0].value = undefined;
    },
    code: "example-without-figure",
    path: "approvals[0]",
    says: /no figure/,
  },
  {
    why: "an approval by a word",
    change: (p) => {
      p.approvals[0].value.fact = "kind";
    },
    code: "not-a-number",
    path: "approvals[0].value.fact",
    says: /"kind" is a choice/,
  },
  {
    why: "an approval by an unknown fact",
    change: (p) => {
      p.approvals[0].value.fact = "height";
    },
    code: "unknown-fact",
    path: "approvals[0].value.fact",
    says: /height/,
  },
  {
    why: "a figure with two edges",
    change: (p) => {
      p.approvals[0].value.needs = { from: 1, over: 1 };
    },
    code: "span-contradicts",
    path: "approvals[0].value.needs",
    says: /not both/,
  },
  {
    why: "an approval that holds up what is not there",
    change: (p) => {
      p.approvals[0].blocks = ["start"];
    },
    code: "unknown-step",
    path: "approvals[0].blocks[0]",
    says: /start/,
  },
  {
    why: "an approval by strangers",
    change: (p) => {
      p.approvals[0].approvedBy = ["boss"];
    },
    code: "unknown-role",
    path: "approvals[0].approvedBy[0]",
    says: /boss/,
  },
  {
    why: "a review by strangers",
    change: (p) => {
      p.approvals[0].reviewedBy = ["boss"];
    },
    code: "unknown-role",
    path: "approvals[0].reviewedBy[0]",
    says: /boss/,
  },
  {
    why: "BUS-16 a charge with the consent of nobody",
    change: (p) => {
      p.costs[0].consentOf = undefined;
    },
    code: "consent-of-nobody",
    path: "costs[0]",
    says: /"fee" needs/,
  },
  {
    why: "the consent of a stranger",
    change: (p) => {
      p.costs[0].consentOf = "boss";
    },
    code: "unknown-role",
    path: "costs[0].consentOf",
    says: /boss/,
  },
  {
    why: "AS-27 a charge that holds up what is not there",
    change: (p) => {
      p.costs[0].blocks = ["close"];
    },
    code: "unknown-step",
    path: "costs[0].blocks[0]",
    says: /close/,
  },
  {
    why: "a cost for an unknown fact",
    change: (p) => {
      p.costs[0].when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "costs[0].when.colour",
    says: /colour/,
  },
  {
    why: "a cost that points at another regulation",
    change: (p) => {
      p.costs[0].seeAlso = ["DFA-01"];
    },
    code: "rule-of-another",
    path: "costs[0].seeAlso",
    says: /DFA-01/,
  },
])("$why", isFound);
