import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Block, Draft, Row } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { LetterData } from "./mail.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

type Spoken = { readonly title: string; readonly rules: string; readonly reading: ClockReading | undefined };

/** What a letter is about: a corrective action, or a clock in its run of that moment. */
export const clockOf = ({ about, policy, clocks, locale }: LetterData): Spoken => {
  if ("corrective" in about) {
    const rule = policy.corrective.find(({ id }) => id === about.corrective);
    return { title: rule?.title[locale] ?? about.corrective, rules: rule?.rules.join(", ") ?? "", reading: undefined };
  }
  const id = "clock" in about ? about.clock : "";
  const clock = policy.clocks.find((one) => one.id === id);
  return {
    title: clock?.title[locale] ?? id,
    rules: clock?.rules.join(", ") ?? "",
    reading: clocks.findLast((one) => one.clock.id === id),
  };
};

const dueOf = ({ about }: LetterData): Instant | undefined => ("due" in about ? about.due : undefined);

const dated = (data: LetterData, { title, rules }: Spoken): Block => ({
  is: "date",
  label: sentencesIn(data.locale).clause(title, rules),
  date: dueWords(data, dueOf(data)),
});

/** To staff: a promise whose day is near (K-7, A-73). */
export const reminder = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).reminder;
  const spoken = clockOf(data);
  const due = dueWords(data, dueOf(data));
  return {
    subject: s.subject(data.case.number, spoken.title, due),
    preview: s.says,
    heading: s.heading(spoken.title),
    blocks: [{ is: "words", text: s.says }, dated(data, spoken)],
  };
};

/** To staff: a promise that was not kept (D-01). */
export const breach = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).breach;
  const spoken = clockOf(data);
  return {
    subject: s.subject(data.case.number, spoken.title, dueWords(data, dueOf(data))),
    preview: s.says,
    heading: s.heading(spoken.title),
    blocks: [{ is: "words", text: s.says }, dated(data, spoken)],
  };
};

/** Who did what a letter is about; nobody where the engine did. */
export const who = ({ about }: LetterData): string => (about.by.kind === "staff" ? about.by.name : "");

/** To the approver (运营总监): both dates and the reason (DFA-04, DFA-06). */
export const extensionRequest = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.extensionRequest;
  const { about, case: current, policy, locale } = data;
  const { title, rules, reading } = clockOf(data);
  const from = dueWords(data, reading?.due);
  const to = about.type === "extensionRequested" ? dueWords(data, about.newDue) : "";
  const rows: Row[] = [
    { label: all.row.clock, value: all.clause(title, rules) },
    { label: all.row.promisedDue, value: from },
    { label: all.row.wantedDue, value: to },
  ];
  return {
    subject: s.subject(current.number, title, from, to),
    preview: s.says,
    heading: s.heading,
    blocks: [
      { is: "moved", rows },
      { is: "quote", label: s.reason, text: about.type === "extensionRequested" ? about.reason : "" },
      {
        is: "facts",
        rows: [
          { label: all.row.askedBy, value: who(data) },
          { label: all.row.askedAt, value: sayMoment(about.at, policy.calendar.timeZone, locale) },
        ],
      },
      { is: "words", text: s.says },
    ],
  };
};

/** How an extension was decided. The reporter learns the dates; reason and remark stay in the house (DFA-07). */
export const extensionDecision = (data: LetterData): Draft => {
  const all = sentencesIn(data.locale);
  const s = all.extensionDecision;
  const { about, case: current, audience } = data;
  const { title, rules, reading } = clockOf(data);
  const decided = about.type === "extensionDecided" ? about : undefined;
  const approved = decided?.approved === true;
  const asked = current.extensions.find(({ id }) => id === decided?.extension);
  const due = dueWords(data, approved ? (asked?.newDue ?? reading?.due) : reading?.due);
  const late = approved && (reading?.extensions.find(({ newDue }) => newDue === asked?.newDue)?.late ?? false);
  const staff = audience === "staff";
  const remark = staff ? decided?.remark : undefined;
  return {
    subject: (approved ? s.approvedSubject : s.refusedSubject)(current.number, title, due),
    preview: approved ? s.approved : s.refused,
    heading: approved ? s.approved : s.refused,
    blocks: [
      ...(staff ? [] : [{ is: "words", text: approved ? s.toReporter(title) : s.stays(title) } as const]),
      {
        is: "moved",
        rows: [
          { label: all.row.clock, value: all.clause(title, rules) },
          ...(approved ? [{ label: all.row.firstDue, value: dueWords(data, reading?.effectiveDue) }] : []),
          { label: approved ? all.row.newDue : all.row.promisedDue, value: due },
        ],
      },
      ...(late && staff ? [{ is: "words", text: s.late } as const] : []),
      ...(staff ? [{ is: "facts", rows: [{ label: all.row.decidedBy, value: who(data) }] } as const] : []),
      ...(remark === undefined ? [] : [{ is: "quote", label: s.remark, text: remark } as const]),
    ],
  };
};
