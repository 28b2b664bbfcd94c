import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { OrgId } from "../kernel/ids.ts";
import { houseId, LONG_AGO } from "../obligation/house.ts";
import { objectKey } from "./obligation-keys.ts";
import { wakeKeys } from "./table.ts";

/**
 * Has what a regulation asks of the company itself planned within a minute: it was published, or its settings changed. It
 * is there from the first time on, and whoever reads it meanwhile is overtaken.
 */
export const wakeHouse = async (client: DynamoDBDocumentClient, table: string, org: OrgId, policy: string) => {
  const id = houseId(policy);
  const { wakePk, wakeSk } = wakeKeys({ org, id }, LONG_AGO, "visited");
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: objectKey({ org, id }),
      UpdateExpression:
        "SET kind = :kind, org = :org, id = :id, policy = :policy, version = if_not_exists(version, :none) + :one, " +
        "wakeAt = :at, wakePk = :pk, wakeSk = :sk",
      ExpressionAttributeValues: {
        ":kind": "house",
        ":org": org,
        ":id": id,
        ":policy": policy,
        ":none": 0,
        ":one": 1,
        ":at": LONG_AGO,
        ":pk": wakePk,
        ":sk": wakeSk,
      },
    }),
  );
};
