import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "a KPI over an unknown clock",
    change: (p) => {
      p.kpis[0].clocks = ["reply"];
    },
    code: "unknown-clock",
    path: "kpis[0].clocks[0]",
    says: /reply/,
  },
  {
    why: "AS-120 a KPI over an advisory clock",
    change: (p) => {
      p.clocks[0].grade = "advisory";
    },
    code: "kpi-of-advisory",
    path: "kpis[0].clocks[0]",
    says: /advisory/,
  },
  {
    why: "a letter about the house's own affairs to whoever filed",
    change: (p) => {
      p.notifications[0].to = ["reporter"];
      p.notifications[0].template = "breach";
    },
    code: "letter-for-staff",
    path: "notifications[0].to",
    says: /breach/,
  },
  {
    why: "an extension of an unknown clock",
    change: (p) => {
      p.extensions[0].clock = "reply";
    },
    code: "unknown-clock",
    path: "extensions[0].clock",
    says: /reply/,
  },
  {
    why: "an unknown approver",
    change: (p) => {
      p.extensions[0].approver = "boss";
    },
    code: "unknown-role",
    path: "extensions[0].approver",
    says: /boss/,
  },
  {
    why: "mail on an unknown event",
    change: (p) => {
      p.notifications[0].on = "solved";
    },
    code: "unknown-event",
    path: "notifications[0].on",
    says: /solved/,
  },
  {
    why: "mail about an unknown clock",
    change: (p) => {
      p.notifications[0].clocks = ["reply"];
    },
    code: "unknown-clock",
    path: "notifications[0].clocks[0]",
    says: /reply/,
  },
  {
    why: "mail to an unknown role",
    change: (p) => {
      p.notifications[0].to = ["boss"];
    },
    code: "unknown-role",
    path: "notifications[0].to[0]",
    says: /boss/,
  },
  {
    why: "a category to choose without a tree",
    change: (p) => {
      p.categories = [];
      p.evidence = [];
    },
    code: "category-without-tree",
    path: "categories",
    says: /category/,
  },
  {
    why: "a category for a value that does not exist",
    change: (p) => {
      p.categories[0].children[0].onlyFor = { fact: "kind", in: ["c"], say: p.title };
    },
    code: "unknown-value",
    path: "categories[0].children[0].onlyFor",
    says: /"c"/,
  },
  {
    why: "a number without a run",
    change: (p) => {
      p.numbering.template = "YYYY-MM";
    },
    code: "numbering-without-run",
    path: "numbering.template",
    says: /same number/,
  },
  {
    why: "a number that comes again next year",
    change: (p) => {
      p.numbering.template = "MM-NNN";
    },
    code: "numbering-repeats",
    path: "numbering.template",
    says: /YYYY/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual({ severity: "error", path, code, says: expect.stringMatching(says) });
});
