import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { CampaignId, OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { CampaignRecord, type CampaignRef, type CampaignStore } from "../record/campaigns/campaigns.ts";
import type { Shard } from "../record/store.ts";
import { Invitation } from "../survey/invitation.ts";
import { isConditionFailed, known } from "./documents.ts";
import { campaignKey, campaignPlace, campaignsPk, INVITATIONS, invitationKey, placeToWake } from "./survey-keys.ts";
import { indexes, wakeKeys, wakePk } from "./table.ts";

/** So many puts at a time. */
const SIDE_BY_SIDE = 16;

const ABSENT = { ConditionExpression: "attribute_not_exists(pk)" };

/** Only over the version that was read. */
const over = (version: number) => ({
  ConditionExpression: "#version = :read",
  ExpressionAttributeNames: { "#version": "version" },
  ExpressionAttributeValues: { ":read": version },
});

const campaignItem = (record: CampaignRecord) => ({
  ...campaignKey(record),
  ...(record.wakeAt === undefined ? {} : wakeKeys(record, record.wakeAt, "campaigns")),
  ...record,
  version: record.version + 1,
});

const invitationItem = (one: Invitation) => ({
  ...invitationKey({ org: one.org, id: one.campaign }, one.id),
  ...(one.nextAt === undefined ? {} : wakeKeys(one, one.nextAt, one.campaign)),
  ...one,
  version: one.version + 1,
});

/** Campaigns and their invitations in the table: one read and one conditional write a change, invitations side by side. */
export const tableCampaigns = (client: DynamoDBDocumentClient, table: string): CampaignStore => {
  const put = async (item: object, condition: object): Promise<boolean> => {
    try {
      await client.send(new PutCommand({ TableName: table, Item: item, ...condition }));
      return true;
    } catch (error) {
      if (isConditionFailed(error)) return false;
      throw error;
    }
  };

  const get = async (key: object) =>
    (await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))).Item;

  const load = async (ref: CampaignRef): Promise<CampaignRecord | undefined> => {
    const item = await get(campaignKey(ref));
    return item === undefined ? undefined : known(CampaignRecord, item);
  };

  /** What waits in a part of the wake index: keys only, the longest waiting first. */
  const waiting = async (shard: Shard, now: Instant, limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: "wake",
        KeyConditionExpression: "#pk = :shard",
        ExpressionAttributeNames: { "#pk": indexes.wake.pk },
        ExpressionAttributeValues: { ":shard": wakePk(shard) },
        Limit: limit,
      }),
    );
    const rows = Items.map((item) => placeToWake(z.object({ wakeSk: z.string() }).parse(item).wakeSk));
    return { due: rows.filter(({ at }) => at <= now), next: rows.find(({ at }) => at > now)?.at };
  };

  return {
    load,

    create: async (record) => {
      const [first] = record.timeline;
      if (first === undefined) throw new Error("a campaign begins with its plan");
      // its place comes first: one that leads to nothing is passed over, a campaign that no list shows is lost
      await put(campaignPlace(record, first.at), {});
      return (await put(campaignItem(record), ABSENT)) ? "created" : "exists";
    },

    save: async (record) => ((await put(campaignItem(record), over(record.version))) ? "saved" : "overtaken"),

    list: async (org, limit, cursor) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": campaignsPk(org) },
          ScanIndexForward: false,
          Limit: limit,
          ExclusiveStartKey: cursor === undefined ? undefined : { pk: campaignsPk(org), sk: cursor },
        }),
      );
      const ids = Items.map((item) => z.object({ sk: z.string() }).parse(item).sk.split("#")[1]);
      const found = await Promise.all(ids.map((id) => load({ org: OrgId.parse(org), id: CampaignId.parse(id) })));
      const last = z.object({ sk: z.string() }).optional().parse(LastEvaluatedKey)?.sk;
      return { items: found.filter((one) => one !== undefined), cursor: last };
    },

    due: async (now) => {
      const { due, next } = await waiting("campaigns", now, 25);
      return { refs: due.map(({ org, id }) => ({ org: OrgId.parse(org), id: CampaignId.parse(id) })), next };
    },

    invite: async (invitations) => {
      let made = 0;
      for (let from = 0; from < invitations.length; from += SIDE_BY_SIDE) {
        const some = invitations.slice(from, from + SIDE_BY_SIDE);
        const written = await Promise.all(some.map((one) => put(invitationItem(one), ABSENT)));
        made += written.filter(Boolean).length;
      }
      return made;
    },

    invitation: async (ref, id) => {
      const item = await get(invitationKey(ref, id));
      return item === undefined ? undefined : known(Invitation, item);
    },

    saveInvitation: async (one) => ((await put(invitationItem(one), over(one.version))) ? "saved" : "overtaken"),

    mailsDue: async (ref, now, limit) => {
      const { due, next } = await waiting(ref.id, now, limit);
      return { ids: due.map(({ id }) => id), next };
    },

    invitations: async (ref, cursor) => {
      const { pk } = campaignKey(ref);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
          ExpressionAttributeValues: { ":pk": pk, ":sk": INVITATIONS },
          ExclusiveStartKey: cursor === undefined ? undefined : { pk, sk: cursor },
        }),
      );
      const last = z.object({ sk: z.string() }).optional().parse(LastEvaluatedKey)?.sk;
      return { items: Items.map((item) => known(Invitation, item)), cursor: last };
    },
  };
};
