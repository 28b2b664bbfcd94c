import { bucketAnchors } from "../aws/anchors.ts";
import { removePhotos } from "../aws/erasing.ts";
import { bucketPhotos, type Photos, s3 } from "../aws/photos.ts";
import type { Anchors } from "../record/anchor.ts";
import type { EraseDeps } from "../record/erase.ts";
import type { OrderDeps } from "../record/person-erasure.ts";
import type { RecordRef } from "../record/record.ts";
import { env } from "./env.ts";
import { newSalt } from "./secrets.ts";
import { orderDeps } from "./wiring.ts";

/** Photos in the bucket that the stack names. */
export const photosPort = (): Photos => bucketPhotos(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET"));

/** Anchors in the bucket that the stack names. */
export const anchorsPort = (): Anchors => bucketAnchors(s3(process.env.AWS_ENDPOINT_URL_S3), env("ANCHOR_BUCKET"));

/** Records, the orders to erase them, and how their photos go for good. */
export const erasingDeps = (): EraseDeps & OrderDeps => {
  const client = s3(process.env.AWS_ENDPOINT_URL_S3);
  const remove = ({ org, id }: RecordRef) => removePhotos(client, env("EVIDENCE_BUCKET"), { org, caseId: id });
  return { ...orderDeps(), removePhotos: remove, newSalt };
};
