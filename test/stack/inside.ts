import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableFigures } from "../../shared/aws/figures.ts";
import { tableInspections } from "../../shared/aws/inspections.ts";
import { sesMailer } from "../../shared/aws/mailer.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { bucketPhotos } from "../../shared/aws/photos.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { tableSuppressions } from "../../shared/aws/suppressions.ts";
import { CaseId, OrgId } from "../../shared/kernel/ids.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import type { RecordRef } from "../../shared/record/record.ts";
import { post } from "../../shared/runtime/post.ts";
import { campaignIdFor, invitationIdFor } from "../../shared/runtime/secrets.ts";
import type { TestStack } from "./stack.ts";

/**
 * The ports of the functions on a running stack's stand-ins, in the test's own process, where one can be made to stop
 * between two steps. What the stack itself does meanwhile goes on beside it.
 */
export const inside = ({ demo, stack, url }: TestStack, bucket: string) => {
  const { env, endpoints } = stack;
  const common = {
    region: env.AWS_REGION ?? "",
    credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "" },
  };
  const orgs = tableOrgs(demo.client, demo.table);
  const records = tableRecords(demo.client, demo.table, orgs);
  const deps = { orgs, records, now: () => fromMs(stack.clock.now()) };
  const suppressions = tableSuppressions(demo.client, demo.table, orgs);
  const mailer = sesMailer(new SESClient({ ...common, endpoint: endpoints.ses }), "any");
  const photos = bucketPhotos(new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true }), bucket);
  const campaigns = tableCampaigns(demo.client, demo.table);
  return {
    ...deps,
    campaigns,
    figures: tableFigures(demo.client, demo.table),
    campaignIdFor,
    invitationIdFor,
    inspections: tableInspections(demo.client, demo.table, orgs),
    photos,
    post: post({ ...deps, suppressions }, { publicUrl: url, mailer }),
  };
};
export type Inside = ReturnType<typeof inside>;

export const refTo = (org: string, caseId: string): RecordRef => ({
  kind: "case",
  org: OrgId.parse(org),
  id: CaseId.parse(caseId),
});

/** What a process that is killed says: nothing. Its promise is never settled, so what stood after it never happens. */
export const killed = <T>(): Promise<T> => new Promise<T>(() => undefined);
