import { alike, since } from "../case/duplicates.ts";
import { contactMarks } from "../find/marks.ts";
import { CaseId } from "../kernel/ids.ts";
import { accept } from "../kernel/result.ts";
import { change, type Deps, type Loaded, loadCase } from "./change.ts";
import type { RecordRef } from "./record.ts";
import { idAt } from "./store.ts";

const system = { kind: "system" } as const;

/** More than this of one contact is no slip of the hand any more. */
const LOOKED_AT = 5;

/**
 * The latest case of the same contact that says the same where the regulation looks, received shortly before. One query a
 * mark of the contact and one read a case, at most five; nothing where the regulation does not look.
 */
const alikeBefore = async (deps: Deps, { record, rulebook, current }: Loaded): Promise<Loaded | undefined> => {
  const rule = rulebook.policy.intake?.duplicates;
  if (rule === undefined) return undefined;
  const from = since(rule, current.receivedAt);
  const pages = await Promise.all(
    contactMarks(current.contact).map((mark) =>
      deps.records.pointed(record.org, mark, { below: undefined, limit: LOOKED_AT + 1 }),
    ),
  );
  const places = [...new Set(pages.flat())]
    .filter((place) => place >= from)
    .toSorted()
    .toReversed();
  for (const place of places.slice(0, LOOKED_AT)) {
    const id = CaseId.safeParse(idAt(place)).data;
    if (id === undefined || id === record.id) continue;
    const other = await loadCase(deps, { kind: "case", org: record.org, id });
    if (other?.record.policy.id === record.policy.id && alike(rule, current.facts, other.current.facts)) return other;
  }
  return undefined;
};

/** Writes the link to a case into another, once. */
const link = (deps: Deps, ref: RecordRef, { record, current }: Loaded) =>
  change<never>(deps, ref, (found, at) =>
    found.current.duplicates.some(({ of }) => of === record.id)
      ? accept({ events: [] })
      : accept({
          events: [{ type: "duplicateSuspected", at, by: system, of: record.id, number: current.number }],
        }),
  );

/**
 * Says on two cases that they are perhaps one matter, when the second has just been filed; it is never refused for it. A
 * repeat of the filing that finds the link does nothing. Who filed while the link could not be written is told without it.
 */
export const linkAlike = async (deps: Deps, filed: Loaded): Promise<Loaded> => {
  if (filed.current.duplicates.length > 0) return filed;
  const other = await alikeBefore(deps, filed);
  if (other === undefined) return filed;
  await link(deps, other.record, filed);
  const linked = await link(deps, filed.record, other);
  return linked.ok ? linked.value : filed;
};
