import { mentionedByEntry } from "../../privacy/mentions.ts";
import type { EntryEvent } from "../../register/event.ts";
import { subjectOf } from "../../register/register.ts";
import { type EntryMark, listOf } from "./entries.ts";
import type { LoadedEntry } from "./load.ts";

/** Everything that events make an entry to be found by: whom or what it is about, and everybody whom it mentions. */
export const marksOf = (
  { form, record: { policy } }: Pick<LoadedEntry, "form" | "record">,
  events: readonly EntryEvent[],
): readonly EntryMark[] => {
  const list = listOf(policy.id, form.id);
  const said = events.flatMap((event) => (event.type === "written" || event.type === "corrected" ? [event] : []));
  const subjects = new Set(said.flatMap(({ answers }) => subjectOf(form, answers) ?? []));
  return [
    ...[...subjects].map((subject) => ({ list, subject })),
    ...mentionedByEntry(events).map((person) => ({ person })),
  ];
};
