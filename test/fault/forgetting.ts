import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableCustomers } from "../../shared/aws/customers.ts";
import { tableOrders } from "../../shared/aws/orders.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { tableVisits } from "../../shared/aws/visits.ts";
import type { ForgetDeps } from "../../shared/record/person-orders.ts";
import { invitationIdFor } from "../../shared/runtime/secrets.ts";
import { inside } from "../stack/inside.ts";
import type { TestStack } from "../stack/stack.ts";

/** A client that does so many writes and then dies with the last. */
export const mortal = (client: DynamoDBDocumentClient, writes: number): DynamoDBDocumentClient => {
  let left = writes;
  const send = async (command: never): Promise<unknown> => {
    const isWrite = [PutCommand, DeleteCommand].some((kind) => (command as object) instanceof kind);
    if (isWrite && left <= 0) throw new Error("dead");
    if (isWrite) left -= 1;
    const done = await client.send(command);
    if (isWrite && left === 0) throw new Error("killed");
    return done;
  };
  return new Proxy(client, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
};

/** What the schedule forgets people with, on a client that may die. */
export const forgetting = (demo: TestStack, client: DynamoDBDocumentClient): ForgetDeps => {
  const { table } = demo.demo;
  const orgs = tableOrgs(client, table);
  return {
    ...{ orgs, records: tableRecords(client, table, orgs), now: inside(demo, "none").now, invitationIdFor },
    orders: tableOrders(client, table, orgs),
    customers: tableCustomers(client, table),
    campaigns: tableCampaigns(client, table),
    visits: tableVisits(client, table),
    removeMails: async () => false,
  };
};
