import type { Line } from "../../digest/digest.ts";
import { say } from "../../kernel/text.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { dueOfEntry } from "../../register/entry.ts";
import { inTurns } from "../in-turns.ts";
import { type KeptStore, openUntil } from "../kept.ts";
import type { OrgStore } from "../org.ts";
import { deskOf, type EntryRecord, listOf } from "../registers/entries.ts";
import { type LoadedEntry, readEntry } from "../registers/load.ts";
import type { Asked, Whole } from "./digests.ts";
import { wholeOf } from "./shown.ts";

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

/** What entries of registers wait for that lies in a span, where a clock of the regulation runs for it; costs what waits. */
const waiting = async (
  deps: Reads,
  { org, policy }: Asked,
  until: Asked["until"],
  wanted: (line: Line) => boolean,
): Promise<Whole> => {
  const found = await inTurns(policy.roles, ({ id }) => openUntil(deps.entries, org, deskOf(policy.id, id), until));
  const lines = await inTurns(found.flat(), async (record) => lineOf(await readEntry(deps, record)));
  return wholeOf("entries", lines.flat().filter(wanted));
};

/** What entries have waited for too long. */
export const overdueEntries =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> =>
    waiting(deps, asked, asked.now, ({ due }) => due < asked.now);

/** What entries wait for that is to be done soon. */
export const entriesDueSoon =
  (deps: Reads) =>
  (asked: Asked): Promise<Whole> =>
    waiting(deps, asked, asked.until, ({ due }) => due >= asked.now && due <= asked.until);
