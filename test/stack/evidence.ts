import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { LocalStack } from "../../infra/local/local-stack.ts";
import type { Filed } from "./customer.ts";
import type { TestStack } from "./stack.ts";

/** The evidence bucket as somebody with the keys of the account sees it. */
export type Evidence = ReturnType<typeof evidence>;

/** @param address where an upload ticket leads: the bucket is its path. */
export const evidence = ({ endpoints, env }: LocalStack, address: string) => {
  const Bucket = new URL(address).pathname.replaceAll("/", "");
  const client = new S3Client({
    endpoint: endpoints.s3,
    forcePathStyle: true,
    region: env.AWS_REGION ?? "",
    credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "" },
  });
  return {
    bucket: Bucket,
    /** The keys under a prefix, in order. */
    keys: async (Prefix: string): Promise<string[]> => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      return Contents.map(({ Key = "" }) => Key);
    },
    read: async (Key: string): Promise<Uint8Array> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      if (Body === undefined) throw new Error(`${Key} has no body`);
      return Body.transformToByteArray();
    },
    put: async (Key: string, Body: Uint8Array): Promise<void> => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    close: () => client.destroy(),
  };
};

/** The evidence bucket of a stack: a ticket of some case says where it is. */
export const evidenceOf = async (demo: TestStack, filed: Filed): Promise<Evidence> =>
  evidence(demo.stack, (await demo.ticket(filed, 1, "image/jpeg", 9)).url);
