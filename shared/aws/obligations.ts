import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { asHouse, asObject, House, policyOfHouse } from "../obligation/house.ts";
import { DutyObject } from "../obligation/object.ts";
import { ObligationRecord, type ObligationStore, PlanRecord } from "../record/obligations/obligations.ts";
import { ABSENT, known, overVersion, pageOf, putIf } from "./documents.ts";
import {
  listedAt,
  listKeys,
  listPk,
  nameOf,
  objectKey,
  objectsPk,
  obligationKey,
  obligationsPk,
  obligationToWake,
  planKey,
} from "./obligation-keys.ts";
import { endingColumns, obligationLists } from "./obligation-lists.ts";
import { placeToWake } from "./survey-keys.ts";
import { indexes, type Key, wakeKeys, wakePk } from "./table.ts";

/** So many of a shard are looked at in a minute. */
const A_MINUTE = 100;

/** Nothing sorts before it: a key of nothing is none that DynamoDB compares with. */
const FIRST = "0";
/** Nothing of a day, or of all days, sorts behind it. */
const LAST = "~";

/** Obligations in the table: one read and one conditional write a change, what an object owes one query. */
export const tableObligations = (client: DynamoDBDocumentClient, table: string): ObligationStore => {
  const get = async (key: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

  /** Version 1 where nothing stands, else N+1 over version N. */
  const save = async (key: object, record: { readonly version: number }): Promise<"saved" | "overtaken"> => {
    const over = record.version === 0 ? ABSENT : overVersion(record.version);
    const item = { ...record, ...key, version: record.version + 1 };
    return (await putIf(client, table, item, over)) ? "saved" : "overtaken";
  };

  const rows = async (index: "wake" | "queue", pk: string, limit: number, before?: string) => {
    const { pk: PK, sk: SK } = indexes[index];
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: before === undefined ? "#pk = :pk" : "#pk = :pk AND #sk < :before",
        ExpressionAttributeNames: { "#pk": PK, ...(before === undefined ? {} : { "#sk": SK }) },
        ExpressionAttributeValues: { ":pk": pk, ...(before === undefined ? {} : { ":before": before }) },
        Limit: limit,
      }),
    );
    return Items.map((item) => z.string().parse(item[SK]));
  };

  const due = async <T extends { readonly at: Instant }>(
    shard: "visits" | "visited",
    now: Instant,
    read: (sk: string) => T,
  ) => {
    const found = (await rows("wake", wakePk(shard), A_MINUTE)).map(read);
    return { refs: found.filter(({ at }) => at <= now), next: found.find(({ at }) => at > now)?.at };
  };

  return {
    ...obligationLists(client, table),
    object: async (ref) => {
      const item = await get(objectKey(ref));
      if (item === undefined) return undefined;
      return policyOfHouse(ref.id) === undefined ? known(DutyObject, item) : asObject(known(House, item));
    },
    saveObject: (object) => {
      const woken = object.wakeAt === undefined ? {} : wakeKeys(object, object.wakeAt, "visited");
      return save({ ...objectKey(object), ...woken }, object.kind === "house" ? asHouse(object) : object);
    },
    objects: async (org, limit, cursor) => {
      const page = await pageOf(client, table, objectsPk(org), { limit, cursor });
      return { ...page, items: page.items.map((item) => known(DutyObject, item)) };
    },
    obligation: async (ref) => {
      const item = await get(obligationKey(ref));
      return item === undefined ? undefined : known(ObligationRecord, item);
    },
    obligationsOf: async (ref, from, to) => {
      const found: ObligationRecord[] = [];
      let after: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
            ExpressionAttributeValues: {
              ":pk": obligationsPk(ref),
              ":from": from ?? FIRST,
              ":to": `${to ?? ""}${LAST}`,
            },
            ConsistentRead: true,
            ExclusiveStartKey: after,
          }),
        );
        found.push(...(page.Items ?? []).map((item) => known(ObligationRecord, item)));
        after = page.LastEvaluatedKey;
      } while (after !== undefined);
      return found;
    },
    saveObligation: (record) => {
      const { opensAt, wakeAt } = record;
      const woken = wakeAt === undefined ? {} : wakeKeys({ org: record.org, id: nameOf(record) }, wakeAt, "visits");
      return save(
        {
          ...endingColumns(record),
          ...obligationKey(record),
          ...woken,
          ...(opensAt === undefined ? {} : listKeys(record, opensAt)),
        },
        record,
      );
    },
    listed: async (org, list, before, limit) =>
      (await rows("queue", listPk(org, list), limit, before)).map((sk) => listedAt(org, sk)),
    plan: async (key) => {
      const item = await get(planKey(key));
      return item === undefined ? undefined : known(PlanRecord, item);
    },
    savePlan: (record) => save(planKey(record), record),
    dueObjects: async (now) => {
      const { refs, next } = await due("visited", now, placeToWake);
      return { refs: refs.map(({ org, id }) => ({ org: OrgId.parse(org), id })), next };
    },
    dueObligations: async (now) => {
      const { refs, next } = await due("visits", now, obligationToWake);
      return { refs: refs.map(({ ref }) => ref), next };
    },
  };
};
