import type { Hovers } from "./hover.ts";

/** What is owed again and again: when, and how one can tell that it is right. */
export const SCHEDULES: Hovers = {
  schedules: "What is owed again and again: inspections, reports, visits, surveys, meetings, trainings.",
  "schedules[].by": "Who does it: roles or parties.",
  "schedules[].rhythm": "When it is owed. `kind` says which of the closed set of rhythms.",
  "schedules[].duty": "What has to be done when it is due. `is` says which kind of duty.",
  "schedules[].afterApprovalBy": "Who must approve the plan before anything of it is generated (PRV-01, OSA-01).",
  "schedules[].examples":
    "What it asks for in a stretch of time, checked by `policy lint`. At least one, unless no frequency is stated.",

  "schedules[].rhythm<>.times": "How many times in each; once unless told otherwise.",
  "schedules[].rhythm<>.period": {
    says: "The calendar period in which it is owed. Weeks are ISO weeks, Monday to Sunday (K-5, K-6).",
    values: {
      week: "Each ISO week, Monday 00:00 to Sunday 24:00.",
      month: "Each calendar month.",
      quarter: "Each calendar quarter.",
      "half-year": "January to June, and July to December.",
      year: "Each calendar year.",
    },
  },
  "schedules[].rhythm<>.operatingDays": {
    says: "The days of operation. A window without any is waived, and shown as waived (K-10).",
    values: {
      working: "The working days of the calendar.",
      "monday-to-saturday": "Those, and every Saturday that is no public holiday (A-38).",
      all: "Every day: nothing is ever waived.",
    },
  },
  "schedules[].rhythm<>.roll": {
    says: "Where a due day goes that falls on a rest day (K-7).",
    values: {
      next: "To the next working day; so it is unless told otherwise.",
      previous: "To the working day before.",
      none: "It stays.",
    },
  },
  "schedules[].rhythm<>.event": "The event from which it is counted.",

  "schedules[].rhythm<daily>": {
    title: "Each day",
    says: "So many times on every day of operation. The day is its own window and never moves (S-1).",
  },
  "schedules[].rhythm<every>": {
    title: "Each week, month, quarter, half-year or year",
    says: "So many times in every calendar period, at any day of it. A frequency, not a deadline: never rolled (K-7, S-2).",
  },
  "schedules[].rhythm<weekday>": {
    title: "A fixed weekday",
    says: "A weekday of every week. A rest day moves it within the week: Monday to the first working day, others to the last (K-7, S-3).",
  },
  "schedules[].rhythm<weekday>.day": "1 is Monday, 7 is Sunday.",
  "schedules[].rhythm<weekday>.before": {
    says: "The hour by which it is due; without it, the end of the day (K-9).",
    examples: ["12:00"],
  },
  "schedules[].rhythm<monthly>": {
    title: "By a day of each month",
    says: "By a day of each month, e.g. 每月10日前, until 24:00 of that day (K-9, S-6).",
  },
  "schedules[].rhythm<monthly>.day": "The day of the month, 1 to 28.",
  "schedules[].rhythm<month-end>": {
    title: "At the end of each month",
    says: "By the last working day of the month (K-10, S-7).",
  },
  "schedules[].rhythm<quarterly>": {
    title: "By a day of each quarter",
    says: "By a day of one month of each quarter. Made in the first month, a report covers the quarter before (K-11, S-9).",
  },
  "schedules[].rhythm<quarterly>.month": "The month of the quarter: 1, 2 or 3.",
  "schedules[].rhythm<quarterly>.day": "The day of that month, 1 to 28.",
  "schedules[].rhythm<yearly>": {
    title: "In seasons of each year",
    says: "Once in each window of every year: a season, the fourth quarter, December (S-10, S-11).",
  },
  "schedules[].rhythm<yearly>.windows": "The stretches of the year. One may run over New Year.",
  "schedules[].rhythm<yearly>.windows[].from": { says: "Its first day, month and day; quote it.", examples: ["03-01"] },
  "schedules[].rhythm<yearly>.windows[].to": {
    says: "Its last day, month and day; 02-29 is the last day of February in every year.",
    examples: ["05-31"],
  },
  "schedules[].rhythm<yearly>.windows[].title": "What the season is called, e.g. 春季 / Spring.",
  "schedules[].rhythm<after>": {
    title: "A length after an event",
    says: "So long after an event, and again after each time it was due unless told otherwise (S-4, S-12).",
  },
  "schedules[].rhythm<after>.lengths":
    "The lengths, each with the facts for which it is; the first whose facts hold counts.",
  "schedules[].rhythm<after>.lengths[].within": "How long after the event.",
  "schedules[].rhythm<after>.repeats": "True: again and again, as is usual. False: once for each event.",
  "schedules[].rhythm<by-age>": {
    title: "Closer while it is young",
    says: "Windows counted from an event, whose length depends on how long ago it was (S-15).",
  },
  "schedules[].rhythm<by-age>.bands": "The ages, youngest first.",
  "schedules[].rhythm<by-age>.bands[].until": "The age at which this band ends. Only the last may stay open.",
  "schedules[].rhythm<by-age>.bands[].every": "How often within it, in days, weeks, months or years.",
  "schedules[].rhythm<random>": {
    title: "Unannounced",
    says: "So many times in each period, at days that nobody is told beforehand (S-13, GSS-04).",
  },
  "schedules[].rhythm<by-plan>": {
    title: "By an approved plan",
    says: "At least so many times in each period, at the days of a plan, and none before its approval (S-14).",
  },
  "schedules[].rhythm<by-plan>.approvedBy": "Who approves the plan.",
  "schedules[].rhythm<holidays>": { title: "On public holidays", says: "On each day off of a public holiday (S-16)." },
  "schedules[].rhythm<holidays>.names": {
    says: "Only these holidays, by their Chinese names. Empty: all.",
    examples: [["春节", "国庆节"]],
  },
  "schedules[].rhythm<unstated>": {
    title: "No frequency is stated",
    says: "The regulation says periodically (定期) and no figure: a warning, and nothing is generated (S-17, AS-130).",
  },

  "schedules[].examples[].from": "The first day of the stretch of time that is asked about.",
  "schedules[].examples[].to": "Its last day, included.",
  "schedules[].examples[].events":
    "When the events happened that the rhythm counts from; `approved` is the approval of a plan.",
  "schedules[].examples[].gives":
    "Everything whose window ends in that stretch, in order; what is waived is listed too.",
  "schedules[].examples[].gives[].window": "The first and the last day in which it is done.",
  "schedules[].examples[].gives[].nominalDue":
    "The due before it was moved off a rest day. The end of a day is 00:00 of the next.",
  "schedules[].examples[].gives[].effectiveDue": "The due on which a breach is measured.",
  "schedules[].examples[].gives[].state": {
    says: "What becomes of it.",
    values: { planned: "It is to be done.", waived: "Its window holds no day of operation: nothing is owed (K-10)." },
  },
  "schedules[].examples[].gives[].calendarMissing": "The year whose holidays would have to be known to tell (K-12).",
  "schedules[].examples[].gives[].reminder": "The date on which the reminder goes out.",
};
