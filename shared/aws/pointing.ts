import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { KeptRecord } from "../record/kept.ts";
import type { OrgStore } from "../record/org.ts";
import { join, type Key, wordPk } from "./table.ts";
import { deleteEach, digests, putEach } from "./words.ts";

type Filed = Pick<KeptRecord, "org" | "id" | "filed">;

/**
 * What finds a kept record beside its list, as items of their own: the name of each is a digest under the company's key, and
 * it leads to the record by when that was filed. Nothing is written, or asked for, where there is nothing to find it by.
 */
export const pointing = <M>(
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
  spelt: (mark: M) => string,
) => {
  const digestsOf = digests(orgs);
  const keysOf = async ({ org, id, filed }: Filed, marks: readonly M[]): Promise<readonly Key[]> => {
    if (marks.length === 0) return [];
    const digest = await digestsOf(org);
    return marks.map((mark) => ({ pk: wordPk(org, digest(spelt(mark))), sk: join(filed.at, id) }));
  };
  return {
    digestsOf,
    point: async (record: Filed, marks: readonly M[]) => putEach(client, table, await keysOf(record, marks)),
    unpoint: async (record: Filed, marks: readonly M[]) => deleteEach(client, table, await keysOf(record, marks)),
  };
};
