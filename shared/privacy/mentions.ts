import type { StepAnswers } from "../case/actor.ts";
import type { Mark } from "../find/marks.ts";
import { mentionedIn } from "../find/mentioned.ts";
import type { InspectionEvent } from "../inspection/event.ts";
import type { EntryEvent } from "../register/event.ts";

/** What is done to a text that somebody typed. */
export type Words = (said: string) => string;

const inAnswers = (answers: StepAnswers, words: Words): StepAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map((block) => inAnswers(block, words) as typeof block)];
      return [name, typeof value === "string" ? words(value) : value];
    }),
  );

/** An event of an entry with every text in it that somebody typed as `words` leaves it. */
export const inEntry = (event: EntryEvent, words: Words): EntryEvent => {
  switch (event.type) {
    case "written":
      return { ...event, answers: inAnswers(event.answers, words) };
    case "corrected":
      return { ...event, answers: inAnswers(event.answers, words), reason: words(event.reason) };
    case "taken":
      return { ...event, answers: inAnswers(event.answers, words), remark: event.remark && words(event.remark) };
    case "declined":
    case "voided":
    case "held":
    case "holdReleased":
      return { ...event, reason: words(event.reason) };
    case "copyTaken":
    case "forgotten":
      return event;
  }
};

/** An event of an inspection likewise; what its checklists ask and whoever inspects are the regulation's and the company's. */
export const inInspection = (event: InspectionEvent, words: Words): InspectionEvent => {
  switch (event.type) {
    case "filed": {
      const lines = event.lines.map((line) => ({
        ...line,
        note: line.note && words(line.note),
        ...(line.of === undefined
          ? { code: words(line.code), title: { "zh-CN": words(line.title["zh-CN"]), en: words(line.title.en) } }
          : {}),
      }));
      return { ...event, subject: words(event.subject), department: words(event.department), lines };
    }
    case "signed":
      return { ...event, remark: event.remark && words(event.remark) };
    case "rectified":
      return { ...event, measure: words(event.measure) };
    case "verified":
      return { ...event, result: words(event.result) };
    case "approved":
      return { ...event, plan: words(event.plan) };
    default:
      return event;
  }
};

/** Everybody whom events mention by a number or an address, as a walk over their texts finds them. */
const mentioned = <E>(events: readonly E[], walk: (event: E, words: Words) => E): readonly Mark[] => {
  const found = new Set<Mark>();
  const listening: Words = (said) => {
    for (const mark of mentionedIn(said)) found.add(mark);
    return said;
  };
  for (const event of events) walk(event, listening);
  return [...found];
};

export const mentionedByEntry = (events: readonly EntryEvent[]) => mentioned(events, inEntry);
export const mentionedByInspection = (events: readonly InspectionEvent[]) => mentioned(events, inInspection);
