import type { DutyObject } from "../../obligation/object.ts";
import type { ObligationStore } from "./obligations.ts";

/** Queries that a page of a search may cost; it may come back short, and says where to go on. */
const READS = 20;
/** The most that a query looks at. */
const MOST = 200;

const says = ({ id, title, contact }: DutyObject, words: string): boolean =>
  [id, title, contact.name, contact.phone ?? "", contact.address ?? ""].some((one) =>
    one.toLowerCase().includes(words),
  );

/** A page of what a company visits in whose number, name or contact some words stand: the whole list where there are none. */
export const findObjects = async (
  { obligations }: { readonly obligations: Pick<ObligationStore, "objects"> },
  org: string,
  {
    q = "",
    limit,
    cursor,
  }: { readonly q?: string | undefined; readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ readonly items: readonly DutyObject[]; readonly cursor: string | undefined }> => {
  const words = q.toLowerCase();
  if (words === "") return obligations.objects(org, limit, cursor);
  const items: DutyObject[] = [];
  let at = cursor;
  for (let reads = 0; reads < READS; reads += 1) {
    const page = await obligations.objects(org, MOST, at);
    for (const one of page.items) {
      if (says(one, words)) items.push(one);
      if (items.length === limit) return { items, cursor: one.id };
    }
    at = page.cursor;
    if (at === undefined) break;
  }
  return { items, cursor: at };
};
