import { expect, test } from "vitest";
import { isFound, problemsOf, type Row } from "./sections.ts";

test("the small policy holds with every section", () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

test.each<Row>([
  {
    why: "a schedule twice",
    change: (p) => {
      p.schedules[1].id = "weekly";
    },
    code: "duplicate-id",
    path: "schedules[1]",
    says: /schedule "weekly"/,
  },
  {
    why: "work for nobody known",
    change: (p) => {
      p.schedules[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "schedules[0].by[0]",
    says: /boss/,
  },
  {
    why: "an unknown form",
    change: (p) => {
      p.schedules[0].form = "paper";
    },
    code: "unknown-form",
    path: "schedules[0].form",
    says: /paper.*sheet/,
  },
  {
    why: "an unknown checklist",
    change: (p) => {
      p.schedules[0].duty.checklists = ["list"];
    },
    code: "unknown-checklist",
    path: "schedules[0].duty.checklists[0]",
    says: /look/,
  },
  {
    why: "an unknown verifier",
    change: (p) => {
      p.schedules[0].duty.verifiedBy = "boss";
    },
    code: "unknown-role",
    path: "schedules[0].duty.verifiedBy",
    says: /boss/,
  },
  {
    why: "a report to nobody known",
    change: (p) => {
      p.schedules[1].duty.to = ["boss"];
    },
    code: "unknown-role",
    path: "schedules[1].duty.to[0]",
    says: /boss/,
  },
  {
    why: "a report made from what is not there",
    change: (p) => {
      p.schedules[1].duty.inputs = ["diary"];
    },
    code: "unknown-source",
    path: "schedules[1].duty.inputs[0]",
    says: /diary/,
  },
  {
    why: "AS-30 a report made from itself",
    change: (p) => {
      p.schedules[1].duty.inputs = ["report"];
    },
    code: "inputs-in-a-circle",
    path: "schedules[1].duty.inputs",
    says: /"report" is, through its inputs, made from itself/,
  },
  {
    why: "reports made from one another",
    change: (p) => {
      p.schedules[0].duty = { is: "meeting", inputs: ["report"] };
    },
    code: "inputs-in-a-circle",
    path: "schedules[0].duty.inputs",
    says: /"weekly"/,
  },
  {
    why: "K-11 a monthly report of a week",
    change: (p) => {
      p.schedules[1].duty.covers = "week";
    },
    code: "covers-misfit",
    path: "schedules[1].duty.covers",
    says: /monthly and cannot cover the week; it can cover the month or the previous-month/,
  },
  {
    why: "K-11 a quarter that is not over",
    change: (p) => {
      Object.assign(p.schedules[1], { rhythm: { kind: "quarterly", month: 1, day: 15 } });
      p.schedules[1].duty.covers = "quarter";
    },
    code: "covers-misfit",
    path: "schedules[1].duty.covers",
    says: /previous-quarter/,
  },
  {
    why: "a report of all that says whose its cases are",
    change: (p) => {
      p.schedules[1].duty.unitIn = "category";
    },
    code: "unit-of-nobody",
    path: "schedules[1].duty.unitIn",
    says: /not made per unit/,
  },
  {
    why: "cases of a department that no fact names",
    change: (p) => {
      Object.assign(p.schedules[1].duty, { perUnit: true, unitIn: "team" });
    },
    code: "unknown-fact",
    path: "schedules[1].duty.unitIn",
    says: /team/,
  },
  {
    why: "an unknown survey",
    change: (p) => {
      p.schedules[2].duty.survey = "poll";
    },
    code: "unknown-survey",
    path: "schedules[2].duty.survey",
    says: /poll/,
  },
  {
    why: "a plan that nobody known approves",
    change: (p) => {
      p.schedules[2].afterApprovalBy = "boss";
    },
    code: "unknown-role",
    path: "schedules[2].afterApprovalBy",
    says: /boss/,
  },
  {
    why: "a meeting of strangers",
    change: (p) => {
      p.schedules[0].duty = { is: "meeting", attended: ["boss"] };
    },
    code: "unknown-role",
    path: "schedules[0].duty.attended[0]",
    says: /boss/,
  },
  {
    why: "a condition on an unknown fact",
    change: (p) => {
      p.schedules[0].when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "schedules[0].when.colour",
    says: /colour/,
  },
])("$why", isFound);
