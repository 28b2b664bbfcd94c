import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
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
])("$why", isFound);
