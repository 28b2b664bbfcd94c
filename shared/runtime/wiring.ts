import { setTimeout as wait } from "node:timers/promises";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { documents } from "../aws/documents.ts";
import { tableOrders } from "../aws/orders.ts";
import { tableOrgs } from "../aws/orgs.ts";
import { type PhotoLinks, photoLinks } from "../aws/photo-links.ts";
import { tableRecords } from "../aws/records.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import type { Deps } from "../record/change.ts";
import { env } from "./env.ts";
import { now } from "./now.ts";

/** Up to 10 ms after the first try, up to 160 ms from the fifth on: fifty writers of one case are through in a second or two. */
const pause = (tries: number): Promise<unknown> => wait(Math.random() * 10 * 2 ** Math.min(tries - 1, 4));

/** Records and companies on the table that the stack names; made once at a cold start. */
export const tableDeps = (client: DynamoDBDocumentClient = documents()): Deps => {
  const orgs = tableOrgs(client, env("TABLE"));
  return { orgs, records: tableRecords(client, env("TABLE"), orgs), now, pause };
};

/** Records and companies, the orders to erase a person's data, and the addresses that nothing is sent to. */
export const officerDeps = () => {
  const client = documents();
  const deps = tableDeps(client);
  return {
    ...{ ...deps, orders: tableOrders(client, env("TABLE"), deps.orgs) },
    suppressions: tableSuppressions(client, env("TABLE"), deps.orgs),
  };
};

/** Records and companies, and links into the bucket that the stack names. */
export const deskDeps = (): Deps & { readonly photos: PhotoLinks } => {
  const client = documents();
  const photos = photoLinks(client.config, {
    bucket: env("EVIDENCE_BUCKET"),
    endpoint: process.env.AWS_ENDPOINT_URL_S3,
    now,
  });
  return { ...tableDeps(client), photos };
};
