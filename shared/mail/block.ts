import { cut, oneLine, plain } from "./plain.ts";
import { type Bars, barsText, type Table, tableText } from "./table.ts";

/** What a letter is made of; written once, shown as HTML and as plain text. */
export type Block =
  | { readonly is: "words"; readonly text: string }
  /** A promise: what, by when, and lines that say why that day. */
  | { readonly is: "date"; readonly label: string; readonly date: string; readonly why?: readonly string[] }
  /** A promise that moves or may move: both dates. */
  | { readonly is: "moved"; readonly rows: readonly Row[] }
  | { readonly is: "facts"; readonly rows: readonly Row[] }
  /** What somebody wrote, in full. */
  | { readonly is: "quote"; readonly label: string; readonly text: string }
  | { readonly is: "list"; readonly items: readonly string[] }
  | Table
  | Bars
  /** Where another matter begins. */
  | { readonly is: "section"; readonly text: string }
  /** A picture that the letter carries, by its Content-ID; `alt` says all of it, since many programs show none at first. */
  | {
      readonly is: "picture";
      readonly title: string;
      readonly cid: string;
      readonly alt: string;
      /** Its figures once more in words, for whoever sees it. */
      readonly points: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly is: "button"; readonly label: string; readonly url: string }
  /** A way that few take, in small print. */
  | { readonly is: "aside"; readonly label: string; readonly url: string };
export type Row = { readonly label: string; readonly value: string };

/** What a template writes; the frame around it is the same for all. */
export type Draft = {
  readonly subject: string;
  readonly preview: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
};

/** The most that a letter repeats of what somebody wrote; the rest is on the page it links to. */
const LONGEST = { value: 300, quote: 5000, words: 1000 } as const;

export const value = (text: string): string => oneLine(text, LONGEST.value);
export const quoted = (text: string): string => cut(plain(text), LONGEST.quote);
export const words = (text: string): string => cut(plain(text), LONGEST.words);

const HAN = /\p{Script=Han}/u;

/** A label and what it says, with the colon of the label's script. */
const pair = (label: string, said: string): string => `${value(label)}${HAN.test(label) ? "：" : ": "}${value(said)}`;

const rows = (all: readonly Row[]): string => all.map((row) => pair(row.label, row.value)).join("\n");

const blockText = (block: Block): string => {
  switch (block.is) {
    case "words":
      return words(block.text);
    case "date":
      return [pair(block.label, block.date), ...(block.why ?? []).map((line) => `  ${value(line)}`)].join("\n");
    case "moved":
    case "facts":
      return rows(block.rows);
    case "quote":
      return `${value(block.label)}:\n${quoted(block.text)
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n")}`;
    case "list":
      return block.items.map((item) => `- ${value(item)}`).join("\n");
    case "table":
      return plain(tableText(block));
    case "bars":
      return plain(barsText(block));
    case "section":
      return `== ${value(block.text)} ==`;
    case "picture":
      return words(block.alt);
    case "button":
    case "aside":
      return `${value(block.label)}:\n${block.url}`;
  }
};

/** A letter as plain text, for those who read mail so and for filters that distrust letters without it. */
export const asText = (
  heading: string,
  blocks: readonly Block[],
  footer: readonly string[],
  signature: readonly string[] = [],
): string => {
  const signed = signature.length === 0 ? [] : [signature.map(value).join("\n")];
  const small = `-- \n${footer.map(value).join("\n")}`;
  return `${[value(heading), ...blocks.map(blockText), ...signed, small].join("\n\n")}\n`;
};
