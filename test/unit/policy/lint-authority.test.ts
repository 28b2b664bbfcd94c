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
    why: "a table that governs what is no money",
    change: (p) => {
      p.authority[0].governs = { steps: ["finish"], amounts: ["km"] };
    },
    code: "not-money",
    path: "authority[0].governs.amounts",
    says: /"km" is no money/,
  },
  {
    why: "a table at a step that there is not",
    change: (p) => {
      p.authority[0].governs = { steps: ["decide"], amounts: ["km"] };
    },
    code: "unknown-step",
    path: "authority[0].governs.steps[0]",
    says: /decide/,
  },
  {
    why: "AS-44 an approver who may not take the step",
    change: (p) => {
      p.workflow.steps[0].by = ["chief"];
      p.authority[0].governs = { steps: ["finish"], amounts: ["km"] };
    },
    code: "approver-shut-out",
    path: "authority[0].governs.steps",
    says: /clerk is to decide at "finish"/,
  },
])("$why", isFound);
