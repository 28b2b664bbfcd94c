import type { S3Event } from "aws-lambda";
import { photosPort } from "../shared/runtime/bucket-wiring.ts";
import { inspectionDeps } from "../shared/runtime/inspection-wiring.ts";
import { takeUpload } from "../shared/runtime/uploaded.ts";

const port = { ...inspectionDeps(), photos: photosPort() };

/** An object was created under `original/`; S3 announces it at least once. */
export const handler = async (event: S3Event): Promise<void> => {
  for (const { s3 } of event.Records) {
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " ")); // S3 spells keys in events like a form
    await takeUpload(port, key, s3.object.size);
  }
};
