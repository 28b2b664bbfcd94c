import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import type { Entry, TallyKey, TallyStore } from "../record/tally.ts";
import { unlessOtherwise } from "./documents.ts";
import { tallyKey } from "./table.ts";

/** `members` says who is in, `entries` in which order they came; who left and came back counts from the last time. */
const Stored = z.object({
  members: z.set(z.string()).default(new Set()),
  entries: z.array(z.object({ member: z.string(), at: Instant })).default([]),
});

const entriesIn = (item: unknown): readonly Entry[] => {
  const { members, entries } = Stored.parse(item ?? {});
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    last.delete(entry.member);
    last.set(entry.member, entry);
  }
  return [...last.values()].filter(({ member }) => members.has(member));
};

/** A person's name is no part of a key: keys are seen by more people than items. */
const keyOf = ({ org, policy, rule, subject, period }: TallyKey) =>
  tallyKey(org, policy, rule, period, createHash("sha256").update(subject).digest("hex"));

const names = { "#members": "members", "#entries": "entries" };

/** Tallies in the table: one item each, one conditional update an entry. */
export const tableTallies = (client: DynamoDBDocumentClient, table: string): TallyStore => {
  const read = async (key: TallyKey): Promise<readonly Entry[]> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
    return entriesIn(Item);
  };

  return {
    read,

    enter: async (key, entry, most) => {
      const room = most === undefined ? "" : " AND size(#members) < :most";
      const none = most === 0 ? "attribute_exists(#members) AND " : "";
      const entered = await unlessOtherwise(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(key),
            UpdateExpression: "SET #entries = list_append(if_not_exists(#entries, :none), :entry) ADD #members :member",
            ConditionExpression: `${none}(attribute_not_exists(#members) OR (NOT contains(#members, :id)${room}))`,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: {
              ":none": [],
              ":entry": [entry],
              ":member": new Set([entry.member]),
              ":id": entry.member,
              ...(most === undefined ? {} : { ":most": most }),
            },
            ReturnValues: "ALL_NEW",
          }),
        ),
      );
      if (entered !== undefined) return { in: true, entries: entriesIn(entered.Attributes) };
      const entries = await read(key);
      return { in: entries.some(({ member }) => member === entry.member), entries };
    },

    leave: async (key, member) => {
      await unlessOtherwise(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(key),
            UpdateExpression: "DELETE #members :member",
            ConditionExpression: "contains(#members, :id)",
            ExpressionAttributeNames: { "#members": names["#members"] },
            ExpressionAttributeValues: { ":member": new Set([member]), ":id": member },
          }),
        ),
      );
    },
  };
};
