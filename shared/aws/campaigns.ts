import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { CampaignId, OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { CampaignRecord, type CampaignRef, type CampaignStore } from "../record/campaigns/campaigns.ts";
import { inTurns } from "../record/in-turns.ts";
import type { Shard } from "../record/store.ts";
import { Invitation } from "../survey/invitation.ts";
import { ABSENT, known, overVersion, pageOf, putIf } from "./documents.ts";
import { campaignKey, campaignPlace, campaignsPk, INVITATIONS, invitationKey, placeToWake } from "./survey-keys.ts";
import { indexes, wakeKeys, wakePk } from "./table.ts";

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
  const put = (item: Record<string, unknown>, condition: object) => putIf(client, table, item, condition);

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

    save: async (record) => ((await put(campaignItem(record), overVersion(record.version))) ? "saved" : "overtaken"),

    list: async (org, limit, cursor) => {
      const page = await pageOf(client, table, campaignsPk(org), { limit, cursor, lastFirst: true });
      const ids = page.items.map((item) => z.object({ sk: z.string() }).parse(item).sk.split("#")[1]);
      const found = await Promise.all(ids.map((id) => load({ org: OrgId.parse(org), id: CampaignId.parse(id) })));
      return { ...page, items: found.filter((one) => one !== undefined) };
    },

    due: async (now) => {
      const { due, next } = await waiting("campaigns", now, 25);
      return { refs: due.map(({ org, id }) => ({ org: OrgId.parse(org), id: CampaignId.parse(id) })), next };
    },

    invite: async (invitations) => {
      const written = await inTurns(invitations, (one) => put(invitationItem(one), ABSENT));
      return written.filter(Boolean).length;
    },

    invitation: async (ref, id) => {
      const item = await get(invitationKey(ref, id));
      return item === undefined ? undefined : known(Invitation, item);
    },

    saveInvitation: async (one) => ((await put(invitationItem(one), overVersion(one.version))) ? "saved" : "overtaken"),

    mailsDue: async (ref, now, limit) => {
      const { due, next } = await waiting(ref.id, now, limit);
      return { ids: due.map(({ id }) => id), next };
    },

    invitations: async (ref, cursor) => {
      const page = await pageOf(client, table, campaignKey(ref).pk, { cursor, prefix: INVITATIONS });
      return { ...page, items: page.items.map((item) => known(Invitation, item)) };
    },

    invitationsAfter: async (ref, after, limit) => {
      const cursor = after === undefined ? undefined : invitationKey(ref, after).sk;
      const page = await pageOf(client, table, campaignKey(ref).pk, { limit, cursor, prefix: INVITATIONS });
      return { items: page.items.map((item) => known(Invitation, item)), more: page.cursor !== undefined };
    },
  };
};
