import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OrgStore } from "../record/org.ts";
import { closedBy, type Listed, Suppression, type SuppressionDesk } from "../record/suppression.ts";
import { known, pageOf, putIf } from "./documents.ts";
import { suppressedKey, suppressionPlace, suppressionsPk } from "./survey-keys.ts";
import { digests } from "./words.ts";

const Place = z.object({ sk: z.string() });

/** Nothing was written since it was read; what was stored before it had versions has none. */
const unchanged = (before: Suppression | undefined) => {
  if (before === undefined) return { ConditionExpression: "attribute_not_exists(pk)" };
  if (before.version === undefined)
    return { ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(version)" };
  return { ConditionExpression: "version = :read", ExpressionAttributeValues: { ":read": before.version } };
};

/** Addresses stand there as digests under the company's key, so that a list of them is no list of people. */
export const tableSuppressions = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): SuppressionDesk => {
  const digestOf = digests(orgs);
  const idOf = async (org: string, email: string) => (await digestOf(org))(`suppressed ${email.trim().toLowerCase()}`);

  const one = async (org: string, id: string): Promise<Listed | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: suppressedKey(org, id) }));
    return Item === undefined ? undefined : { ...known(Suppression, Item), id };
  };

  const put = (org: string, id: string, before: Suppression | undefined, next: Suppression) =>
    putIf(
      client,
      table,
      { ...suppressedKey(org, id), ...Suppression.parse(next), version: (before?.version ?? 0) + 1 },
      unchanged(before),
    );

  /** Changes what stands there, and looks again when somebody was faster; nothing where there is nothing to change. */
  const change = async (
    org: string,
    id: string,
    how: (before: Suppression | undefined) => Suppression | undefined,
  ): Promise<void> => {
    for (;;) {
      const found = await one(org, id);
      const { id: _, ...before } = found ?? { id };
      const stood = found === undefined ? undefined : (before as Suppression); // all but its id
      const next = how(stood);
      if (next === undefined) return;
      // its place comes first: one that leads to nothing new is passed over
      await client.send(new PutCommand({ TableName: table, Item: suppressionPlace(org, next.at, id) }));
      if (await put(org, id, stood, next)) return;
    }
  };

  return {
    one,
    of: async (org, email) => {
      const found = await one(org, await idOf(org, email));
      return found?.open === true ? undefined : found;
    },
    add: async (org, email, closed) => change(org, await idOf(org, email), (before) => closedBy(before, email, closed)),
    list: async (org, limit, cursor) => {
      const page = await pageOf(client, table, suppressionsPk(org), { limit, cursor, lastFirst: true });
      const places = page.items.map((item) => Place.parse(item).sk.split("#"));
      const found = await Promise.all(places.map(async ([at, id = ""]) => ({ at, is: await one(org, id) })));
      // whoever was closed anew has an older place too
      return {
        items: found.flatMap(({ at, is }) => (is !== undefined && is.at === at ? [is] : [])),
        cursor: page.cursor,
      };
    },
    save: async (org, { id, ...next }) => ((await put(org, id, next, next)) ? "saved" : "overtaken"),
    forget: async (org, email) =>
      change(org, await idOf(org, email), (before) =>
        before?.shown === undefined ? undefined : { ...before, shown: undefined },
      ),
  };
};
