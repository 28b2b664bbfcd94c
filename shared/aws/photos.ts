import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import {
  derivedKeys,
  MAX_PHOTO_BYTES,
  originalKey,
  type PhotoPlace,
  type PhotoType,
  quarantineKey,
} from "../evidence/evidence.ts";

/** Long enough for a slow phone in a cellar, short enough to be worth nothing when found. */
export const TICKET_SECONDS = 30 * 60;
const LOOK_SECONDS = 15 * 60;

export type Ticket = { readonly url: string; readonly fields: Record<string, string> };

/** What a ticket is for. `then` is where a browser without scripts goes once the photo is there. */
export type Declared = {
  readonly type: PhotoType;
  readonly size?: number | undefined;
  readonly then?: string | undefined;
};

/** What is done with photos in the evidence bucket. Originals are written by customers' tickets alone, and never again. */
export type Photos = {
  /** Exactly this key, this type and this many bytes; without a size, up to what any photo may have. */
  readonly ticket: (place: PhotoPlace, declared: Declared) => Promise<Ticket>;
  /** Where tickets and looks lead, for the content policy of pages. */
  readonly origin: () => Promise<string>;
  /** Addresses of the copy and the thumbnail that work for some minutes. */
  readonly look: (place: PhotoPlace) => Promise<{ copy: string; thumbnail: string }>;
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
  const link = (Key: string) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key }), { expiresIn: LOOK_SECONDS });
  return {
    origin: async () => new URL(await link("origin")).origin,

    ticket: (place, { type, size, then }) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: originalKey(place),
        Fields: { "Content-Type": type, ...(then === undefined ? {} : { success_action_redirect: then }) },
        Conditions: [["content-length-range", size ?? 1, size ?? MAX_PHOTO_BYTES]],
        Expires: TICKET_SECONDS,
      }),

    look: async (place) => {
      const keys = derivedKeys(place);
      const [copy, thumbnail] = await Promise.all([link(keys.copy), link(keys.thumbnail)]);
      return { copy, thumbnail };
    },

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
