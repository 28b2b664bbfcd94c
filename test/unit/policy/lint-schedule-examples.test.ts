import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

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
])("$why", isFound);
