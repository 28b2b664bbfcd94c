import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CustomerStore } from "../record/campaigns/campaigns.ts";
import { Customer } from "../survey/customer.ts";
import { known, pageOf } from "./documents.ts";
import { customersPk } from "./survey-keys.ts";

/** So many puts at a time. */
const SIDE_BY_SIDE = 16;

/** Customers in one partition a company: a page of them is one query. */
export const tableCustomers = (client: DynamoDBDocumentClient, table: string): CustomerStore => ({
  put: async (customers) => {
    for (let from = 0; from < customers.length; from += SIDE_BY_SIDE) {
      const some = customers.slice(from, from + SIDE_BY_SIDE);
      const items = some.map((one) => ({ pk: customersPk(one.org), sk: one.id, ...one }));
      await Promise.all(items.map((Item) => client.send(new PutCommand({ TableName: table, Item }))));
    }
  },

  page: async (org, limit, cursor) => {
    const page = await pageOf(client, table, customersPk(org), { limit, cursor });
    return { ...page, items: page.items.map((item) => known(Customer, item)) };
  },

  remove: async (org, id) => {
    await client.send(new DeleteCommand({ TableName: table, Key: { pk: customersPk(org), sk: id } }));
  },
});
