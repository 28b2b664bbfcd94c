import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { OrgId } from "../kernel/ids.ts";
import type { OrgStore } from "../record/org.ts";
import { type EntryMark, EntryRecord, type EntryStore } from "../record/registers/entries.ts";
import { tableKept } from "./kept.ts";
import { join, wordPk } from "./table.ts";
import { digests, pointedAt, putEach } from "./words.ts";

/** A mark in one line, which no word and no mark of a case begins like. */
const spelt = (mark: EntryMark): string =>
  "person" in mark ? `entry of ${mark.person}` : `entry ${mark.list}\n${mark.subject}`;

/** Entries of registers in the table. What finds one is an item beside it, its name a digest under the company's key. */
export const tableEntries = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): EntryStore => {
  const digestsOf = digests(orgs);
  return {
    ...tableKept(client, table, "entry", EntryRecord),
    point: async ({ org, id, filed }, marks) => {
      const digest = marks.length === 0 ? undefined : await digestsOf(org);
      if (digest === undefined) return;
      const items = marks.map((mark) => ({ pk: wordPk(org, digest(spelt(mark))), sk: join(filed.at, id) }));
      await putEach(client, table, items);
    },
    pointed: async (org, mark, { limit, cursor }) => {
      const digest = await digestsOf(org);
      const found = await pointedAt(client, table, org, digest(spelt(mark)), { below: cursor, limit });
      const items = found.map((sk) => ({ org: OrgId.parse(org), id: sk.split("#")[1] ?? "" }));
      return { items, cursor: found.length < limit ? undefined : found.at(-1) };
    },
  };
};
