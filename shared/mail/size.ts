import type { Block, Row } from "./block.ts";
import { cut } from "./plain.ts";
import { shorterTable } from "./table.ts";

/** How much of each part a letter keeps. */
type Level = { readonly text: number; readonly rows: number; readonly why: number; readonly value: number };

/** From everything to the least that still says what the letter is about. */
export const LEVELS: readonly Level[] = [
  { text: 5000, rows: Number.POSITIVE_INFINITY, why: Number.POSITIVE_INFINITY, value: 300 },
  { text: 1200, rows: 30, why: 20, value: 200 },
  { text: 300, rows: 10, why: 8, value: 100 },
  { text: 100, rows: 4, why: 0, value: 60 },
];

/** Bytes of a text in UTF-8. */
export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

const first = <T>(all: readonly T[], most: number, rest: T): readonly T[] =>
  all.length <= most ? all : [...all.slice(0, most), rest];

const rowsOf = (rows: readonly Row[], { rows: most, value }: Level): readonly Row[] =>
  first(
    rows.map((row) => ({ label: cut(row.label, value), value: cut(row.value, value) })),
    most,
    { label: "…", value: "…" },
  );

const within = (block: Block, level: Level): Block => {
  switch (block.is) {
    case "words":
    case "quote":
      return { ...block, text: cut(block.text, level.text) };
    case "date":
      return { ...block, why: first(block.why ?? [], level.why, "…") };
    case "moved":
    case "facts":
      return { ...block, rows: rowsOf(block.rows, level) };
    case "list":
      return {
        ...block,
        items: first(
          block.items.map((item) => cut(item, level.value)),
          level.rows,
          "…",
        ),
      };
    case "table":
      return shorterTable(block, level.rows, level.value);
    case "bars":
      return { ...block, bars: block.bars.slice(0, Math.min(level.rows, block.bars.length)) };
    case "section":
    case "picture":
    case "button":
    case "aside":
      return block;
  }
};

/** The blocks with no more of anything than a level keeps; the links stay. */
export const shortened = (blocks: readonly Block[], level: Level): readonly Block[] =>
  blocks.map((block) => within(block, level));
