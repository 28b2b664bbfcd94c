import { reasonLabel } from "../case/excuse.ts";
import type { Block, Draft, Row } from "./block.ts";
import { sayMoment } from "./date.ts";
import { clockOf, who } from "./deadline.ts";
import type { LetterData } from "./mail.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

type About = { readonly exception: string; readonly clock: string };

/** The exception that a letter is about, as it was recorded. */
const recordedOf = ({ about, case: current }: LetterData) => {
  const id = (about as Partial<About>).exception; // of both events that tell of an exception, and of no other
  return current.exceptions.find((one) => one.id === id);
};

const reasonOf = ({ policy, locale }: LetterData, recorded: ReturnType<typeof recordedOf>): string =>
  recorded === undefined ? "" : reasonLabel(policy, recorded.clock, recorded.reason)[locale];

/** Of several sayings those that there are, each as a quotation. */
const quotes = (all: readonly (readonly [label: string, text: string | undefined])[]): readonly Block[] =>
  all.flatMap(([label, text]) => (text === undefined || text === "" ? [] : [{ is: "quote", label, text } as const]));

/** To the approver: what excuses the clock, its due and the promise instead (DTS-14, A-17). */
export const exceptionRequest = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.exceptionRequest;
  const { about, case: current, policy, locale } = data;
  const { title, rules, reading } = clockOf(data);
  const recorded = recordedOf(data);
  const [from, to] = [dueWords(data, reading?.due), dueWords(data, recorded?.promised)];
  const rows: Row[] = [
    { label: all.row.clock, value: all.clause(title, rules) },
    { label: all.row.promisedDue, value: from },
    { label: all.row.instead, value: to },
    { label: s.reason, value: reasonOf(data, recorded) },
  ];
  return {
    subject: s.subject(current.number, title, from, to),
    preview: s.says,
    heading: s.heading,
    blocks: [
      { is: "moved", rows },
      ...quotes([[s.remark, recorded?.remark]]),
      {
        is: "facts",
        rows: [
          { label: all.row.recordedBy, value: who(data) },
          { label: all.row.askedAt, value: sayMoment(about.at, policy.calendar.timeZone, locale) },
        ],
      },
      { is: "words", text: s.says },
    ],
  };
};

/** How an exception was decided. The reporter hears of a yes alone, and of the new time; reason and remarks stay in the house (DTS-14). */
export const exceptionDecision = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.exceptionDecision;
  const { about, case: current, audience } = data;
  const { title, rules, reading } = clockOf(data);
  const recorded = recordedOf(data);
  const approved = recorded?.decision?.approved === true;
  const staff = audience === "staff";
  const instead = dueWords(data, approved ? recorded?.promised : reading?.due);
  const heading = approved ? (staff ? s.approved : s.promised) : s.refused;
  const late = approved && reading?.excused?.late === true;
  return {
    subject: (approved ? s.approvedSubject : s.refusedSubject)(current.number, title, instead),
    preview: heading,
    heading,
    blocks: [
      ...(staff ? [] : [{ is: "words", text: s.toReporter(title) } as const]),
      {
        is: "moved",
        rows: [
          { label: all.row.clock, value: all.clause(title, rules) },
          ...(approved ? [{ label: all.row.firstDue, value: dueWords(data, reading?.effectiveDue) }] : []),
          { label: approved ? all.row.instead : all.row.promisedDue, value: instead },
        ],
      },
      ...(late && staff ? [{ is: "words", text: s.late } as const] : []),
      ...(staff
        ? [
            {
              is: "facts",
              rows: [
                { label: s.reason, value: reasonOf(data, recorded) },
                { label: all.row.decidedBy, value: who(data) },
              ],
            } as const,
          ]
        : []),
      ...(staff && about.type === "exceptionDecided" ? quotes([[s.remark, about.remark]]) : []),
    ],
  };
};
