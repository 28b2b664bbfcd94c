import type { PastCase } from "../case/replay.ts";
import { CaseId, type OrgId } from "../kernel/ids.ts";
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

/** As many rows at a time as a query answers. */
const ROWS = 500;

const refsOf = async (
  { records }: Pick<Deps, "records">,
  org: OrgId,
  month: string,
  policy: string,
): Promise<RecordRef[]> => {
  const refs: RecordRef[] = [];
  for (let after: string | undefined; ; ) {
    const rows = await records.received(org, month, { after, limit: ROWS });
    const own = rows.filter(({ row }) => row.policy.id === policy);
    refs.push(...own.map(({ row }) => ({ kind: "case", org, id: CaseId.parse(row.id) }) as const));
    if (rows.length < ROWS) return refs;
    after = rows.at(-1)?.place;
  }
};

/** What was received under one policy in some months, whatever version of it judged each case. Reads, and writes nothing. */
export const pastCases = async (
  deps: Pick<Deps, "records" | "orgs">,
  { org, policy, months }: { readonly org: OrgId; readonly policy: string; readonly months: readonly string[] },
): Promise<readonly PastCase[]> => {
  const past: PastCase[] = [];
  for (const month of months) {
    const refs = await refsOf(deps, org, month, policy);
    for (let at = 0; at < refs.length; at += AT_A_TIME) {
      const found = await Promise.all(refs.slice(at, at + AT_A_TIME).map((ref) => deps.records.load(ref)));
      for (const record of found) {
        if (record === undefined) continue;
        past.push({ rulebook: await rulebookOf(deps.orgs, record), timeline: record.timeline });
      }
    }
  }
  return past;
};
