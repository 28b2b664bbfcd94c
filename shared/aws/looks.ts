import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { type LookStore, LookVersion } from "../record/look.ts";
import { known, unlessOtherwise } from "./documents.ts";
import { join, type Key, orgKey } from "./table.ts";

/** A look that a company's letters once had; the present one lies with its settings. */
const lookKey = (org: string, version: number): Key => ({
  pk: join("ORG", org, "LOOKS"),
  sk: String(version).padStart(6, "0"),
});

/** What letters look like: the present look beside the company's settings, so that a mail costs no further read. */
export const tableLooks = (client: DynamoDBDocumentClient, table: string): LookStore => ({
  current: async (org) => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: table,
        Key: orgKey(org),
        ConsistentRead: true,
        ProjectionExpression: "pk, #look",
        ExpressionAttributeNames: { "#look": "look" },
      }),
    );
    return Item === undefined ? undefined : { chosen: LookVersion.optional().parse(Item.look) };
  },

  past: async (org, most) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": lookKey(org, 0).pk },
        ScanIndexForward: false,
        Limit: most,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => known(LookVersion, item));
  },

  choose: async (org, next, before) => {
    // the one before is put away first: who dies in between leaves a copy of what is still there, and loses nothing
    if (before !== undefined) {
      await client.send(new PutCommand({ TableName: table, Item: { ...lookKey(org, before.version), ...before } }));
    }
    const saved = await unlessOtherwise(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: orgKey(org),
          UpdateExpression: "SET #look = :next",
          ConditionExpression:
            before === undefined ? "attribute_exists(pk) AND attribute_not_exists(#look)" : "#look.version = :read",
          ExpressionAttributeNames: { "#look": "look" },
          ExpressionAttributeValues: { ":next": next, ...(before === undefined ? {} : { ":read": before.version }) },
        }),
      ),
    );
    return saved === undefined ? "overtaken" : "saved";
  },
});
