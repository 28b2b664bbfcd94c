import type { PastCase } from "../case/replay.ts";
import type { Deps } from "./change.ts";
import type { RecordRef } from "./record.ts";
import { rulebookOf } from "./rulebook.ts";

/** As many records at a time as are fetched side by side. */
const AT_A_TIME = 64;

/** `2025-11`, `2025-12`, `2026-01`: the months from one to another, both of them included. */
export const monthsFrom = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  for (
    let [year = 0, month = 1] = from.split("-").map(Number);
    ;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  ) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    if (name > to) return months;
    months.push(name);
  }
};

const refsOf = async ({ records }: Pick<Deps, "records">, org: string, month: string): Promise<RecordRef[]> => {
  const refs: RecordRef[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await records.received(org, month, cursor);
    refs.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined) return refs;
  }
};

/** What was received under one policy in some months, whatever version of it judged each case. Reads, and writes nothing. */
export const pastCases = async (
  deps: Pick<Deps, "records" | "orgs">,
  { org, policy, months }: { readonly org: string; readonly policy: string; readonly months: readonly string[] },
): Promise<readonly PastCase[]> => {
  const past: PastCase[] = [];
  for (const month of months) {
    const refs = await refsOf(deps, org, month);
    for (let at = 0; at < refs.length; at += AT_A_TIME) {
      const found = await Promise.all(refs.slice(at, at + AT_A_TIME).map((ref) => deps.records.load(ref)));
      for (const record of found) {
        if (record?.policy.id !== policy) continue;
        past.push({ rulebook: await rulebookOf(deps.orgs, record), timeline: record.timeline });
      }
    }
  }
  return past;
};
