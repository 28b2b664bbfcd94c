import { addDays, type CivilDate, weekday } from "../../calendar/civil-date.ts";
import { endOfDay, startOfDay } from "../../calendar/zone.ts";
import { type LoadedObligation, loadObligation, type ObligationDeps } from "./change.ts";

/** So many of a list at once; whoever has more makes some first. */
const MOST = 200;

/** A week of the office, from Monday to Sunday. */
export const weekOf = (day: CivilDate): readonly [CivilDate, CivilDate] => {
  const monday = addDays(day, 1 - weekday(day));
  return [monday, addDays(monday, 6)];
};

/**
 * The open visits of some lists that can be made between two days, the one due first before the others. A visit that was
 * closed a moment ago may still stand in the index, so each is looked at itself.
 */
export const obligationsBetween = async (
  deps: ObligationDeps,
  { org, lists, zone }: { readonly org: string; readonly lists: readonly string[]; readonly zone: string },
  [from, to]: readonly [CivilDate, CivilDate],
): Promise<{ readonly visits: readonly LoadedObligation[]; readonly isCut: boolean }> => {
  const [begin, end] = [startOfDay(from, zone), endOfDay(to, zone)];
  const refs = await Promise.all(lists.map((list) => deps.obligations.listed(org, list, end, MOST)));
  const now = deps.now();
  const found = await Promise.all(refs.flat().map((ref) => loadObligation(deps, ref)));
  const visits = found
    .filter((one) => one !== undefined)
    .filter(({ record, obligation: { slot, state } }) => {
      const isOverdue = state === "MISSED" && begin <= now;
      return record.opensAt !== undefined && (slot.due > begin || isOverdue);
    })
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  return { visits, isCut: refs.some((list) => list.length === MOST) };
};

const dueOf = ({ obligation }: LoadedObligation): string => obligation.appointment ?? obligation.slot.due;
