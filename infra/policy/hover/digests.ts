import type { Hovers } from "./hover.ts";

/** Mails that tell how the regulation is kept. */
export const DIGESTS: Hovers = {
  digests: "Mails that tell roles again and again how the regulation is kept: what is overdue first.",
  "digests[].rules": "The rules that ask for it. None: it is our choice, and listed under `assumptions`.",
  "digests[].every": {
    says: "How often it leaves.",
    values: {
      week: "Every ISO week (K-5).",
      month: "Every calendar month.",
      quarter: "Every calendar quarter, in its first month.",
      "half-year": "Every half-year, in January and July.",
      year: "Every year, in January.",
    },
  },
  "digests[].on":
    "The day of the week, 1 is Monday; or the day of the period's first month. A rest day gives way to the next working day of the period, else to the last before it; a period without one has no digest.",
  "digests[].at": {
    says: "The hour at which it leaves, by the clocks of the company.",
    examples: ["08:00"],
  },
  "digests[].to": "The roles that get it; they may read the cases. Whoever has several roles gets one mail a day.",
  "digests[].sentEmpty": "True: it is sent though there is nothing to tell.",
  "digests[].shows": "What it shows; all of it, unless told otherwise.",
  "digests[].shows[]": {
    says: "",
    values: {
      overdue: "Cases past their due, work that was missed, reports that were not handed in.",
      due: "What falls due within seven days.",
      kpis: "Figures against their targets, with their trend.",
      changes: "What was opened, closed, escalated or judged otherwise since the last one.",
    },
  },
  "digests[].examples[].from": "The first day that is looked at.",
  "digests[].examples[].to": "The last day that is looked at; it is included.",
  "digests[].examples[].gives": "The days on which it leaves; an empty list where it does not.",
};
