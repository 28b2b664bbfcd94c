import { UNREACHED } from "../case/unreached-words.ts";
import type { Draft } from "./block.ts";
import type { LetterData } from "./mail.ts";
import { sentencesIn } from "./sentences.ts";

/** To staff: their customer, or who holds a copy, did not get a mail, and must be told another way. */
export const undelivered = ({ about, case: { number }, locale }: LetterData): Draft => {
  const s = sentencesIn(locale).undelivered;
  if (about.type !== "mailUndelivered") throw new Error(`${about.type} is about no mail`);
  const { to, how, why } = about;
  return {
    subject: s.subject(number, s.who[to]),
    preview: UNREACHED[how][locale],
    heading: s.heading(s.who[to]),
    blocks: [
      { is: "words", text: s.says[to] },
      { is: "facts", rows: [{ label: s.how, value: UNREACHED[how][locale] }] },
      { is: "quote", label: s.why, text: why },
    ],
  };
};
