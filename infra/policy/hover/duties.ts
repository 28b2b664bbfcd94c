import type { Hovers } from "./hover.ts";

const CHANNELS = {
  home: "At the customer's home (上门).",
  phone: "By phone.",
  site: "Where the object or the work is (现场).",
  letter: "By letter.",
  mail: "By e-mail.",
} as const;

/** What has to be done when a schedule is due, and through which channels. */
export const DUTIES: Hovers = {
  "schedules[].duty<inspection>": {
    title: "An inspection",
    says: "Something is looked at, by a checklist or without; findings may cause corrective action.",
  },
  "schedules[].duty<inspection>.of": "What is inspected.",
  "schedules[].duty<inspection>.mode": {
    says: "What kind of inspection; routine unless told otherwise.",
    values: {
      routine: "The usual round (日常检查).",
      spot: "A sample (抽查).",
      full: "All of it (全面检查).",
      special: "On one subject (专项检查).",
      surprise: "Without notice (突击检查).",
      covert: "Without the inspected knowing it (暗访).",
      overhaul: "With taking apart and putting right (检修).",
      audit: "Of a system and its records (审核).",
    },
  },
  "schedules[].duty<inspection>.people":
    "At least so many people, one of them in charge (GAS-06); one unless told otherwise.",
  "schedules[].duty<inspection>.checklists": "The checklists of this policy that it goes by.",
  "schedules[].duty<inspection>.verifiedBy":
    "Who verifies that a finding was put right: never the inspected side (PSI-09).",
  "schedules[].duty<inspection>.announced":
    "Whether the inspected are told beforehand; they are, unless this is false.",
  "schedules[].duty<inspection>.inspects":
    "Whose work it looks at. Nobody who acts in one of these roles makes it, or verifies what it found (ITS-01).",

  "schedules[].duty<report>": { title: "A report", says: "Something is reported on a stretch of time." },
  "schedules[].duty<report>.to": "Who gets it: roles or parties.",
  "schedules[].duty<report>.covers": {
    says: "The stretch of time that it speaks of, seen from the day on which it is due.",
    values: {
      day: "That day.",
      week: "The week of that day.",
      "previous-week": "The week before.",
      month: "The month of that day.",
      "previous-month": "The month before.",
      quarter: "The quarter of that day.",
      "previous-quarter": "The quarter before; so it is for one that is made in the first month of a quarter (K-11).",
      "half-year": "The half-year of that day.",
      year: "The year of that day.",
      campaign: "A stretch of its own, e.g. a season's inspection.",
    },
  },
  "schedules[].duty<report>.inputs": "What it is made from: schedules, surveys or forms of this policy.",
  "schedules[].duty<report>.perUnit":
    "One report for each unit that acts in the role of `by`, where the company names its units; one in all otherwise.",
  "schedules[].duty<report>.unitIn": {
    says: "The fact in which a case names the unit that it is about; a unit's own report counts those cases.",
    examples: ["department"],
  },
  "schedules[].duty<report>.content":
    "What it shows, one line each: the author writes there, under what the engine counts for it.",
  "schedules[].duty<report>.content[].zh-CN": "The line in Chinese, as the regulation says it.",
  "schedules[].duty<report>.content[].en": "The line in English; carries the meaning, not the wording.",
  "schedules[].duty<report>.content[].shows":
    "What the engine counts for this line, in the stretch that the report covers; nothing where it is absent.",
  "schedules[].duty<report>.content[].shows[]": {
    says: "",
    values: {
      cases: "Cases that came in, by kind, category and state.",
      clocks: "How the deadlines of these cases were kept.",
      closed: "Cases that were closed, one by one, with liability and age.",
      sanctions: "Discipline that was approved in cases which were closed.",
      kpis: "The KPIs of the policy against their targets.",
      findings: "What inspections found, and how far it was put right.",
      ranking: "The units by their checks; one without a check stands as not inspected.",
      duties: "What the schedules among the inputs (or all, where there is none) asked for, and what came of it.",
      entries:
        "Entries of the registers among the inputs (or all that are not restricted), with the sums of their figures.",
      campaigns: "Surveys among the inputs (or all): how many were asked and answered, and how satisfied they were.",
    },
  },

  "schedules[].duty<visit>": {
    title: "A visit",
    says: "A customer or an object is visited or called by calendar (回访).",
  },
  "schedules[].duty<visit>.of": "Who or what is visited.",
  "schedules[].duty<visit>.channels": "The ways in which it may be done.",
  "schedules[].duty<visit>.channels[]": { says: "", values: CHANNELS },
  "schedules[].duty<visit>.signature": "Whether whoever was visited signs.",

  "schedules[].duty<survey>": { title: "A survey", says: "A survey of this policy goes out." },
  "schedules[].duty<survey>.survey": "The survey, from `surveys`.",

  "schedules[].duty<meeting>": { title: "A meeting", says: "People meet." },
  "schedules[].duty<meeting>.attended": "Who takes part: roles or parties.",
  "schedules[].duty<meeting>.inputs": "What lies before it: schedules, surveys or forms of this policy.",
  "schedules[].duty<meeting>.minutes": "Whether minutes are kept; they are, unless this is false.",

  "schedules[].duty<training>": { title: "A training", says: "People are trained." },
  "schedules[].duty<training>.of": "What in, or whom.",
  "schedules[].duty<task>": { title: "Another task", says: "Anything else that is owed again and again." },
  "schedules[].duty<task>.what": "What is to be done.",

  "*.channels": "The ways in which it may be done.",
  "visits[].channels[]": {
    says: "",
    values: {
      ...CHANNELS,
      web: "On a web page.",
      fax: "By fax.",
      counter: "At the counter.",
      meeting: "In a meeting.",
    },
  },
  "surveys[].channels[]": {
    says: "",
    values: {
      ...CHANNELS,
      web: "By a form on the web.",
      fax: "By fax.",
      counter: "At the counter.",
      meeting: "In a meeting.",
    },
  },
};
