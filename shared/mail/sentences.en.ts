import type { Sentences } from "./sentences.ts";

/** What the letters say in English. */
export const en: Sentences = {
  dear: (name) => `Dear ${name},`,
  by: (clock, due) => `${clock} by ${due}`,
  noDate: (clock) => `${clock}: the public holidays of that year are not announced yet, the date will follow`,
  damage: (n) => (n === 0 ? "the whole case" : `item ${n}`),
  join: ", ",
  row: {
    number: "Case number",
    received: "Received",
    state: "Status",
    evidence: "Photos",
    due: "Due",
    firstDue: "First date",
    newDue: "New date",
    wantedDue: "Asked for",
    promisedDue: "Date now",
    clock: "What",
    rules: "Clauses",
    askedBy: "Asked by",
    askedAt: "Asked at",
    decidedBy: "Decided by",
  },
  evidence: { complete: "complete", short: (items) => `missing: ${items}` },
  link: { tracking: "See progress and reasons", upload: "Add photos", console: "Open the case", decide: "Decide" },
  footer: {
    automatic: "This letter was sent automatically.",
    link: "The link is yours alone; please do not pass it on.",
    policy: (title, version) => `Under “${title}”, version ${version}`,
  },
  acknowledgement: {
    subject: (number) => `[${number}] We have your complaint`,
    heading: "We have your complaint",
    says: (number, when) => `Your complaint arrived ${when}. Its number is ${number}. We promise these dates:`,
    short: (items) => `We still need photos: ${items}. You can add them on your page.`,
    keep: "Keep the link: it shows your case at any time, without logging in.",
    forStaff: (number, when) => `A new complaint, ${number}, arrived ${when}.`,
  },
  evidenceMissing: {
    subject: (number, items) => `[${number}] More photos needed: ${items}`,
    heading: "More photos needed",
    says: "The regulation counts different photos; the same photo twice counts once. Still missing:",
    item: (damage, missing, have, need) => `${damage}: ${missing} more (${have} of ${need} so far)`,
    short: (damage, missing) => `${damage}: ${missing} more`,
    runs: "The promised dates run on as before; some steps have to wait until the photos are complete.",
  },
  photoRefused: {
    subject: (number, damage) => `[${number}] One photo could not be accepted (${damage})`,
    heading: "One photo could not be accepted",
    says: (damage) => `One of the photos that you uploaded (${damage}) could not be accepted, because:`,
    next: "Please upload it again, or another one, on your page.",
  },
  reminder: {
    subject: (number, clock, due) => `[${number}] Reminder: ${clock} is due ${due}`,
    heading: (clock) => `${clock} is due soon`,
    says: "The time for this is running out; please see to it.",
  },
  breach: {
    subject: (number, clock, due) => `[${number}] Overdue: ${clock} was due ${due}`,
    heading: (clock) => `${clock} is overdue`,
    says: "The time for this has passed and it is not done. This stays on the record, also if an extension is approved later.",
  },
  extensionRequest: {
    subject: (number, clock, from, to) => `[${number}] Extension to decide: ${clock}, from ${from} to ${to}`,
    heading: "An extension to decide",
    says: "Until it is approved the present date holds.",
    reason: "Reason given",
  },
  extensionDecision: {
    approvedSubject: (number, clock, due) => `[${number}] Extension approved: ${clock} now due ${due}`,
    refusedSubject: (number, clock, due) => `[${number}] Extension refused: ${clock} still due ${due}`,
    approved: "Extension approved",
    refused: "Extension refused",
    late: "The first date had passed before the approval: the breach stays on the record.",
    toReporter: (clock) =>
      `The date for “${clock}” has been moved with approval. The first date stays visible on your page.`,
    stays: (clock) => `The promised date for “${clock}” stays as it is.`,
    remark: "Remark",
  },
  planReply: {
    subject: (number) => `[${number}] Our plan for your complaint`,
    heading: "Our plan",
    says: "This is how we will deal with your complaint.",
  },
  progress: {
    subject: (number, what) => `[${number}] Progress: ${what}`,
    says: (state) => `There is news on your complaint. Status: ${state}.`,
    forStaff: (what, state) => `There is news on the case: ${what}. Status: ${state}.`,
  },
  closed: {
    subject: (number, when) => `[${number}] Closed ${when}`,
    heading: "Your complaint is closed",
    says: (number, when) =>
      `Complaint ${number} was closed ${when}. Everything that happened, with its dates, stays on your page.`,
    forStaff: (number, when) => `Case ${number} was closed ${when}.`,
  },
};
