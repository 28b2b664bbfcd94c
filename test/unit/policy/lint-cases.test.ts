import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "an undeclared role",
    change: (p) => {
      p.workflow.steps[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "workflow.steps[0].by[0]",
    says: /no role "boss".*clerk/,
  },
  {
    why: "somebody who acts and may not read",
    change: (p) => {
      p.roles = p.roles.map((role: object) => ({ ...role, may: ["note"] }));
    },
    code: "role-cannot-read",
    path: "workflow.steps[0].by",
    says: /may not read the case/,
  },
  {
    why: "somebody who uses a route and may not read",
    change: (p) => {
      p.roles.push({ id: "night", title: { "zh-CN": "夜班", en: "Night shift" }, may: [], rules: ["TST-01"] });
      const title = { "zh-CN": "转交", en: "Passed on" };
      const route = { id: "found", title, rules: ["TST-01"], kind: "transfer", by: ["night"], to: ["clerk"] };
      Object.assign(p, { routing: [route] });
    },
    code: "role-cannot-read",
    path: "routing[0].by",
    says: /"night".*may not read the case/,
  },
  {
    why: "an undeclared desk",
    change: (p) => {
      p.intake.receivedBy = "boss";
    },
    code: "unknown-role",
    path: "intake.receivedBy",
    says: /boss/,
  },
  {
    why: "an undeclared party",
    change: (p) => {
      p.intake.party = "dealer";
    },
    code: "unknown-party",
    path: "intake.party",
    says: /no party "dealer".*user/,
  },
  {
    why: "a step that says anew what a case is found by",
    change: (p) => {
      p.workflow.steps[0].fields = [
        { id: "orderNo", type: "text", finds: "identifier", label: { "zh-CN": "订单号", en: "order" } },
      ];
    },
    code: "finds-elsewhere",
    path: "workflow.steps[0].fields[0].finds",
    says: /"orderNo".*where it is declared/,
  },
  {
    why: "a heading of the tree",
    change: (p) => {
      p.evidence[0].when = { category: "1" };
    },
    code: "unknown-value",
    path: "evidence[0].when.category",
    says: /heading/,
  },
  {
    why: "an undeclared state",
    change: (p) => {
      p.workflow.steps[0].to = "LOST";
    },
    code: "unknown-state",
    path: "workflow.steps[0].to",
    says: /LOST/,
  },
  {
    why: "a step from nowhere",
    change: (p) => {
      p.workflow.steps[0].from = ["OPEN", "LOST"];
    },
    code: "unknown-state",
    path: "workflow.steps[0].from[1]",
    says: /LOST/,
  },
  {
    why: "a state that nothing reaches",
    change: (p) => {
      p.workflow.states.push({ ...p.workflow.states[1], id: "LOST" });
    },
    code: "state-unreachable",
    path: "workflow.states[2]",
    says: /LOST/,
  },
  {
    why: "a state that nothing leaves",
    change: (p) => {
      p.workflow.states[1].final = false;
    },
    code: "state-dead-end",
    path: "workflow.states[1]",
    says: /SHUT/,
  },
  {
    why: "a step that sets a field it does not have",
    change: (p) => {
      p.workflow.steps[0].sets = ["km"];
    },
    code: "unknown-field",
    path: "workflow.steps[0].fields",
    says: /km/,
  },
  {
    why: "a gate on an unknown step",
    change: (p) => {
      p.evidence[0].blocks = ["close"];
    },
    code: "unknown-step",
    path: "evidence[0].blocks[0]",
    says: /no step "close".*finish/,
  },
  {
    why: "photos before what is no moment",
    change: (p) => {
      p.evidence[0].capturedBefore = "kind";
    },
    code: "not-a-moment",
    path: "evidence[0].capturedBefore",
    says: /kind/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual({ severity: "error", path, code, says: expect.stringMatching(says) });
});
