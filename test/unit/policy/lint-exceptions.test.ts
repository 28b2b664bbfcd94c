import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "AS-25 an exception to no clock",
    change: (p) => {
      p.exceptions[0].clock = "arrival";
    },
    code: "unknown-clock",
    path: "exceptions[0].clock",
    says: /arrival/,
  },
  {
    why: "an exception twice",
    change: (p) => {
      p.exceptions.push(p.exceptions[0]);
    },
    code: "duplicate-id",
    path: "exceptions[1]",
    says: /answer/,
  },
  {
    why: "an exception by strangers",
    change: (p) => {
      p.exceptions[0].approver = "boss";
    },
    code: "unknown-role",
    path: "exceptions[0].approver",
    says: /boss/,
  },
  {
    why: "an exception for the same reason twice",
    change: (p) => {
      p.exceptions[0].reasons.push(p.exceptions[0].reasons[0]);
    },
    code: "duplicate-id",
    path: "exceptions[0].reasons[1]",
    says: /FESTIVAL/,
  },
  {
    why: "AS-25 an exception whose promise has a figure of its own",
    change: (p) => {
      p.exceptions[0].promise = "answer";
    },
    code: "not-a-promise",
    path: "exceptions[0].promise",
    says: /no promise/,
  },
  {
    why: "an exception whose promise is that of another",
    change: (p) => {
      Object.assign(p.exceptions[0], { clock: "first", promise: "answer" });
      p.exceptions.push({ ...p.exceptions[0], clock: "second" });
    },
    code: "promise-twice",
    path: "exceptions[1].promise",
    says: /another exception/,
  },
  {
    why: "an exception whose promise is excused itself",
    change: (p) => {
      p.exceptions[0].promise = "answer";
    },
    code: "promise-twice",
    path: "exceptions[0].promise",
    says: /excused itself/,
  },
  {
    why: "an exception told of in the letter of an extension",
    change: (p) => {
      p.notifications.push({ on: "exceptionDecided", to: ["clerk"], template: "extension-decision" });
    },
    code: "letter-of-another",
    path: "notifications[1].template",
    says: /extensionDecided/,
  },
  {
    why: "an extension told of in the letter of an exception",
    change: (p) => {
      p.notifications.push({ on: "extensionDecided", to: ["clerk"], template: "exception-decision" });
    },
    code: "letter-of-another",
    path: "notifications[1].template",
    says: /exceptionDecided/,
  },
  {
    why: "an exception to what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-a-deadline",
    path: "exceptions[0].clock",
    says: /nothing excuses it/,
  },
  {
    why: "an extension of what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-a-deadline",
    path: "extensions[0].clock",
    says: /nothing extends it/,
  },
  {
    why: "AS-64 a KPI of what may be asked for",
    change: (p) => {
      p.clocks[0].kind = "window";
    },
    code: "not-a-deadline",
    path: "kpis[0].clocks[0]",
    says: /may be asked for/,
  },
  {
    why: "a KPI of what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-a-deadline",
    path: "kpis[0].clocks[0]",
    says: /no KPI counts it/,
  },
  {
    why: "a rule that only words carry",
    change: (p) => {
      Object.assign(p, { notSoftware: [], carriedBy: [{ rule: "SMW-03", by: "the manual" }] });
    },
    code: "carried-by-words",
    path: "carriedBy[0]",
    says: /SMW-03.*"the manual"/,
  },
])("$why", isFound);
