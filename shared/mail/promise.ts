import { isRunning } from "../case/clocks.ts";
import type { ClockReading } from "../case/reading.ts";
import { isOwed } from "../case/window.ts";
import { explain } from "../policy/explain.ts";
import type { Block } from "./block.ts";
import { sayDue } from "./date.ts";
import type { LetterData } from "./mail.ts";
import { sentencesIn } from "./sentences.ts";

/** Promises that still ask somebody to do something, the nearest first. */
const openClocks = ({ clocks }: LetterData): readonly ClockReading[] =>
  clocks
    .filter((reading) => isRunning(reading) && reading.due !== undefined)
    .sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));

export const dueWords = ({ locale, policy }: LetterData, due: ClockReading["due"]): string =>
  due === undefined ? "" : sayDue(due, policy.calendar.timeZone, locale);

const whyLines = ({ locale, policy }: LetterData, { given }: ClockReading): readonly string[] =>
  explain(given, locale, policy).slice(0, -1); // the last line repeats the date that stands above

/** What is promised now, with the days that were counted; a date that cannot be known yet says so. */
export const promiseBlocks = (data: LetterData): readonly Block[] => {
  const s = sentencesIn(data.locale);
  const unknown = data.clocks.filter(({ state }) => state === "CALENDAR_MISSING");
  return [
    ...openClocks(data).map(
      (reading): Block => ({
        is: "date",
        label: s.clause(reading.clock.title[data.locale], reading.clock.rules.join(", ")),
        date: dueWords(data, reading.due),
        why: whyLines(data, reading),
      }),
    ),
    ...unknown.map(({ clock }): Block => ({ is: "words", text: s.noDate(clock.title[data.locale]) })),
  ];
};

/** The nearest promise as a few words for a subject; empty where nothing runs. */
export const nextPromise = (data: LetterData): string => {
  const next = openClocks(data).find(isOwed);
  return next === undefined ? "" : sentencesIn(data.locale).by(next.clock.title[data.locale], dueWords(data, next.due));
};
