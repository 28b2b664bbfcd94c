import type { Hovers } from "./hover.ts";

const ENTRIES = "forms[].entries";

/** Forms that are kept as registers: what is entered, refused, demanded first, and added later. */
export const REGISTERS: Hovers = {
  [ENTRIES]:
    "It is kept as a register (台账): one entry after another, each of no case. Absent: it is filled in as part of a case, or by what makes it.",
  [`${ENTRIES}.subject`]:
    "The field that says about whom or what an entry is: it is found by it, and another register may ask for it (IPP-20).",
  [`${ENTRIES}.people`]:
    "Fields that name people from outside. When one of them asks to be forgotten, all that was typed in the entry goes (D-06). Absent: texts that mention them go.",
  [`${ENTRIES}.on`]: "The field, a date or a moment, that says when it was. Absent: when it was written.",
  [`${ENTRIES}.numbering`]: "Entries are numbered. Absent: they are not.",
  [`${ENTRIES}.numbering.template`]: {
    says: "`YYYY`, `MM`, `DD` and a run of `N` are filled in; everything else stands as it is.",
    examples: ["PASS-YYYY-NNNN"],
  },
  [`${ENTRIES}.numbering.reset`]: {
    says: "When the count begins anew.",
    values: { day: "Every day.", month: "Every month.", year: "Every year.", never: "Never." },
  },
  [`${ENTRIES}.refuses`]: "What is never entered (IPP-22, CAL-08). What is said of one of them must all hold.",
  [`${ENTRIES}.refuses[].when`]: "Of which answers; fields of the form are asked like facts.",
  [`${ENTRIES}.refuses[].holidays`]: "Date fields of the form of which none may be a public holiday (CAL-08).",
  [`${ENTRIES}.refuses[].within`]:
    "Another entry of the same subject may not lie so few days before or after this one (CAL-08).",
  [`${ENTRIES}.refuses[].says`]: "What whoever tries is told, in Chinese and in English.",
  [`${ENTRIES}.needs`]:
    "What must be on file first: a complete entry of another register with the same subject (IPP-20).",
  [`${ENTRIES}.needs[].form`]: "The register in which it must stand.",
  [`${ENTRIES}.needs[].when`]: "Of which answers it is demanded. Absent: of all.",
  [`${ENTRIES}.needs[].says`]: "What whoever tries without it is told.",
  [`${ENTRIES}.steps`]:
    "What somebody adds once it is written, in this order: a stamp, a check, a settlement. The approvals that name this form come before.",
  [`${ENTRIES}.steps[].by`]: "Who takes it, any one of these roles.",
  [`${ENTRIES}.steps[].when`]: "Of which answers it is asked. Absent: of all.",
  [`${ENTRIES}.steps[].fields`]: "What it asks.",
  [`${ENTRIES}.steps[].refusable`]: "It can be said no to, which ends the entry. It cannot, unless this is true.",
  [`${ENTRIES}.steps[].other`]:
    "Somebody else than whoever wrote the entry takes it. Anybody may, unless this is true.",
  [`${ENTRIES}.steps[].clock`]: "The clock by which it is due; it counts from the day of the entry (COU-07).",
  [`${ENTRIES}.fulfils`]: "Schedules of this policy that an entry shows to be done.",
  [`${ENTRIES}.fulfils[].schedule`]: "The schedule, from `schedules`.",
  [`${ENTRIES}.fulfils[].object`]: "The field that names the object it was done for (IPP-24). Absent: for the company.",
  [`${ENTRIES}.fulfils[].when`]: "Of which answers it is so. Absent: of all.",
  [`${ENTRIES}.examples[].answers`]: "What an entry says.",
  [`${ENTRIES}.examples[].refused`]: "What is refused, by the id of one of `refuses`. Absent: nothing is.",
  [`${ENTRIES}.examples[].needs`]: "What must be on file first, by the ids of `needs`.",
  [`${ENTRIES}.examples[].waits`]: "What it then waits for: steps, and approvals by their id.",
};
