import { contactMarks, keptMark, type Mark } from "../find/marks.ts";
import { InspectionId } from "../kernel/ids.ts";
import type { PersonOrder } from "../privacy/order.ts";
import { forgetMentionedIn } from "./inspections/forget.ts";
import type { ForgetDeps, StageWork } from "./person-orders.ts";
import { EntryId } from "./registers/entries.ts";
import { forgetInEntry } from "./registers/forget.ts";

/** So many records that mention somebody are gone through at a time. */
const A_PAGE = 25;

/** Every number and address by which somebody is known to be reached. */
const marksOfPerson = ({ people }: PersonOrder): readonly Mark[] => [...new Set(people.flatMap(contactMarks))];

/** Where a page goes on: at which of their numbers and addresses, and below which record. */
const placeOf = (below: string | undefined): readonly [number, string | undefined] => {
  const [nth = "0", at = ""] = below?.split("|") ?? [];
  return [Number(nth), at || undefined];
};

/**
 * Entries of registers and inspections that mention their number or address, each found by the digest that it was filed
 * under: it costs what there is of them, whatever else is kept.
 */
export const keptOf: StageWork<ForgetDeps> = {
  find: async ({ orders }, order) => {
    const [nth, below] = placeOf(order.below);
    const marks = marksOfPerson(order);
    const mark = marks[nth];
    if (mark === undefined) return { places: [] };
    const digest = await orders.digest(order.org, keptMark(mark));
    const found = await orders.pointed(order.org, digest, { below, limit: A_PAGE });
    const last = found.length < A_PAGE ? undefined : found.at(-1);
    const next = last !== undefined ? `${nth}|${last}` : nth + 1 < marks.length ? `${nth + 1}|` : undefined;
    return { places: found.map((place) => place.split("#")[1] ?? ""), next };
  },
  judge: async (deps, order, id) => {
    const theirs = new Set(marksOfPerson(order));
    if (EntryId.safeParse(id).success) return forgetInEntry(deps, order, theirs, id);
    return InspectionId.safeParse(id).success ? forgetMentionedIn(deps, order, theirs, id) : undefined;
  },
};
