import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { keptMark } from "../find/marks.ts";
import { OrgId } from "../kernel/ids.ts";
import type { OrgStore } from "../record/org.ts";
import { type EntryMark, EntryRecord, type EntryStore } from "../record/registers/entries.ts";
import { tableKept } from "./kept.ts";
import { pointing } from "./pointing.ts";
import { pointedAt } from "./words.ts";

/** A mark in one line, which no word and no mark of a case begins like. */
const spelt = (mark: EntryMark): string =>
  "person" in mark ? keptMark(mark.person) : `entry ${mark.list}\n${mark.subject}`;

/** Entries of registers in the table, with what finds them beside them. */
export const tableEntries = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): EntryStore => {
  const { point, unpoint, digestsOf } = pointing(client, table, orgs, spelt);
  return {
    ...tableKept(client, table, "entry", EntryRecord),
    point,
    unpoint,
    pointed: async (org, mark, { limit, cursor }) => {
      const digest = await digestsOf(org);
      const found = await pointedAt(client, table, org, digest(spelt(mark)), { below: cursor, limit });
      const items = found.map((sk) => ({ org: OrgId.parse(org), id: sk.split("#")[1] ?? "" }));
      return { items, cursor: found.length < limit ? undefined : found.at(-1) };
    },
  };
};
