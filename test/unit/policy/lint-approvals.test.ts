import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
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
    path: "approvals[0].value.needs",
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
      p.costs[0].consent = undefined;
    },
    code: "consent-of-nobody",
    path: "costs[0]",
    says: /"fee" needs/,
  },
  {
    why: "the consent of a stranger",
    change: (p) => {
      p.costs[0].consent = "boss";
    },
    code: "unknown-approval",
    path: "costs[0].consent",
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
  {
    why: "an approval given by a step of others",
    change: (p) => {
      p.workflow.steps[0].by = ["clerk", "chief"];
      p.approvals[0].givenBy = ["finish"];
    },
    code: "given-by-others",
    path: "approvals[0].givenBy",
    says: /chief may take it/,
  },
  {
    why: "what is looked at and nobody declares",
    change: (p) => {
      p.approvals[0].sees = { facts: ["colour"] };
    },
    code: "unknown-fact",
    path: "approvals[0].sees.facts[0]",
    says: /colour/,
  },
  {
    why: "a step that is looked at and is not there",
    change: (p) => {
      p.approvals[0].sees = { steps: ["draw"] };
    },
    code: "unknown-step",
    path: "approvals[0].sees.steps[0]",
    says: /draw/,
  },
  {
    why: "a fact that is told with a cost and nobody declares",
    change: (p) => {
      p.costs[0].asks = ["colour"];
    },
    code: "unknown-fact",
    path: "costs[0].asks[0]",
    says: /colour/,
  },
])("$why", isFound);
