import type { Locale } from "../kernel/text.ts";
import { asText, type Block, type Draft } from "./block.ts";
import { asHtml } from "./frame.ts";
import { plainLines } from "./look/lines.ts";
import { DEFAULT_LOOK, type House, nameIn } from "./look/look.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { LEVELS, shortened, utf8Length } from "./size.ts";

/** A subject and a preview are one line each, without control characters; `text` says the same as `html`. */
export type Letter = {
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
};

/** The longest subject: mail programs show less, and folding stays short. */
export const SUBJECT = 160;
const PREVIEW = 140;

/** Gmail cuts a letter off at 102 KB, in the middle of a tag where it must. */
const MOST_BYTES = 96_000;

/** The blocks with word of it, above the link, that something was left out. */
const withWord = (blocks: readonly Block[], locale: Locale): readonly Block[] => {
  const at = blocks.findIndex(({ is }) => is === "button");
  const word: Block = { is: "words", text: sentencesIn(locale).shortened };
  return at === -1 ? [...blocks, word] : [...blocks.slice(0, at), word, ...blocks.slice(at)];
};

/**
 * A draft as the company's letter in one language, with its name, colours, signature and small print. What would make it
 * longer than mail programs show is cut, and it says so.
 */
export const written = (house: House, locale: Locale, draft: Draft, small: readonly string[]): Letter => {
  const look = house.look ?? DEFAULT_LOOK;
  const subject = oneLine(draft.subject, SUBJECT);
  const preview = oneLine(draft.preview, PREVIEW);
  const org = nameIn(house, locale);
  const footer = [org, ...small];
  const frame = { locale, org, look, subject, preview, heading: draft.heading, footer };
  const signed = plainLines(look.signature[locale]);
  const printed = plainLines(look.footer[locale]);
  for (const [at, level] of LEVELS.entries()) {
    const blocks = at === 0 ? draft.blocks : withWord(shortened(draft.blocks, level), locale);
    const html = asHtml({ ...frame, blocks });
    if (at < LEVELS.length - 1 && utf8Length(html) > MOST_BYTES) continue;
    return { subject, preview, html, text: asText(draft.heading, blocks, [...footer, ...printed], signed) };
  }
  throw new Error("there is a last level");
};
