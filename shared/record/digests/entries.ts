import type { Line } from "../../digest/digest.ts";
import { say } from "../../kernel/text.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { dueOfEntry } from "../../register/entry.ts";
import { inTurns } from "../in-turns.ts";
import { type KeptStore, openUntil } from "../kept.ts";
import type { OrgStore } from "../org.ts";
import { deskOf, type EntryRecord, listOf } from "../registers/entries.ts";
import { type LoadedEntry, readEntry } from "../registers/load.ts";
import { byDue } from "./shown.ts";

type Reads = { readonly entries: Pick<KeptStore<EntryRecord>, "open">; readonly orgs: OrgStore };

const lineOf = (found: LoadedEntry): readonly Line[] => {
  const { entry, record, form, policy } = found;
  const due = dueOfEntry(found, entry);
  const [step] = entry.waits;
  if (due === undefined || step === undefined) return [];
  return [
    {
      place: `registers?of=${encodeURIComponent(listOf(policy.id, form.id))}`,
      name: record.number ?? form.title,
      what: say(`${form.title["zh-CN"]}：${step.title["zh-CN"]}`, `${form.title.en}: ${step.title.en}`),
      whose: rolesSaid(policy, step.by),
      due,
    },
  ];
};

/** What entries of registers wait for, where a clock of the regulation runs for it; costs what waits. */
export const entryWork = (deps: Reads) =>
  byDue("entries", async ({ org, policy }, until) => {
    const found = await inTurns(policy.roles, ({ id }) => openUntil(deps.entries, org, deskOf(policy.id, id), until));
    return (await inTurns(found.flat(), async (record) => lineOf(await readEntry(deps, record)))).flat();
  });
