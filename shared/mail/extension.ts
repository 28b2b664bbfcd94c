import type { Draft } from "./block.ts";
import { clockOf, who } from "./deadline.ts";
import type { LetterData } from "./mail.ts";
import { decisionLetter, quotes, requestLetter } from "./moved-date.ts";
import { dueWords } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

/** To the approver (运营总监): both dates and the reason (DFA-04, DFA-06). */
export const extensionRequest = (data: LetterData): Draft => {
  const { row, extensionRequest: s } = sentencesIn(data.locale);
  const asked = data.about.type === "extensionRequested" ? data.about : undefined;
  return requestLetter(data, s, {
    to: asked?.newDue,
    toLabel: row.wantedDue,
    byLabel: row.askedBy,
    said: quotes([[s.reason, asked?.reason]]),
  });
};

/** How an extension was decided. The reporter learns the dates; reason and remark stay in the house (DFA-07). */
export const extensionDecision = (data: LetterData): Draft => {
  const { row, extensionDecision: s } = sentencesIn(data.locale);
  const { title, reading } = clockOf(data);
  const decided = data.about.type === "extensionDecided" ? data.about : undefined;
  const approved = decided?.approved === true;
  const asked = data.case.extensions.find(({ id }) => id === decided?.extension);
  return decisionLetter(data, s, {
    approved,
    heading: approved ? s.approved : s.refused,
    lead: approved ? s.toReporter(title) : s.stays(title),
    due: dueWords(data, approved ? (asked?.newDue ?? reading?.due) : reading?.due),
    newLabel: row.newDue,
    late: approved && (reading?.extensions.find(({ newDue }) => newDue === asked?.newDue)?.late ?? false),
    facts: [{ label: row.decidedBy, value: who(data) }],
    said: quotes([[s.remark, decided?.remark]]),
  });
};
