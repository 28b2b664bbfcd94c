import type { Line, List } from "../../digest/digest.ts";
import { say } from "../../kernel/text.ts";
import type { Asked, Whole } from "./digests.ts";

/** So many lines of a list stand in a mail at most; the others are counted, and in the file that it carries. */
const LINES_SHOWN = 10;
/** So few of each where there are many lists: a mail that is cut once more says nothing true of what it leaves out. */
const LINES_AT_LEAST = 3;
/** About so many lines make a mail that every program shows whole. */
const LINES_ROOM = 50;
/** So many of what has changed. */
export const CHANGES_SHOWN = 5;
/** More lines than this are counted and no longer listed; the console has them. */
export const MOST_LINES = 20_000;

/** How many lines of each list a mail shows that has some of them. */
export const linesShown = (all: readonly Whole[]): number => {
  const lists = all.filter(({ count }) => count > 0).length;
  return Math.min(LINES_SHOWN, Math.max(LINES_AT_LEAST, Math.floor(LINES_ROOM / Math.max(1, lists))));
};

/** A list as a mail shows it. */
export const shownOf = ({ of, count, lines }: Whole, most: number): List => ({
  of,
  count,
  first: lines.slice(0, most),
});

/** Everything of one kind, the one due first before the others. */
export const wholeOf = (of: Whole["of"], lines: readonly Line[]): Whole => ({
  of,
  count: lines.length,
  lines: lines.toSorted((a, b) => (a.due < b.due ? -1 : 1)).slice(0, MOST_LINES),
});

/** The two lists of what a clock runs for, read as far as each goes: what is past it, and what is to be done soon. */
export const byDue = (
  of: Whole["of"],
  linesUntil: (asked: Asked, until: Asked["until"]) => Promise<readonly Line[]>,
) => ({
  overdue: async (asked: Asked): Promise<Whole> =>
    wholeOf(
      of,
      (await linesUntil(asked, asked.now)).filter(({ due }) => due < asked.now),
    ),
  dueSoon: async (asked: Asked): Promise<Whole> =>
    wholeOf(
      of,
      (await linesUntil(asked, asked.until)).filter(({ due }) => due >= asked.now && due <= asked.until),
    ),
});

/** The same work of several days in one line, under the first of them: what is done twice a day hides nothing else. */
export const together = (lines: readonly (readonly [work: string, Line])[]): readonly Line[] =>
  [...Map.groupBy(lines, ([work]) => work).values()].flatMap((all) => {
    const [first] = all.map(([, line]) => line).toSorted((a, b) => (a.due < b.due ? -1 : 1));
    if (first === undefined) return [];
    const { what } = first;
    const times = say(`${what["zh-CN"]}（${all.length}次）`, `${what.en} (${all.length} times)`);
    return [all.length === 1 ? first : { ...first, what: times }];
  });
