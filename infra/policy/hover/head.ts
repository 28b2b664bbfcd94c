import type { Hovers } from "./hover.ts";

/** What the regulation is, whom it knows, and how its rules are accounted for. */
export const HEAD: Hovers = {
  id: "The regulation's name in the register, which is the name of this file: lower-case words joined by hyphens.",
  version:
    "Counts up with every change after publication: a case keeps the version it was opened under for life (D-07).",
  title: "The regulation's own title, in Chinese and in English.",
  prefix: { says: "The three capitals that its rules begin with in the register.", examples: ["DFA"] },
  registered: "How many rules the register has for it; each must be carried, planned, or no matter for software.",
  weight: {
    says: "How much of it a system can run.",
    values: {
      A: "Clocks, flows or figures throughout: a full policy.",
      B: "Some figures, schedules or flows: a thin policy.",
      C: "Background: its particulars and perhaps a checklist.",
    },
  },
  source: "Where its text comes from.",
  "source.seeds": { says: "The documents that hold the text, by their codes.", examples: [["000"]] },
  "source.fragment": "True when the documents hold only a part of the regulation.",
  effectiveFrom: { says: "The day from which it is in force, in its own time zone.", examples: ["2024-01-01"] },
  scope: "What it is about and whom it binds: the ground on which a case is taken or not.",
  "scope[].says": "The clause, in Chinese and in English.",

  calendar: "The working days and the time zone in which its days are counted (K-1, K-3).",
  "calendar.holidays": {
    says: "The calendar of public holidays and make-up working days (调休上班). Years without a notice are never guessed (K-12).",
    examples: ["CN"],
  },
  "calendar.timeZone": { says: "Where its days begin and end (K-1).", examples: ["Asia/Shanghai"] },
  "calendar.remindAt": { says: "The hour at which reminders that are due on a day go out.", examples: ["09:00"] },

  roles: "The departments and posts of the house; members of staff hold them. Steps and duties are theirs.",
  "roles[].id": "The role's name in camelCase, by which other sections refer to it.",
  "roles[].may": "What its holders may do beyond the steps that are theirs; all of it, unless told otherwise.",
  "roles[].may[]": {
    says: "",
    values: {
      read: "Read the cases.",
      note: "Add internal notes to them.",
      register: "Take in a case for somebody who calls, writes or comes by.",
      export: "Carry away lists and registers.",
    },
  },
  parties: "Those outside the house: customers, suppliers, insurers. One of them files (`intake.party`).",
  "parties[].id": "The party's name in camelCase, by which other sections refer to it.",
  facts:
    "What is established after a case came in, e.g. a distance that a dispatcher measures. Conditions may ask for it.",
  events: "What happens outside the workflow and starts or stops clocks, e.g. the arrival on site.",
  "events[].id": "The event's name in camelCase, for `start`, `stop`, `after` and the like.",
  "events[].title": "What a timeline says of it, in Chinese and in English.",
  "events[].by": "The roles that may record it in a case. Absent: every role that may leave a note.",
  "events[].fields": "What is asked of whoever records it.",
  "events[].sets": "Fields of this event that correct or complete the facts of the case.",
  "events[].customerSees":
    "Fields of this event that the customer may read, with title and date; an empty list shows the title and date alone. Absent: internal.",
  "events[].mayPrecede":
    "True: it may have happened before the case was received, e.g. the sending time on a waybill. Otherwise that is refused.",

  numbering:
    "How cases are numbered. Absent: YYYY-MM-NNN, anew each month, which should then stand under `assumptions`.",
  "numbering.template": {
    says: "YYYY, MM, DD and a run of N are filled in (NNN: three digits at least); everything else stands as it is.",
    examples: ["YYYY-MM-NNN"],
  },
  "numbering.on": {
    says: "The event at which the number is given, in whose period it counts. Absent: when the case is received.",
    examples: ["accepted"],
  },
  "numbering.by": "The role that gives the number.",
  "numbering.reset": {
    says: "When the run begins again with 1.",
    values: {
      day: "Each day.",
      month: "Each month.",
      year: "Each year.",
      never: "Never: it runs on.",
    },
  },

  assumptions: "Parameters that the regulation does not give. They are labelled wherever a person sees them (D-12).",
  "assumptions[].key": { says: "Which parameter, as a path in this file.", examples: ["numbering.template"] },
  "assumptions[].value": "What is taken for it.",
  "assumptions[].status": {
    says: "Whether the regulation's owner has agreed.",
    values: { assumed: "Ours: the owner has not said so yet.", confirmed: "The owner has confirmed it." },
  },
  "assumptions[].says": "What the regulation leaves open and what is done instead; shown to people.",
  "assumptions[].see": {
    says: "The question it answers: an ambiguity (A-09), a convention (K-3), a derived requirement (D-01), or 0.3.",
    examples: ["A-09", "K-3", "0.3"],
  },

  carriedBy: "Rules that no section above can name itself, e.g. clauses on roles, with where they are honoured.",
  "carriedBy[].rule": "The rule of the register.",
  "carriedBy[].by": "What honours it, in words.",
  planned: "Rules that nothing honours yet; shown as planned, never as carried.",
  "planned[].rule": "The rule of the register.",
  "planned[].by": "What will honour it, in words.",
  notSoftware: "Rules that no software can honour.",
  "notSoftware[].rule": "The rule of the register.",
  "notSoftware[].why": "Why no software can honour it.",
};
