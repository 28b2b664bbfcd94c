import { expect, test } from "vitest";
import { isFound, problemsOf, type Row } from "./sections.ts";

test("the small policy holds with every section", () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

test.each<Row>([
  {
    why: "AS-130 a frequency that nobody stated",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "unstated" };
    },
    code: "frequency-not-stated",
    path: "schedules[0]",
    says: /"weekly": frequency not stated in the regulation/,
  },
  {
    why: "a schedule that nobody tried",
    change: (p) => {
      p.schedules[0].examples = [];
    },
    code: "no-example",
    path: "schedules[0]",
    says: /"weekly" has no example/,
  },
  {
    why: "an example that gives more",
    change: (p) => {
      p.schedules[0].examples[0].to = "2026-03-15";
    },
    code: "example-fails",
    path: "schedules[0].examples[0]",
    says: /it gives 2 and not 1: 2026-03-02 to 2026-03-08, 2026-03-09 to/,
  },
  {
    why: "an example that is waived",
    change: (p) => {
      p.schedules[0].examples[0].gives[0].state = "waived";
    },
    code: "example-fails",
    path: "schedules[0].examples[0]",
    says: /state is "planned"/,
  },
  {
    why: "an example of another due",
    change: (p) => {
      p.schedules[2].examples[0].gives[0].effectiveDue = "2026-12-31T00:00:00+08:00";
    },
    code: "example-fails",
    path: "schedules[2].examples[0]",
    says: /effectiveDue is "2027-01-01T00:00:00/,
  },
  {
    why: "an example of another day to remind",
    change: (p) => {
      p.schedules[1].examples[0].gives[0].reminder = "2026-03-10";
    },
    code: "example-fails",
    path: "schedules[1].examples[0]",
    says: /reminder is "2026-03-09"/,
  },
  {
    why: "an example of a calendar that is there",
    change: (p) => {
      p.schedules[1].examples[0].gives[0].calendarMissing = 2026;
    },
    code: "example-fails",
    path: "schedules[1].examples[0]",
    says: /state is "planned", not "CALENDAR_MISSING"/,
  },
  {
    why: "an example that leaves the delivery open",
    change: (p) => {
      Object.assign(p.schedules[0], { rhythm: { kind: "by-age", event: "finished", bands: [{ every: "1 month" }] } });
    },
    code: "example-fails",
    path: "schedules[0].examples[0]",
    says: /it leaves open finished/,
  },
  {
    why: "an example from end to start",
    change: (p) => {
      p.schedules[0].examples[0].from = "2026-04-01";
    },
    code: "span-reversed",
    path: "schedules[0].examples[0]",
    says: /ends before it begins/,
  },
  {
    why: "an example of an unknown event",
    change: (p) => {
      p.schedules[0].examples[0].events = { sung: "2026-01-01T00:00:00Z" };
    },
    code: "unknown-event",
    path: "schedules[0].examples[0].events.sung",
    says: /sung/,
  },
  {
    why: "an example of an unknown fact",
    change: (p) => {
      p.schedules[0].examples[0].facts = { colour: "red" };
    },
    code: "unknown-fact",
    path: "schedules[0].examples[0].facts.colour",
    says: /colour/,
  },
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
    why: "AS-107 a plan of visits that nobody known approves",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "by-plan", period: "year", approvedBy: "boss" };
    },
    code: "unknown-role",
    path: "schedules[0].rhythm.approvedBy",
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
    why: "a day that no month has",
    change: (p) => {
      p.schedules[2].rhythm.windows[0].to = "11-31";
    },
    code: "no-such-day",
    path: "schedules[2].rhythm.windows[0]",
    says: /no 11-31/,
  },
  {
    why: "after an unknown event",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "after", event: "rain", lengths: [{ within: "14 days" }] };
    },
    code: "unknown-event",
    path: "schedules[0].rhythm.event",
    says: /rain/,
  },
  {
    why: "a length for an unknown fact",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "after", event: "finished", lengths: [{ when: { dn: 65 }, within: "1 year" }] };
    },
    code: "unknown-fact",
    path: "schedules[0].rhythm.lengths[0].when.dn",
    says: /dn/,
  },
  {
    why: "the same day, again and again",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "after", event: "finished", lengths: [{ within: "same day" }] };
    },
    code: "repeats-same-day",
    path: "schedules[0].rhythm",
    says: /repeats: false/,
  },
  {
    why: "an age in hours",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "by-age", event: "finished", bands: [{ every: "24 hours" }] };
    },
    code: "age-not-in-days",
    path: "schedules[0].rhythm.bands",
    says: /days, weeks, months or years/,
  },
  {
    why: "an age that is open before another",
    change: (p) => {
      p.schedules[0].rhythm = {
        kind: "by-age",
        event: "finished",
        bands: [{ every: "1 month" }, { every: "3 months" }],
      };
    },
    code: "ages-not-in-order",
    path: "schedules[0].rhythm.bands",
    says: /only the last/,
  },
  {
    why: "an age before a younger one",
    change: (p) => {
      p.schedules[0].rhythm = {
        kind: "by-age",
        event: "finished",
        bands: [
          { until: "2 years", every: "1 month" },
          { until: "18 months", every: "3 months" },
        ],
      };
    },
    code: "ages-not-in-order",
    path: "schedules[0].rhythm.bands",
    says: /greater than the one before/,
  },
  {
    why: "by the age of what nobody knows",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "by-age", event: "built", bands: [{ every: "1 month" }] };
    },
    code: "unknown-event",
    path: "schedules[0].rhythm.event",
    says: /built/,
  },
  {
    why: "a holiday that no notice names",
    change: (p) => {
      p.schedules[0].rhythm = { kind: "holidays", names: ["元宵节"] };
    },
    code: "unknown-holiday",
    path: "schedules[0].rhythm.names",
    says: /元宵节.*国庆节/,
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
