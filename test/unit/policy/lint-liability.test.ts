import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "liability decided by strangers",
    change: (p) => {
      p.liability.decidedBy = ["boss"];
    },
    code: "unknown-role",
    path: "liability.decidedBy[0]",
    says: /boss/,
  },
  {
    why: "MMA-10 a question twice",
    change: (p) => {
      p.liability.questions.push(p.liability.questions[0]);
    },
    code: "duplicate-id",
    path: "liability.questions[1]",
    says: /ours/,
  },
  {
    why: "an answer twice",
    change: (p) => {
      p.liability.questions[0].answers[1].value = "yes";
    },
    code: "duplicate-id",
    path: "liability.questions[0].answers[1]",
    says: /yes/,
  },
  {
    why: "a class twice",
    change: (p) => {
      p.liability.classes.push(p.liability.classes[0]);
    },
    code: "duplicate-id",
    path: "liability.classes[2]",
    says: /own/,
  },
  {
    why: "a class for an answer that is not there",
    change: (p) => {
      p.liability.classes[0].when = { ours: "maybe" };
    },
    code: "unknown-value",
    path: "liability.classes[0].when.ours",
    says: /maybe/,
  },
  {
    why: "a correction by strangers",
    change: (p) => {
      p.corrective[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "corrective[0].by[0]",
    says: /boss/,
  },
  {
    why: "PSI-09 a correction verified by strangers",
    change: (p) => {
      p.corrective[0].verifiedBy = ["boss"];
    },
    code: "unknown-role",
    path: "corrective[0].verifiedBy[0]",
    says: /boss/,
  },
  {
    why: "AS-35 a correction that holds up what is not there",
    change: (p) => {
      p.corrective[0].blocks = ["summary"];
    },
    code: "unknown-step",
    path: "corrective[0].blocks[0]",
    says: /summary/,
  },
  {
    why: "a correction for an unknown fact",
    change: (p) => {
      p.corrective[0].trigger.when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "corrective[0].trigger.when.colour",
    says: /colour/,
  },
  {
    why: "done on what never happens",
    change: (p) => {
      p.corrective[1].doneOn = "trained";
    },
    code: "unknown-event",
    path: "corrective[1].doneOn",
    says: /trained/,
  },
  {
    why: "AS-124 counted by a fact that nobody declares",
    change: (p) => {
      p.corrective[1].trigger.subject = "employee";
    },
    code: "unknown-fact",
    path: "corrective[1].trigger.subject",
    says: /employee/,
  },
  {
    why: "counted by what names nobody",
    change: (p) => {
      p.corrective[1].trigger.subject = "urgent";
    },
    code: "repetition-subject",
    path: "corrective[1].trigger.subject",
    says: /flag/,
  },
  {
    why: "people counted without saying by what",
    change: (p) => {
      p.corrective[1].trigger = { on: "repetition", times: 3, per: "quarter", of: "person" };
    },
    code: "repetition-no-subject",
    path: "corrective[1].trigger",
    says: /subject/,
  },
  {
    why: "cases that count by an unknown value",
    change: (p) => {
      p.corrective[1].trigger.counts = { kind: "z" };
    },
    code: "unknown-value",
    path: "corrective[1].trigger.counts.kind",
    says: /"z"/,
  },
  {
    why: "a count without an example",
    change: (p) => {
      p.corrective[1].trigger.examples = [];
    },
    code: "no-example",
    path: "corrective[1].trigger",
    says: /example/,
  },
  {
    why: "an example that opens with another case",
    change: (p) => {
      p.corrective[1].trigger.examples[0].cases[1].facts.urgent = false;
    },
    code: "example-fails",
    path: "corrective[1].trigger.examples[0]",
    says: /null, not 2/,
  },
  {
    why: "AS-128 a sanction approved by strangers",
    change: (p) => {
      p.sanctions[0].approvedBy = ["boss"];
    },
    code: "unknown-role",
    path: "sanctions[0].approvedBy[0]",
    says: /boss/,
  },
  {
    why: "a sanction proposed by strangers",
    change: (p) => {
      p.sanctions[0].proposedBy = ["boss"];
    },
    code: "unknown-role",
    path: "sanctions[0].proposedBy[0]",
    says: /boss/,
  },
  {
    why: "a fact that cannot hold the classes",
    change: (p) => {
      p.liability.fact = "kind";
    },
    code: "not-the-classes",
    path: "liability.fact",
    says: /"kind" is no choice/,
  },
  {
    why: "AS-55 triage that holds up what is not there",
    change: (p) => {
      p.liability.triageBlocks = ["send-back"];
    },
    code: "unknown-step",
    path: "liability.triageBlocks[0]",
    says: /send-back/,
  },
])("$why", isFound);
