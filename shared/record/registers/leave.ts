import type { EntryEvent } from "../../register/event.ts";
import { placesOf } from "../../register/quota.ts";
import { grown } from "./change.ts";
import type { EntryDeps, LoadedEntry } from "./load.ts";
import { marksOf } from "./marks.ts";
import { leavePlaces } from "./places.ts";

type Left = { readonly timeline: readonly EntryEvent[]; readonly event: Extract<EntryEvent, { type: "forgotten" }> };

/**
 * Puts what is left of an entry in its place. What finds it goes first: who is stopped after that finds the entry in the page
 * in hand, and whoever writes meanwhile files it anew and is the one who is read next.
 */
export const leaveOnly = async (deps: EntryDeps, found: LoadedEntry, { timeline, event }: Left): Promise<boolean> => {
  const all = marksOf(found, found.record.timeline);
  const next = grown(found, { ...found.record, timeline: [...timeline] }, [event], event.at);
  const stay = new Set(marksOf(next, timeline).map((mark) => JSON.stringify(mark)));
  await deps.entries.unpoint(
    found.record,
    all.filter((mark) => !stay.has(JSON.stringify(mark))),
  );
  if ((await deps.entries.save(next.record)) === "overtaken") return false;
  await leavePlaces(deps, placesOf(found, found.entry), next);
  return true;
};
