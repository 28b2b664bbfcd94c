/** Marks that turn the direction of what follows: a name must not be able to rewrite the line it stands in. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Line ends and separators of every kind. */
const BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g;

/** Customer text as a letter may carry it: whole characters, no controls beyond line ends and tabs, no turning marks. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(TURNING, "");

/** At most `max` characters, the last an ellipsis where something was cut; no character is cut in two. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const characters = [...text];
  if (characters.length <= max) return text;
  const kept = characters.slice(0, max - 1).join("");
  return `${kept.replace(/(?:\s|\u200d|\ufe0f)+$/u, "")}…`;
};

/** One line for a header: nothing in it can begin another header. */
export const oneLine = (text: string, max: number): string =>
  cut(plain(text.replace(BREAKS, " ")).replace(/\s+/g, " ").trim(), max);

/**
 * The same for a text that goes into a header as it is: an encoded word (RFC 2047) that somebody wrote themselves would be
 * decoded by its reader's program into what we never saw.
 */
export const headerText = (text: string, max: number): string => oneLine(text, max).replaceAll("=?", "= ?");
