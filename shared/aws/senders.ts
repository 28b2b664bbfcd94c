import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { MailId } from "../kernel/ids.ts";
import { type Instant, toMs } from "../kernel/instant.ts";
import type { OrgStore } from "../record/org.ts";
import { ABSENT, putIf, unlessOtherwise } from "./documents.ts";
import { answeredKey, heardKey } from "./mail-keys.ts";
import { table as columns } from "./table.ts";
import { digests } from "./words.ts";

/** What is remembered of senders, so that no loop lasts; their addresses stand there as digests and go by themselves. */
export type Senders = {
  /** Whether a sender stays below so many mails in this hour; the same mail again counts once. */
  readonly within: (most: number, from: string, mail: MailId, at: Instant) => Promise<boolean>;
  /** True for the first who asks whether a sender may be answered, and for nobody else in thirty days. */
  readonly mayAnswer: (from: string, at: Instant) => Promise<boolean>;
};

const DAYS = { heard: 2, answered: 30 } as const;

const goneAfter = (at: Instant, days: number): number => Math.floor(toMs(at) / 1000) + days * 86_400;

export const tableSenders = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "org">,
): ((org: string) => Senders) => {
  const digestOf = digests(orgs);
  return (org) => {
    const spelt = async (from: string) => (await digestOf(org))(`sender ${from.trim().toLowerCase()}`);
    return {
      within: async (most, from, mail, at) => {
        const Key = heardKey(org, await spelt(from), at.slice(0, 13));
        const heard = await unlessOtherwise(
          client.send(
            new UpdateCommand({
              TableName: table,
              Key,
              UpdateExpression: `ADD mails :mail SET ${columns.expiresAt} = if_not_exists(${columns.expiresAt}, :gone)`,
              ConditionExpression: "attribute_not_exists(mails) OR size(mails) < :most OR contains(mails, :id)",
              ExpressionAttributeValues: {
                ":mail": new Set([mail]),
                ":id": mail,
                ":most": most,
                ":gone": goneAfter(at, DAYS.heard),
              },
              ReturnValues: "UPDATED_NEW",
            }),
          ),
        );
        if (heard === undefined) return false;
        return z.object({ mails: z.set(z.string()) }).parse(heard.Attributes).mails.size <= most;
      },

      mayAnswer: async (from, at) => {
        const Item = { ...answeredKey(org, await spelt(from)), [columns.expiresAt]: goneAfter(at, DAYS.answered) };
        return putIf(client, table, Item, ABSENT);
      },
    };
  };
};
