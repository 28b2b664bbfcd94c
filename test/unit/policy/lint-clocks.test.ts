import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "AS-119 a binding clock without a figure",
    change: (p) => delete p.clocks[0].within,
    code: "clock-no-figure",
    path: "clocks[0]",
    says: /"answer" has no figure/,
  },
  {
    why: "hours that are rolled",
    change: (p) => {
      p.clocks[0].within = "24 hours";
      p.clocks[0].roll = "next";
    },
    code: "roll-without-day",
    path: "clocks[0].roll",
    says: /never rolled/,
  },
  {
    why: "an undeclared fact",
    change: (p) => {
      p.clocks[0].when = { miles: { over: 1 } };
    },
    code: "unknown-fact",
    path: "clocks[0].when.miles",
    says: /no fact "miles".*km/,
  },
  {
    why: "an undeclared fact in one of several groups",
    change: (p) => {
      p.clocks[0].when = [{ urgent: true }, { miles: 1 }];
    },
    code: "unknown-fact",
    path: "clocks[0].when[1].miles",
    says: /miles/,
  },
  {
    why: "a value that no answer has",
    change: (p) => {
      p.clocks[0].when = { kind: "c" };
    },
    code: "unknown-value",
    path: "clocks[0].when.kind",
    says: /"c" is no choice of kind; there are a, b/,
  },
  {
    why: "a clock that nothing starts",
    change: (p) => delete p.clocks[0].start,
    code: "clock-no-start",
    path: "clocks[0]",
    says: /one of `start` and `since`; it has none/,
  },
  {
    why: "a clock that two things start",
    change: (p) => {
      p.clocks[0].since = "closingDay";
    },
    code: "clock-two-starts",
    path: "clocks[0]",
    says: /it has both/,
  },
  {
    why: "AS-64 a clock that counts from nothing known",
    change: (p) => {
      delete p.clocks[0].start;
      p.clocks[0].since = "sentAt";
    },
    code: "unknown-fact",
    path: "clocks[0].since",
    says: /sentAt/,
  },
  {
    why: "AS-64 a clock that counts from no day",
    change: (p) => {
      delete p.clocks[0].start;
      p.clocks[0].since = "km";
    },
    code: "not-a-date",
    path: "clocks[0].since",
    says: /begins at "km", which is a number/,
  },
  {
    why: "a promise given anew by a fact",
    change: (p) => {
      delete p.clocks[0].start;
      p.clocks[0] = { ...p.clocks[0], since: "closingDay", until: "closingDay", renewable: true };
    },
    code: "renewable-without-event",
    path: "clocks[0].since",
    says: /by an event/,
  },
  {
    why: "an undeclared event",
    change: (p) => {
      p.clocks[0].stop = "solved";
    },
    code: "unknown-event",
    path: "clocks[0].stop",
    says: /no event "solved".*finished/,
  },
  {
    why: "AS-119 a clock that ends when a fact says, and a figure",
    change: (p) => {
      p.clocks[0].until = "takenAt";
    },
    code: "clock-two-figures",
    path: "clocks[0]",
    says: /until/,
  },
  {
    why: "a promise kept in a fact that nobody declares",
    change: (p) => {
      Object.assign(p.clocks[0], { within: undefined, until: "promisedAt" });
    },
    code: "unknown-fact",
    path: "clocks[0].until",
    says: /promisedAt/,
  },
  {
    why: "a promise kept in a number",
    change: (p) => {
      Object.assign(p.clocks[0], { within: undefined, until: "km" });
    },
    code: "not-a-date",
    path: "clocks[0].until",
    says: /"km", which is a number/,
  },
  {
    why: "a promise that rolls",
    change: (p) => {
      Object.assign(p.clocks[0], { within: undefined, until: "takenAt", roll: "next" });
    },
    code: "roll-without-day",
    path: "clocks[0].roll",
    says: /promised/,
  },
  {
    why: "a retention that rolls",
    change: (p) => {
      Object.assign(p.clocks[0], { kind: "retention", within: "1 year", roll: "next" });
    },
    code: "roll-without-day",
    path: "clocks[0].roll",
    says: /least time/,
  },
  {
    why: "a figure that is given anew",
    change: (p) => {
      p.clocks[0].renewable = true;
    },
    code: "renewable-without-promise",
    path: "clocks[0].renewable",
    says: /promise/,
  },
  {
    why: "a date that is none in an example",
    change: (p) => {
      p.clocks[0].examples[0].facts = { closingDay: "2026-02-30" };
    },
    code: "unknown-value",
    path: "clocks[0].examples[0].facts.closingDay",
    says: /closingDay is a date/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual({ severity: "error", path, code, says: expect.stringMatching(says) });
});
