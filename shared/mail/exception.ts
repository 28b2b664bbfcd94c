import { reasonLabel } from "../case/excuse.ts";
import type { Draft, Row } from "./block.ts";
import { clockOf, who } from "./deadline.ts";
import type { LetterData } from "./mail.ts";
import { decisionLetter, quotes, requestLetter } from "./moved-date.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

type About = { readonly exception: string; readonly clock: string };

/** The exception that a letter is about, as it was recorded. */
const recordedOf = ({ about, case: current }: LetterData) => {
  const id = (about as Partial<About>).exception; // of both events that tell of an exception, and of no other
  return current.exceptions.find((one) => one.id === id);
};

const reasonRow = (data: LetterData, label: string): Row => {
  const recorded = recordedOf(data);
  const value = recorded && reasonLabel(data.policy, recorded.clock, recorded.reason)[data.locale];
  return { label, value: value ?? "" };
};

/** To the approver: what excuses the clock, its due and the promise instead (DTS-14, A-17). */
export const exceptionRequest = (data: LetterData): Draft => {
  const { row, exceptionRequest: s } = sentencesIn(data.locale);
  const recorded = recordedOf(data);
  return requestLetter(data, s, {
    to: recorded?.promised,
    toLabel: row.instead,
    byLabel: row.recordedBy,
    more: [reasonRow(data, s.reason)],
    said: quotes([[s.remark, recorded?.remark]]),
  });
};

/** How an exception was decided. The reporter hears of a yes alone, and of the new time; reason and remarks stay in the house (DTS-14). */
export const exceptionDecision = (data: LetterData): Draft => {
  const { row, exceptionDecision: s } = sentencesIn(data.locale);
  const { about, audience } = data;
  const { title, reading } = clockOf(data);
  const recorded = recordedOf(data);
  const approved = recorded?.decision?.approved === true;
  return decisionLetter(data, s, {
    approved,
    heading: approved ? (audience === "staff" ? s.approved : s.promised) : s.refused,
    lead: s.toReporter(title),
    due: dueWords(data, approved ? recorded?.promised : reading?.due),
    newLabel: row.instead,
    late: approved && reading?.excused?.late === true,
    facts: [reasonRow(data, s.reason), { label: row.decidedBy, value: who(data) }],
    said: about.type === "exceptionDecided" ? quotes([[s.remark, about.remark]]) : [],
  });
};
