import type { FindsBy } from "../policy/field.ts";

/** What identifies a case or its reporter, spelt one way; its kind stands before it, so that a number is never a phone. */
export type Mark = string;

/** Beyond this nothing is an identifier but a sentence. */
const LONGEST = 80;
/** A mobile number; what stands before it is a country's or a trunk's prefix, which some write and some do not. */
const PHONE_DIGITS = 11;
/** Fewer digits are no number to call. */
const LEAST_DIGITS = 5;

const phoneMark = (said: string): Mark | undefined => {
  const digits = said.normalize("NFKC").replace(/\D/g, "");
  return digits.length < LEAST_DIGITS ? undefined : `phone ${digits.slice(-PHONE_DIGITS)}`;
};

const identifierMark = (said: string): Mark | undefined => {
  const spelt = said
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return spelt === "" || spelt.length > LONGEST ? undefined : `identifier ${spelt}`;
};

/** The mark of an address; its case is nobody's business but one server's, and that of none we know. */
export const emailMark = (said: string): Mark | undefined => {
  const spelt = said.toWellFormed().normalize("NFKC").trim().toLowerCase();
  return spelt.includes("@") && spelt.length <= 254 ? `email ${spelt}` : undefined;
};

const MARKS = { identifier: identifierMark, phone: phoneMark } as const satisfies Record<FindsBy, unknown>;

/** The mark of an answer to a field that finds cases; undefined for an answer that identifies nothing. */
export const markOf = (by: FindsBy, said: string): Mark | undefined => MARKS[by](said);

/** The marks of somebody who can be reached by these. */
export const contactMarks = ({
  email = "",
  phone = "",
}: {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}): readonly Mark[] => [emailMark(email), phoneMark(phone)].filter((mark) => mark !== undefined);

/** Every mark that what somebody typed may be. */
export const marksAsked = (typed: string): readonly Mark[] =>
  [
    emailMark(typed),
    /^[\d\s()+./-]+$/.test(typed.normalize("NFKC")) ? phoneMark(typed) : undefined,
    identifierMark(typed),
  ].filter((mark) => mark !== undefined);

/** How what is no case is filed under somebody whom it mentions; nothing else is spelt so. */
export const keptMark = (mark: Mark): string => `kept of ${mark}`;
