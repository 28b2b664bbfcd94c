import type { customersWords as zh } from "../zh-cn/customers.ts";

const people = (n: number): string => (n === 1 ? "1 customer" : `${n} customers`);

export const customersWords: typeof zh = {
  customers: {
    title: "Customers",
    lead: "Whom surveys may ask",
    none: "Nobody is on the list yet",
    name: "Name",
    email: "E-mail",
    phone: "Phone",
    language: "Language",
    groups: "Groups",
    languages: { "zh-CN": "Chinese", en: "English" },
    templateHint:
      "A name is needed, and an e-mail address or a telephone number; any other column (department, category …) is a group, at most ten.",
    import: "2. Choose a file, check it and import it",
    fileField: "The list, filled in (xlsx or CSV, of any length)",
    hint: "Nothing is imported unless all of it is right. Whoever is on the list already is renewed, not doubled.",
    unread: "This file cannot be read. Please choose an xlsx or CSV file.",
    checking: (n) => `Checking: ${n} ${n === 1 ? "part" : "parts"} so far`,
    bad: (faults, rows) =>
      `${faults} ${faults === 1 ? "fault" : "faults"} in ${rows} ${rows === 1 ? "row" : "rows"}. Put them right in the file and choose it again; nobody has been imported.`,
    empty: "There is nobody in the file. Fill it in and choose it again.",
    good: (n) => `Nothing is wrong: ${people(n)} can be imported.`,
    takeAll: (n) => `Import ${people(n)}`,
    begun: (n, all) => `Of this file ${n} of ${all} parts are in already; the rest can follow.`,
    goOn: "Go on importing",
    taken: (n) => `Imported: ${people(n)}`,
  },
};
