import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableCustomers } from "../../shared/aws/customers.ts";
import { tableEntries } from "../../shared/aws/entries.ts";
import { tableInspections } from "../../shared/aws/inspections.ts";
import { tableKept } from "../../shared/aws/kept.ts";
import { tableObligations } from "../../shared/aws/obligations.ts";
import { tableOrders } from "../../shared/aws/orders.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { tableSuppressions } from "../../shared/aws/suppressions.ts";
import { InspectedRecord } from "../../shared/record/inspections/inspections.ts";
import type { ForgetDeps } from "../../shared/record/person-orders.ts";
import { invitationIdFor } from "../../shared/runtime/secrets.ts";
import { inside } from "../stack/inside.ts";
import type { TestStack } from "../stack/stack.ts";

/** What the schedule forgets people with, on a client that may die. */
export const forgetting = (demo: TestStack, client: DynamoDBDocumentClient): ForgetDeps => {
  const { table } = demo.demo;
  const orgs = tableOrgs(client, table);
  return {
    ...{ orgs, records: tableRecords(client, table, orgs), now: inside(demo, "none").now, invitationIdFor },
    orders: tableOrders(client, table, orgs),
    customers: tableCustomers(client, table),
    campaigns: tableCampaigns(client, table),
    obligations: tableObligations(client, table),
    entries: tableEntries(client, table, orgs),
    inspections: tableInspections(client, table, orgs),
    inspected: tableKept(client, table, "inspected", InspectedRecord),
    removeInspected: async () => undefined,
    suppressions: tableSuppressions(client, table, orgs),
    removeMails: async () => false,
  };
};
