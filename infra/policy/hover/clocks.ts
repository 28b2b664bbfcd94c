import type { Hovers } from "./hover.ts";

/** Deadlines and retentions. */
export const CLOCKS: Hovers = {
  clocks:
    "Deadlines and retentions (时限): what starts them, what stops them, how long they run. Exactly one of within, bands and until says how long.",
  "clocks[].title": "What has to be done by then, in Chinese and in English.",
  "clocks[].start":
    "The event that starts it: `received`, the event of a step, or one of `events`. The first such event of a case counts. Exactly one of start and since.",
  "clocks[].since":
    "The fact, a date or a moment, from which it counts, whoever tells of it and whenever (COU-27). It follows a correction of the fact.",
  "clocks[].stop": "The event that stops it. A stop exactly at the due instant is on time (K-2).",
  "clocks[].when": "The clock exists only while these facts hold. A fact that is not known yet leaves it open.",
  "clocks[].kind": {
    says: "What passing means.",
    values: {
      deadline: "It is breached when it passes.",
      window: "How long somebody may ask for something: it lapses, nobody is late and nobody is reminded (COU-26).",
      retention:
        "The least time something is kept: it may not be deleted before. Never rolled, reminds of nothing (K-7).",
    },
  },
  "clocks[].most":
    "Of a retention: the company's own maximum (A-52). When it is over, nothing holds the case and it is closed, its personal data goes by itself.",
  "clocks[].most.within": "How long from the same start; not shorter than the least time.",
  "clocks[].most.how": {
    says: "What goes.",
    values: {
      anonymise: "What names somebody or was typed, and the photos; figures, dates and the proof stay.",
      delete: "The whole case.",
    },
  },
  "clocks[].until":
    "A fact that holds the due itself: the moment that was promised, or a date, which means the end of that day. Never rolled.",
  "clocks[].renewable":
    "True: a promise (`until`) may be given anew as often as it takes, each kept by itself (CHN-05).",
  "clocks[].pauses":
    "Between which events it stands still. A day counts unless the clock stood still when it ended; hours run on afterwards.",
  "clocks[].pauses[].from": "The event that lets it stand still.",
  "clocks[].pauses[].to": "The event after which it goes on.",
  "clocks[].within":
    "How long it runs. Working days leave out the start day, weekends and public holidays (K-3); hours run through them (K-2).",
  "clocks[].bands": "The length depends on one fact: spans of a number, or the values of a choice.",
  "clocks[].bands.fact": "The fact that decides: a number or a choice.",
  "clocks[].bands.of": "Two bands or more. They may neither overlap nor leave a gap (K-8).",
  "clocks[].bands.of[].from": "From this figure on (以上); it is included (K-8).",
  "clocks[].bands.of[].over": "Above this figure (超过); it is excluded (K-8).",
  "clocks[].bands.of[].upTo": "Up to this figure (以内); it is included (K-8).",
  "clocks[].bands.of[].below": "Below this figure (不满); it is excluded (K-8).",
  "clocks[].bands.of[].is": "Instead of figures: the value of the choice.",
  "clocks[].bands.of[].within": "How long the clock runs in this band.",
  "clocks[].grade": {
    says: "Whether it binds.",
    values: {
      binding: "The regulation gives a figure: passing it is a breach and counts in KPIs.",
      advisory:
        "A duty without a figure (及时, 尽快), with an assumed target: reminds and is listed, never breaches or counts (AS-120).",
    },
  },
  "clocks[].roll": {
    says: "Where the end goes when it falls on a rest day. Hours, the same day, promises and retentions never move (K-7).",
    values: {
      next: "To the next working day (Civil Code, art. 203); so it is unless told otherwise.",
      previous: "To the working day before; for month ends.",
      none: "It stays, e.g. for safety inspections.",
    },
  },
  "clocks[].examples[].from": "The instant at which it starts, with its offset.",
  "clocks[].examples[].nominalDue":
    "The due before it was moved off a rest day. The end of a day is 00:00 of the next.",
  "clocks[].examples[].effectiveDue": "The due on which a breach is measured. The end of a day is 00:00 of the next.",
  "clocks[].examples[].firstReminder": {
    says: "The date on which the first reminder goes out: the last working day before the nominal due (K-7).",
    examples: ["2026-03-13"],
  },
  "clocks[].examples[].pauses": "When it stood still.",
  "clocks[].examples[].pauses[].from": "Since when, with its offset.",
  "clocks[].examples[].pauses[].to": "Until when, with its offset.",
  "clocks[].examples[].applies": "False: for these facts there is no such clock.",
  "clocks[].examples[].calendarMissing": "The year whose holidays would have to be known to tell (K-12).",
};
