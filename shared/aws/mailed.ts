import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { removeUnder } from "./erasing.ts";

/** More than SES hands on (40 MB). */
const MOST_BYTES = 41 * 1024 * 1024;

/** Mails as SES puts them into the evidence bucket, and where their files go. */
export type MailBox = {
  /** Undefined when it is gone, or larger than any mail can be. */
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, content: Uint8Array, type: string) => Promise<void>;
  /** For good, every version; harmless when it is gone. */
  readonly remove: (key: string) => Promise<void>;
};

export const bucketMailBox = (client: S3Client, bucket: string): MailBox => ({
  read: async (key) => {
    try {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body === undefined || ContentLength > MOST_BYTES ? undefined : await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  put: async (Key, Body, ContentType) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType }));
  },
  remove: async (key) => {
    await removeUnder(client, bucket, key); // SES spells each by itself: no key is the beginning of another
  },
});
