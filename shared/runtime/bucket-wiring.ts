import { bucketAnchors } from "../aws/anchors.ts";
import { removePhotos, removeUnder } from "../aws/erasing.ts";
import { bucketPhotos, type Photos, s3 } from "../aws/photos.ts";
import { asideFolder } from "../evidence/evidence.ts";
import { InspectionId, OrgId } from "../kernel/ids.ts";
import type { Anchors } from "../record/anchor.ts";
import type { EraseDeps } from "../record/erase.ts";
import type { ForgetDeps } from "../record/person-orders.ts";
import type { RecordRef } from "../record/record.ts";
import { env } from "./env.ts";
import { inspectionDeps } from "./inspection-wiring.ts";
import { registerDeps } from "./register-wiring.ts";
import { obligationDeps, surveyDeps } from "./rhythm-wiring.ts";
import { campaignIdFor, invitationIdFor, newSalt } from "./secrets.ts";
import { officerDeps } from "./wiring.ts";

/** Photos in the bucket that the stack names. */
export const photosPort = (): Photos => bucketPhotos(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET"));

/** Anchors in the bucket that the stack names. */
export const anchorsPort = (): Anchors => bucketAnchors(s3(process.env.AWS_ENDPOINT_URL_S3), env("ANCHOR_BUCKET"));

/** Records and everything else that holds people, the orders to erase them, and how it goes for good. */
export const erasingDeps = (): EraseDeps & ForgetDeps => {
  const client = s3(process.env.AWS_ENDPOINT_URL_S3);
  const bucket = env("EVIDENCE_BUCKET");
  const { customers, campaigns, figures } = surveyDeps();
  const { obligations } = obligationDeps();
  const { inspections, inspected } = inspectionDeps();
  const { entries } = registerDeps();
  return {
    ...officerDeps(),
    ...{ customers, campaigns, figures, obligations, campaignIdFor, invitationIdFor, newSalt },
    ...{ inspections, inspected, entries },
    removeInspected: (org, id) =>
      removePhotos(client, bucket, { org: OrgId.parse(org), caseId: InspectionId.parse(id) }),
    removePhotos: ({ org, id }: RecordRef) => removePhotos(client, bucket, { org, caseId: id }),
    removeMails: (org, sender) => removeUnder(client, bucket, asideFolder(org, sender)),
  };
};
