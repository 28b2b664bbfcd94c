import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Policy } from "../policy/policy.ts";
import { LookVersion } from "../record/look.ts";
import { Org, type OrgStore } from "../record/org.ts";
import { ABSENT, putIf } from "./documents.ts";
import { wakeHouse } from "./houses.ts";
import { inboxKey } from "./mail-keys.ts";
import { counterKey, indexes, orgKey, orgsKeys, orgsPk, policyKey } from "./table.ts";
import { tableTallies } from "./tallies.ts";

const Published = z.object({ hash: z.string(), source: z.string() });

/** Companies, their published policies and counters. A version never changes, so a function reads each only once. */
export const tableOrgs = (client: DynamoDBDocumentClient, table: string): OrgStore => {
  const versions = new Map<string, Policy>();

  const published = async (org: string, id: string, version: number) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: policyKey(org, id, version), ConsistentRead: true }),
    );
    return Published.optional().parse(Item);
  };

  const org = async (id: string) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: orgKey(id) }));
    if (Item === undefined) return undefined;
    return Org.parse({ ...Item.settings, look: LookVersion.optional().parse(Item.look)?.look });
  };

  return {
    tallies: tableTallies(client, table),

    org,

    all: async () => {
      const found: string[] = [];
      let after: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            IndexName: "wake",
            KeyConditionExpression: "#pk = :all",
            ExpressionAttributeNames: { "#pk": indexes.wake.pk },
            ExpressionAttributeValues: { ":all": orgsPk },
            ExclusiveStartKey: after,
          }),
        );
        found.push(...(page.Items ?? []).map((item) => z.object({ wakeSk: z.string() }).parse(item).wakeSk));
        after = page.LastEvaluatedKey;
      } while (after !== undefined);
      return found;
    },

    atInbox: async (address) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: inboxKey(address) }));
      return Item === undefined ? undefined : org(z.object({ org: z.string() }).parse(Item).org);
    },

    putOrg: async (org) => {
      const Item = { ...inboxKey(org.mailFrom), org: org.id };
      const own = { ConditionExpression: "attribute_not_exists(pk) OR #org = :org" };
      const named = { ExpressionAttributeNames: { "#org": "org" }, ExpressionAttributeValues: { ":org": org.id } };
      // two companies may write from one address: what comes in to it is that of whoever had it first
      await putIf(client, table, Item, { ...own, ...named });
      const { wakePk, wakeSk } = orgsKeys(org.id);
      const { look: _itsOwn, ...settings } = org; // beside the settings, and never written with them
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: orgKey(org.id),
          UpdateExpression: "SET settings = :settings, #pk = :pk, #sk = :sk",
          ExpressionAttributeNames: { "#pk": indexes.wake.pk, "#sk": indexes.wake.sk },
          ExpressionAttributeValues: { ":settings": settings, ":pk": wakePk, ":sk": wakeSk },
        }),
      );
      for (const id of new Set(org.policies.map(({ ref }) => ref.id))) await wakeHouse(client, table, org.id, id);
    },

    policy: async (org, { id, version }) => {
      const name = `${org} ${id} ${version}`;
      const before = versions.get(name);
      if (before !== undefined) return before;
      const found = await published(org, id, version);
      if (found === undefined) throw new Error(`${org} never published ${id} v${version}`);
      const policy = Policy.parse(JSON.parse(found.source));
      versions.set(name, policy);
      return policy;
    },

    publish: async (org, { id, version, hash }, source, { by, at }) => {
      const Item = { ...policyKey(org, id, version), hash, by, at, source: JSON.stringify(source) };
      if (await putIf(client, table, Item, ABSENT)) return "published";
      return (await published(org, id, version))?.hash === hash ? "same" : "different";
    },

    next: async (org, counter) => {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: counterKey(org, counter),
          UpdateExpression: "ADD #count :one",
          ExpressionAttributeNames: { "#count": "count" },
          ExpressionAttributeValues: { ":one": 1 },
          ReturnValues: "UPDATED_NEW",
        }),
      );
      return z.object({ count: z.number().int() }).parse(Attributes).count;
    },
  };
};
