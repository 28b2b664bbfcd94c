import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { OrgStore } from "../record/org.ts";
import { Suppression, type SuppressionStore } from "../record/suppression.ts";
import { known, putIf } from "./documents.ts";
import { suppressedKey } from "./survey-keys.ts";
import { digests } from "./words.ts";

/** Addresses stand there as digests under the company's key, so that a list of them is no list of people. */
export const tableSuppressions = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): SuppressionStore => {
  const digestOf = digests(orgs);
  const keyOf = async (org: string, email: string) =>
    suppressedKey(org, (await digestOf(org))(`suppressed ${email.trim().toLowerCase()}`));

  return {
    of: async (org, email) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: await keyOf(org, email) }));
      return Item === undefined ? undefined : known(Suppression, Item);
    },

    add: async (org, email, suppression) => {
      const condition = {
        ConditionExpression: "attribute_not_exists(pk) OR (#is = :wish AND :is <> :wish)",
        ExpressionAttributeNames: { "#is": "is" },
        ExpressionAttributeValues: { ":wish": "unsubscribed", ":is": suppression.is },
      };
      // the first reason stays, but a wish for no more surveys gives way to one that closes the address to all mail
      await putIf(client, table, { ...(await keyOf(org, email)), ...suppression }, condition);
    },
  };
};
