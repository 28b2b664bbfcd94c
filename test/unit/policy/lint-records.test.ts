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
])("$why", isFound);
