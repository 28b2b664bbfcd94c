import { bucketAnchors } from "../aws/anchors.ts";
import { bucketPhotos, type Photos, s3 } from "../aws/photos.ts";
import type { Anchors } from "../record/anchor.ts";
import { env } from "./env.ts";

/** Photos in the bucket that the stack names. */
export const photosPort = (): Photos => bucketPhotos(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET"));

/** Anchors in the bucket that the stack names. */
export const anchorsPort = (): Anchors => bucketAnchors(s3(process.env.AWS_ENDPOINT_URL_S3), env("ANCHOR_BUCKET"));
