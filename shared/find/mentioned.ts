import { emailMark, type Mark, markOf } from "./marks.ts";

/** Characters that stand in an address; what a sentence puts around it does not. */
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+[\p{L}\p{N}]/gu;
/** Digits as people write numbers to call, with what they put between them. */
const DIGITS = /\+?\d(?:[\d ()./-]*\d)?/g;
const DAY = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
/** Fewer digits in a sentence are no number to call; more are several, or none. */
const LEAST = 7;
const MOST = 15;
/** A mobile number has so many, and needs nothing beside it. */
const WHOLE = 11;

const digitsIn = (said: string): number => said.replace(/\D/g, "").length;

/** A run of digits is one number with spaces in it, or several: each by itself where they are too many, or it is long enough. */
const numbersIn = (run: string): readonly string[] => {
  const several = digitsIn(run) > MOST;
  const pieces = run.split(" ").filter((piece) => digitsIn(piece) >= (several ? LEAST : WHOLE));
  return [run, ...pieces].filter((one) => {
    const length = digitsIn(one);
    return length >= LEAST && length <= MOST && !DAY.test(one);
  });
};

/** The telephone numbers and addresses that a text mentions, spelt as a person is asked for by them. */
export const mentionedIn = (text: string): readonly Mark[] => {
  const flat = text.toWellFormed().normalize("NFKC");
  const found = [
    ...(flat.match(ADDRESS) ?? []).map(emailMark),
    ...(flat.match(DIGITS) ?? []).flatMap(numbersIn).map((number) => markOf("phone", number)),
  ];
  return [...new Set(found.filter((mark) => mark !== undefined))];
};
