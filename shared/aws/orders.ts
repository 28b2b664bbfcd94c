import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { OrderPage, type OrderRef, PersonOrder } from "../privacy/order.ts";
import type { OrgStore } from "../record/org.ts";
import type { OrderStore } from "../record/person-orders.ts";
import { ABSENT, putIf } from "./documents.ts";
import { orderKey, orderOfKey, orderPageKey, ordersKeys, ordersPk } from "./order-keys.ts";
import { indexes, type Key } from "./table.ts";
import { digests, pointedAt } from "./words.ts";

/** More orders than this are left to the next hour. */
const A_RUN = 100;

/** Orders to erase a person's data, in the table: one item each, and one a page of cases. */
export const tableOrders = (client: DynamoDBDocumentClient, table: string, orgs: Pick<OrgStore, "org">): OrderStore => {
  const digestOf = digests(orgs);

  const read = async (key: Key): Promise<unknown> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item?.is;
  };

  const put = (key: Key, is: object, more: object, condition: object) =>
    putIf(client, table, { ...key, is, ...more }, condition);

  const pageOf = async (ref: OrderRef, n: number) => OrderPage.optional().parse(await read(orderPageKey(ref, n)));

  return {
    digest: async (org, said) => (await digestOf(org))(said),
    pointed: (org, digest, span) => pointedAt(client, table, org, digest, span),
    load: async (ref) => PersonOrder.optional().parse(await read(orderKey(ref))),
    begin: async (order) =>
      (await put(orderKey(order), order, ordersKeys(order, order.at), ABSENT)) ? "begun" : "exists",

    save: async (order) => {
      const over = {
        ConditionExpression: "#is.#version = :read",
        ExpressionAttributeNames: { "#is": "is", "#version": "version" },
        ExpressionAttributeValues: { ":read": order.version },
      };
      const next = { ...order, version: order.version + 1 };
      const waits = order.doneAt === undefined ? ordersKeys(order, order.at) : {};
      return (await put(orderKey(order), next, waits, over)) ? "saved" : "overtaken";
    },

    page: pageOf,

    openPage: async (ref, n, page) => {
      if (await put(orderPageKey(ref, n), page, {}, ABSENT)) return page;
      return OrderPage.parse(await pageOf(ref, n));
    },

    closePage: async (ref, n, page) => {
      await put(orderPageKey(ref, n), page, {}, {});
    },

    waiting: async () => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "wake",
          KeyConditionExpression: "#pk = :orders",
          ExpressionAttributeNames: { "#pk": indexes.wake.pk },
          ExpressionAttributeValues: { ":orders": ordersPk },
          Limit: A_RUN,
        }),
      );
      return Items.map((item) => orderOfKey(z.object({ pk: z.string() }).parse(item).pk));
    },
  };
};
