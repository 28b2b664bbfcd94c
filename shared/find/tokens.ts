/** Scripts that write without spaces between words. */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}`;
const RUNS = new RegExp(`[${UNSPACED}]+|[^ ${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/** A word of a spaced script is cut here: nobody types more of it, and a key has its limit. */
const LONGEST = 64;

/** Text as it is compared: one width and case for all letters (NFKC), and a blank for whatever is neither letter nor digit. */
export const flatten = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

const pairs = (letters: readonly string[]): readonly string[] =>
  letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);

const split = (flat: string, ofRun: (letters: readonly string[]) => readonly string[]): readonly string[] => [
  ...new Set(
    [...flat.matchAll(RUNS)].flatMap(([run]) => (IS_UNSPACED.test(run) ? ofRun([...run]) : [run.slice(0, LONGEST)])),
  ),
];

/**
 * The words under which a text is filed: those of spaced scripts and figures as they are, Chinese by each character and
 * each pair of neighbours, since nobody can say where its words end.
 */
export const wordsOf = (text: string): readonly string[] =>
  split(flatten(text), (letters) => [...letters, ...pairs(letters)]);

/** The fewest words that a text with this in it must be filed under: single characters only where nothing stands beside them. */
export const wordsAsked = (text: string): readonly string[] =>
  split(flatten(text), (letters) => (letters.length === 1 ? letters : pairs(letters)));
