import type { Instant } from "../kernel/instant.ts";
import type { Block, Draft, Row } from "./block.ts";
import { sayMoment } from "./date.ts";
import { clockOf, who } from "./deadline.ts";
import type { LetterData } from "./mail.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

/** Of several sayings those that there are, each as a quotation. */
export const quotes = (all: readonly (readonly [label: string, text: string | undefined])[]): readonly Block[] =>
  all.flatMap(([label, text]) => (text === undefined || text === "" ? [] : [{ is: "quote", label, text } as const]));

type RequestWords = {
  readonly subject: (number: string, title: string, from: string, to: string) => string;
  readonly heading: string;
  readonly says: string;
};

/** To the approver: the date that holds, the one that is asked for instead, why, and who asks. */
export const requestLetter = (
  data: LetterData,
  s: RequestWords,
  asked: {
    readonly to: Instant | undefined;
    readonly toLabel: string;
    readonly byLabel: string;
    readonly more?: readonly Row[];
    readonly said: readonly Block[];
  },
): Draft => {
  const { row, clause } = sentencesIn(data.locale);
  const { about, case: current, policy, locale } = data;
  const { title, rules, reading } = clockOf(data);
  const [from, to] = [dueWords(data, reading?.due), dueWords(data, asked.to)];
  const rows: Row[] = [
    { label: row.clock, value: clause(title, rules) },
    { label: row.promisedDue, value: from },
    { label: asked.toLabel, value: to },
    ...(asked.more ?? []),
  ];
  const by: Row[] = [
    { label: asked.byLabel, value: who(data) },
    { label: row.askedAt, value: sayMoment(about.at, policy.calendar.timeZone, locale) },
  ];
  return {
    subject: s.subject(current.number, title, from, to),
    preview: s.says,
    heading: s.heading,
    blocks: [{ is: "moved", rows }, ...asked.said, { is: "facts", rows: by }, { is: "words", text: s.says }],
  };
};

type DecisionWords = {
  readonly approvedSubject: (number: string, title: string, due: string) => string;
  readonly refusedSubject: (number: string, title: string, due: string) => string;
  readonly late: string;
};

/** How it was decided: the first date beside the one that holds now, what staff must know of it, and what was said. */
export const decisionLetter = (
  data: LetterData,
  s: DecisionWords,
  decided: {
    readonly approved: boolean;
    readonly heading: string;
    /** What the reporter is told first. */
    readonly lead: string;
    readonly due: string;
    readonly newLabel: string;
    /** It was decided once the date had passed: staff alone are told. */
    readonly late: boolean;
    readonly facts: readonly Row[];
    readonly said: readonly Block[];
  },
): Draft => {
  const { row, clause } = sentencesIn(data.locale);
  const { title, rules, reading } = clockOf(data);
  const { approved, heading, due } = decided;
  const staff = data.audience === "staff";
  const rows: Row[] = [
    { label: row.clock, value: clause(title, rules) },
    ...(approved ? [{ label: row.firstDue, value: dueWords(data, reading?.effectiveDue) }] : []),
    { label: approved ? decided.newLabel : row.promisedDue, value: due },
  ];
  const inside: readonly Block[] = [
    ...(decided.late ? [{ is: "words", text: s.late } as const] : []),
    { is: "facts", rows: decided.facts },
    ...decided.said,
  ];
  return {
    subject: (approved ? s.approvedSubject : s.refusedSubject)(data.case.number, title, due),
    preview: heading,
    heading,
    blocks: [
      ...(staff ? [] : [{ is: "words", text: decided.lead } as const]),
      { is: "moved", rows },
      ...(staff ? inside : []),
    ],
  };
};
