import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CustomerStore } from "../record/campaigns/campaigns.ts";
import { inTurns } from "../record/in-turns.ts";
import { Customer } from "../survey/customer.ts";
import { known, pageOf } from "./documents.ts";
import { customersPk } from "./survey-keys.ts";

/** Customers in one partition a company: a page of them is one query. */
export const tableCustomers = (client: DynamoDBDocumentClient, table: string): CustomerStore => ({
  put: async (customers) => {
    await inTurns(customers, (one) => {
      const Item = { pk: customersPk(one.org), sk: one.id, ...one };
      return client.send(new PutCommand({ TableName: table, Item }));
    });
  },

  page: async (org, limit, cursor) => {
    const page = await pageOf(client, table, customersPk(org), { limit, cursor });
    return { ...page, items: page.items.map((item) => known(Customer, item)) };
  },

  remove: async (org, id) => {
    await client.send(new DeleteCommand({ TableName: table, Key: { pk: customersPk(org), sk: id } }));
  },
});
