import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
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
    why: "AS-47 something needed that no fact says",
    change: (p) => {
      p.returns.needs = [{ fact: "quantity", rules: ["SMW-02"] }];
    },
    code: "unknown-fact",
    path: "returns.needs[0].fact",
    says: /quantity/,
  },
  {
    why: "a tolerance of the order that no fact says",
    change: (p) => {
      p.returns.tolerance = { rules: ["SMW-02"], percent: null, fact: "orderTolerance" };
    },
    code: "unknown-fact",
    path: "returns.tolerance.fact",
    says: /orderTolerance/,
  },
  {
    why: "an outcome that a step carries out which is not there",
    change: (p) => {
      p.returns.outcomes[0].step = "mend";
    },
    code: "unknown-step",
    path: "returns.outcomes[0].step",
    says: /mend/,
  },
  {
    why: "freight by no cost rule",
    change: (p) => {
      p.returns.freight = "freight";
    },
    code: "unknown-cost rule",
    path: "returns.freight",
    says: /freight/,
  },
  {
    why: "counted by a step that is not there",
    change: (p) => {
      p.returns.moves = [{ step: "count", makes: "counted" }];
    },
    code: "unknown-step",
    path: "returns.moves[0].step",
    says: /count/,
  },
  {
    why: "agreed to by whoever may finish",
    change: (p) => {
      p.returns.agreedBy = ["reporter"];
      p.returns.moves = [{ step: "finish", makes: "agreed" }];
    },
    code: "agreed-by-others",
    path: "returns.moves[0].step",
    says: /"finish".*"clerk"/,
  },
  {
    why: "A-60 several appraise and nobody signs",
    change: (p) => {
      p.returns.appraisedBy = ["clerk", "reporter"];
      p.returns.outcomes[0].step = "finish";
    },
    code: "appraised-unsigned",
    path: "returns.outcomes[0].step",
    says: /"finish"/,
  },
])("$why", isFound);
