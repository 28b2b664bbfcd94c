import type { CivilDate } from "../../calendar/civil-date.ts";
import { registerOf } from "../../policy/register-form.ts";
import type { Raw } from "../../register/command.ts";
import { type EntryGround, stands } from "../../register/entry.ts";
import type { Beside } from "../../register/refusing.ts";
import { dayOf, subjectOf, subjectSaid } from "../../register/register.ts";
import { listOf } from "./entries.ts";
import { type EntryDeps, type LoadedEntry, loadEntry } from "./load.ts";

/** So many entries of one subject are looked at: whoever has more of them has them further back. */
const A_LOOK = 50;

/** The last entries of a register about a subject that still are about it. */
const aboutIt = async (
  deps: EntryDeps,
  { org, policy, form }: { readonly org: string; readonly policy: string; readonly form: string },
  subject: string,
): Promise<readonly LoadedEntry[]> => {
  const mark = { list: listOf(policy, form), subject };
  const { items } = await deps.entries.pointed(org, mark, { limit: A_LOOK });
  const found = await Promise.all(items.map((ref) => loadEntry(deps, ref)));
  return found
    .filter((one) => one !== undefined)
    .filter(({ form: kept, entry }) => subjectOf(kept, entry.answers) === subject && stands(entry));
};

/** What has to be known beside an entry before it may be written: asked for only where its register demands it. */
export const besideOf = async (
  deps: EntryDeps,
  { policy, form }: Pick<EntryGround, "policy" | "form">,
  { org, id, given }: { readonly org: string; readonly id: string; readonly given: Raw },
): Promise<Beside> => {
  const { needs, refuses } = form.entries;
  const subject = subjectSaid(form, given);
  if (subject === undefined) return { onFile: new Set(), days: [] };
  const onFile = new Set<string>();
  for (const need of needs) {
    const other = registerOf(policy, need.form);
    const found = other === undefined ? [] : await aboutIt(deps, { org, policy: policy.id, form: other.id }, subject);
    if (found.some(({ entry }) => entry.state === "COMPLETE")) onFile.add(need.id);
  }
  if (refuses.every(({ within }) => within === undefined)) return { onFile, days: [] };
  const own = await aboutIt(deps, { org, policy: policy.id, form: form.id }, subject);
  const days = own
    .filter(({ record }) => record.id !== id)
    .map(({ entry }): CivilDate => dayOf(policy, form, entry.answers, entry.writtenAt));
  return { onFile, days };
};
