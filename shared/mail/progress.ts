import { eventTitle } from "../policy/explain-words.ts";
import { answerBlocks } from "./answers.ts";
import type { Draft } from "./block.ts";
import { sayMoment } from "./date.ts";
import type { LetterData } from "./mail.ts";
import { nextPromise, promiseBlocks } from "./promise.ts";
import { sentencesIn } from "./sentences.ts";

/** Where the case stands, in the words that this reader is told. */
export const stateWords = ({ policy, case: current, audience, locale }: LetterData): string => {
  const state = policy.workflow?.states.find(({ id }) => id === current.state);
  return (audience === "reporter" ? state?.customer : state?.title)?.[locale] ?? current.state;
};

const told = (data: LetterData) =>
  data.about.type === "step" || data.about.type === "happened" ? answerBlocks(data, data.about) : [];

const stepTitle = ({ policy, about, locale }: LetterData): string => {
  if (about.type === "happened") return eventTitle(policy, about.event)[locale];
  return about.type === "step"
    ? (policy.workflow?.steps.find(({ id }) => id === about.step)?.title[locale] ?? about.step)
    : "";
};

const dated = (subject: string, data: LetterData): string => {
  const next = nextPromise(data);
  return next === "" ? subject : `${subject}${sentencesIn(data.locale).join}${next}`;
};

/** The handling plan (处理方案) to whoever complained, and by when it will be carried out (DFA-03, DFA-05). */
export const planReply = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).planReply;
  return {
    subject: dated(s.subject(data.case.number), data),
    preview: nextPromise(data) || s.says,
    heading: s.heading,
    blocks: [{ is: "words", text: s.says }, ...told(data), ...promiseBlocks(data)],
  };
};

/** A step that its reader may know of. */
export const progress = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).progress;
  const state = stateWords(data);
  const staff = data.audience === "staff";
  const what = staff && stepTitle(data) !== "" ? stepTitle(data) : state;
  return {
    subject: dated(s.subject(data.case.number, what), data),
    preview: staff ? s.forStaff(what, state) : s.says(state),
    heading: what,
    blocks: [
      { is: "words", text: staff ? s.forStaff(what, state) : s.says(state) },
      ...told(data),
      ...promiseBlocks(data),
    ],
  };
};

/** The end of a case. */
export const closed = (data: LetterData): Draft => {
  const s = sentencesIn(data.locale).closed;
  const { about, case: current, policy, locale } = data;
  const when = sayMoment(about.at, policy.calendar.timeZone, locale);
  const says = (data.audience === "staff" ? s.forStaff : s.says)(current.number, when);
  return {
    subject: s.subject(current.number, when),
    preview: says,
    heading: s.heading,
    blocks: [{ is: "words", text: says }, ...told(data)],
  };
};
