import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { derivedKeys, MAX_PHOTO_BYTES, type PhotoPlace, quarantineKey } from "../evidence/evidence.ts";

/** What is done with photos in the evidence bucket. Originals are written by customers' tickets alone, and never again. */
export type Photos = {
  /** The bytes of an object; undefined when it is larger than any photo may be. @throws when it is not there. */
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  readonly derive: (place: PhotoPlace, images: { copy: Uint8Array; thumbnail: Uint8Array }) => Promise<void>;
  /** Copies an object aside for a person to look at; the original stays where it is. */
  readonly quarantine: (key: string) => Promise<void>;
};

/** A stand-in on this machine has no host names of its own for buckets, which its address in the environment tells. */
export const s3 = (endpoint: string | undefined): S3Client =>
  new S3Client({ forcePathStyle: endpoint !== undefined, requestChecksumCalculation: "WHEN_REQUIRED" });

export const bucketPhotos = (client: S3Client, bucket: string): Photos => {
  const jpeg = (Key: string, Body: Uint8Array) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: "image/jpeg" }));
  return {
    read: async (key) => {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined || ContentLength > MAX_PHOTO_BYTES) return undefined;
      return Body.transformToByteArray();
    },

    derive: async (place, { copy, thumbnail }) => {
      const keys = derivedKeys(place);
      await Promise.all([jpeg(keys.copy, copy), jpeg(keys.thumbnail, thumbnail)]);
    },

    quarantine: async (key) => {
      await client.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: quarantineKey(key),
          CopySource: `${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`,
        }),
      );
    },
  };
};
