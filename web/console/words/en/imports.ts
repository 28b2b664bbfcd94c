import type { importsWords as zh } from "../zh-cn/imports.ts";

const cases = (n: number): string => (n === 1 ? `${n} case` : `${n} cases`);

export const importsWords: typeof zh = {
  imports: {
    title: "Import cases",
    lead: "Take cases over that were kept elsewhere, from a file: all of them or none.",
    regulation: "Import under which regulation",
    template: "1. Download the template",
    templateHint: "Each column is a field of the form; those with a * must be filled.",
    xlsx: "Excel template",
    csv: "CSV template",
    file: "2. Choose the file and check it",
    fileField: "The file, filled in (xlsx or CSV, at most 1000 cases and 4 MB)",
    check: "Check the file",
    checked: "What was found",
    good: (n) => `Nothing is wrong: ${cases(n)} can be imported.`,
    empty: "The file has no cases. Fill it in and choose it again.",
    bad: (faults, rows) =>
      `${faults} ${faults === 1 ? "fault" : "faults"} in ${rows} ${rows === 1 ? "row" : "rows"}. Put them right in the file and choose it again; nothing has been imported.`,
    moreFaults: (n, all) => `The first ${n} of ${all} are shown.`,
    allFaults: "Download all of them",
    row: "Row",
    column: "Column",
    says: "What is wrong",
    take: "3. Import",
    takeAll: (n) => `Import ${cases(n)}`,
    taken: (n) => `Imported: ${cases(n)}`,
    takenHint: "The same file again imports nothing twice. Nobody is written to about imported cases.",
    again: "Import another file",
    number: "Number",
    mayNot: "Your role may not register cases, and so cannot import any.",
  },
};
