import type { S3Event } from "aws-lambda";
import { takeMail } from "../shared/runtime/mail-in.ts";
import { mailPort } from "../shared/runtime/mail-wiring.ts";

const port = mailPort();

/** SES put a mail under `incoming/`; S3 announces it at least once. */
export const handler = async (event: S3Event): Promise<string[]> => {
  const became: string[] = [];
  for (const { s3 } of event.Records) {
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " ")); // S3 spells keys in events like a form
    became.push(await takeMail(port, key));
  }
  return became;
};
