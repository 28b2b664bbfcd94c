import type { CaseEvent } from "../case/event.ts";
import type { Policy } from "../policy/policy.ts";
import { marksOf, textOf } from "./find.ts";
import { type Mark, marksAsked } from "./marks.ts";
import { flatten, wordsAsked } from "./tokens.ts";

/** So many words are looked up side by side; the others of a long question are checked in what these find. */
const LOOKED_UP = 8;

/** One way to look for what was typed; they are gone one after the other, the surest first. */
export type Way =
  | { readonly by: "number"; readonly number: string }
  | { readonly by: "mark"; readonly mark: Mark }
  | { readonly by: "words"; readonly words: readonly string[]; readonly phrases: readonly string[] };

/** The ways to look for what somebody typed: as a case's number, as what identifies it, and as words that all stand in its text. */
export const waysOf = (typed: string): readonly Way[] => {
  const said = typed.toWellFormed().trim();
  const phrases = said.split(/\s+/u).map(flatten).filter(Boolean);
  const words = [...new Set(phrases.flatMap(wordsAsked))].slice(0, LOOKED_UP);
  return [
    ...(said === "" ? [] : [{ by: "number", number: said.normalize("NFKC") } as const]),
    ...marksAsked(said).map((mark) => ({ by: "mark", mark }) as const),
    ...(words.length === 0 ? [] : [{ by: "words", words, phrases } as const]),
  ];
};

type Told = { readonly policy: Policy; readonly number: string; readonly timeline: readonly CaseEvent[] };

/** Whether a case is what a way asks for. Words were found apart: here they must stand together as they were typed. */
export const fits = (way: Way, { policy, number, timeline }: Told): boolean => {
  switch (way.by) {
    case "number":
      // also by what it was called before it had one
      return (
        number === way.number || timeline.some((event) => event.type === "received" && event.number === way.number)
      );
    case "mark":
      return marksOf(policy, timeline).includes(way.mark);
    case "words": {
      const texts = textOf(policy, timeline).map(flatten);
      return way.phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
    }
  }
};
