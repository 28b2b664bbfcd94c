import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "a form filled by strangers",
    change: (p) => {
      p.forms[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "forms[0].by[0]",
    says: /boss/,
  },
  {
    why: "a form kept by strangers",
    change: (p) => {
      p.forms[0].keptBy = "archive";
    },
    code: "unknown-role",
    path: "forms[0].keptBy",
    says: /archive/,
  },
  {
    why: "a copy for strangers",
    change: (p) => {
      p.forms[0].copies[0].role = "boss";
    },
    code: "unknown-role",
    path: "forms[0].copies[0].role",
    says: /boss/,
  },
  {
    why: "CCF-31 strangers kept out",
    change: (p) => {
      p.forms[0].never = ["customer"];
    },
    code: "unknown-role",
    path: "forms[0].never[0]",
    says: /customer/,
  },
  {
    why: "a form filled on what does not happen",
    change: (p) => {
      p.forms[0].filledOn = "solved";
    },
    code: "unknown-event",
    path: "forms[0].filledOn",
    says: /solved/,
  },
  {
    why: "a form kept by no clock",
    change: (p) => {
      p.forms[0].retention = "ever";
    },
    code: "unknown-clock",
    path: "forms[0].retention",
    says: /ever/,
  },
  {
    why: "COU-09 a form kept by a deadline",
    change: (p) => {
      p.forms[0].retention = "answer";
    },
    code: "not-a-retention",
    path: "forms[0].retention",
    says: /"sheet" is kept by the clock "answer", which is a deadline/,
  },
  {
    why: "a field twice",
    change: (p) => {
      p.forms[0].fields = [
        { id: "name", type: "text", label: p.title },
        { id: "name", type: "text", label: p.title },
      ];
    },
    code: "duplicate-id",
    path: "forms[0].fields[1]",
    says: /name/,
  },
  {
    why: "a field for an unknown fact",
    change: (p) => {
      p.forms[0].fields = [{ id: "name", type: "text", label: p.title, when: { colour: "red" } }];
    },
    code: "unknown-fact",
    path: "forms[0].fields[0].when.colour",
    says: /colour/,
  },
  {
    why: "a checklist of no category",
    change: (p) => {
      p.checklists[0].category = "9";
    },
    code: "unknown-category",
    path: "checklists[0].category",
    says: /"9"/,
  },
  {
    why: "an item twice",
    change: (p) => {
      p.checklists[0].items.push(p.checklists[0].items[0]);
    },
    code: "duplicate-id",
    path: "checklists[0].items[1]",
    says: /span/,
  },
  {
    why: "AS-104 a limit that does not come out",
    change: (p) => {
      p.checklists[0].items[0].limit = { unit: p.title, below: 6 };
    },
    code: "example-fails",
    path: "checklists[0].items[0].examples[0]",
    says: /passes is false/,
  },
  {
    why: "a limit that nobody tried",
    change: (p) => {
      p.checklists[0].items[0].examples = [];
    },
    code: "no-example",
    path: "checklists[0].items[0]",
    says: /"span" has a limit/,
  },
  {
    why: "a limit without a figure",
    change: (p) => {
      p.checklists[0].items[0].limit = { unit: p.title };
    },
    code: "limit-without-figure",
    path: "checklists[0].items[0].limit",
    says: /"span" has no figure/,
  },
  {
    why: "a limit that holds nothing",
    change: (p) => {
      p.checklists[0].items[0].limit = { unit: p.title, from: 7, upTo: 6 };
    },
    code: "span-empty",
    path: "checklists[0].items[0].limit",
    says: /between 7 and 6/,
  },
  {
    why: "figures where there is no limit",
    change: (p) => {
      p.checklists[0].items[0].limit = undefined;
    },
    code: "example-without-figure",
    path: "checklists[0].items[0]",
    says: /no limit/,
  },
  {
    why: "BUS-13 a signature after what does not happen",
    change: (p) => {
      p.signoffs[0].after = "served";
    },
    code: "unknown-event",
    path: "signoffs[0].after",
    says: /served/,
  },
  {
    why: "a signature of strangers",
    change: (p) => {
      p.signoffs[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "signoffs[0].by[0]",
    says: /boss/,
  },
  {
    why: "a signature on an unknown form",
    change: (p) => {
      p.signoffs[0].form = "paper";
    },
    code: "unknown-form",
    path: "signoffs[0].form",
    says: /paper/,
  },
  {
    why: "a signature that holds up what is not there",
    change: (p) => {
      p.signoffs[0].blocks = ["close"];
    },
    code: "unknown-step",
    path: "signoffs[0].blocks[0]",
    says: /close/,
  },
  {
    why: "COU-10 names that strangers read",
    change: (p) => {
      p.privacy[0].readableBy = ["boss"];
    },
    code: "unknown-role",
    path: "privacy[0].readableBy[0]",
    says: /boss/,
  },
  {
    why: "COU-11 a disclosure by strangers",
    change: (p) => {
      p.privacy[0].disclosure = { rules: ["SMW-02"], by: "boss", needs: "legal-basis" };
    },
    code: "unknown-role",
    path: "privacy[0].disclosure.by",
    says: /boss/,
  },
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
    path: "liability.classes[1]",
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
    why: "AS-50 an exemption for an unknown fact",
    change: (p) => {
      p.corrective[0].exempt[0].when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "corrective[0].exempt[0].when.colour",
    says: /colour/,
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
    why: "an exception to what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-for-retention",
    path: "exceptions[0].clock",
    says: /nothing excuses it/,
  },
  {
    why: "an extension of what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-for-retention",
    path: "extensions[0].clock",
    says: /nothing extends it/,
  },
  {
    why: "a KPI of what is kept",
    change: (p) => {
      p.clocks[0].kind = "retention";
    },
    code: "not-for-retention",
    path: "kpis[0].clocks[0]",
    says: /no KPI counts it/,
  },
])("$why", isFound);
