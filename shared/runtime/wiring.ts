import { bucketAnchors } from "../aws/anchors.ts";
import { setTimeout as wait } from "node:timers/promises";
import { documents } from "../aws/documents.ts";
import { tableOrgs } from "../aws/orgs.ts";
import { bucketPhotos, type Photos, s3 } from "../aws/photos.ts";
import { tableRecords } from "../aws/records.ts";
import type { Anchors } from "../record/anchor.ts";
import type { Deps } from "../record/change.ts";
import { env } from "./env.ts";
import { now } from "./now.ts";

/** Up to 10 ms after the first try, up to 160 ms from the fifth on: fifty writers of one case are through in a second or two. */
const pause = (tries: number): Promise<unknown> => wait(Math.random() * 10 * 2 ** Math.min(tries - 1, 4));

/** Records and companies on the table that the stack names; made once at a cold start. */
export const tableDeps = (): Deps => {
  const client = documents();
  const orgs = tableOrgs(client, env("TABLE"));
  return { orgs, records: tableRecords(client, env("TABLE"), orgs), now, pause };
};

/** Photos in the bucket that the stack names. */
export const photosPort = (): Photos => bucketPhotos(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET"));

/** Anchors in the bucket that the stack names. */
export const anchorsPort = (): Anchors => bucketAnchors(s3(process.env.AWS_ENDPOINT_URL_S3), env("ANCHOR_BUCKET"));
