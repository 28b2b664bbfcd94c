import type { Instant } from "../kernel/instant.ts";
import type { KeptKind, KeptRecord, KeptRef } from "../record/kept.ts";
import { join, type Key, queueKeys, queuePk } from "./table.ts";

/* The keys of kept records; the questions that they answer stand in table.ts. */

const keptPk = (kind: KeptKind, { org, id }: KeptRef): string => join("ORG", org, kind, id);

/** One kept record, whole. */
export const keptKey = (kind: KeptKind, ref: KeptRef): Key => ({ pk: keptPk(kind, ref), sk: "RECORD" });

/** The key that an entry of an index names. */
export const keptNamed = (kind: KeptKind, org: string, indexSk: string): Key => {
  const [, id = ""] = indexSk.split("#");
  return { pk: join("ORG", org, kind, id), sk: "RECORD" };
};

/** The partition of a list's month. */
export const filedPk = (kind: KeptKind, org: string, list: string, month: string): string =>
  join("LEDGER", org, `${kind}:${list}`, month);

/** Where a record stands in its list, for good. */
export const filedKeys = ({ kind, org, id, filed: { list, at } }: KeptRecord) => ({
  ledgerPk: filedPk(kind, org, list, at.slice(0, 7)),
  ledgerSk: join(at, id),
});

const deskOf = (kind: KeptKind, desk: string): string => `${kind}:${desk}`;

/** The partition of a desk's open work of a kind. */
export const openPk = (kind: KeptKind, org: string, desk: string): string => queuePk(org, deskOf(kind, desk));

/** Where a record stands in it while it is open. */
export const openKeys = (
  { kind, org, id }: Pick<KeptRecord, "kind" | "org" | "id">,
  { desk, at }: { readonly desk: string; readonly at: Instant },
) => queueKeys(org, deskOf(kind, desk), at, id);
