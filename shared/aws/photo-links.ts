import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3RequestPresigner } from "@aws-sdk/s3-request-presigner";
import { createScope, getSigningKey } from "@smithy/signature-v4";
import { derivedKeys, MAX_PHOTO_BYTES, originalKey, type PhotoPlace, type PhotoType } from "../evidence/evidence.ts";
import { type Instant, type Now, plusMs } from "../kernel/instant.ts";

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

/** Leave to upload a photo or to look at one, for people's browsers; signed here, with no call to S3. */
export type PhotoLinks = {
  /** Exactly this key, this type and this many bytes; without a size, up to what any photo may have. */
  readonly ticket: (place: PhotoPlace, declared: Declared) => Promise<Ticket>;
  /** Where tickets and looks lead, for the content policy of pages. */
  readonly origin: () => Promise<string>;
  /** Addresses of the copy and the thumbnail that work for some minutes. */
  readonly look: (place: PhotoPlace) => Promise<{ copy: string; thumbnail: string }>;
  /** An address for some minutes at which a browser saves an object, whatever it is, and never shows it as a page. */
  readonly download: (key: string) => Promise<string>;
};

/** Credentials, region and digest of the one client that every function has. */
type Signer = Pick<DynamoDBClient["config"], "credentials" | "region" | "sha256">;

/** A bucket's address: in the regions of China under their own domain; on this machine below the stand-in's address. */
const bucketUrl = (endpoint: string | undefined, bucket: string, region: string): URL =>
  endpoint === undefined
    ? new URL(`https://${bucket}.s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}/`)
    : new URL(`${endpoint.replace(/\/$/, "")}/${bucket}/`);

/** `20260310T013000Z` */
const stamp = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, "");

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** A POST policy (Signature Version 4): what the form must say for S3 to take the file. */
const sealed = async (
  { credentials, region: regionOf, sha256 }: Signer,
  at: Instant,
  bucket: string,
  wanted: Record<string, string>,
  conditions: readonly unknown[],
): Promise<Record<string, string>> => {
  const [keys, region] = await Promise.all([credentials(), regionOf()]);
  const day = stamp(at).slice(0, 8);
  const fields = {
    ...wanted,
    bucket,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${keys.accessKeyId}/${createScope(day, region, "s3")}`,
    "X-Amz-Date": stamp(at),
    ...(keys.sessionToken === undefined ? {} : { "X-Amz-Security-Token": keys.sessionToken }),
  };
  const policy = {
    expiration: plusMs(at, TICKET_SECONDS * 1000),
    conditions: [...conditions, ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString("base64");
  const hmac = new sha256(await getSigningKey(sha256, keys, day, region, "s3"));
  hmac.update(Buffer.from(encoded));
  return { ...fields, Policy: encoded, "X-Amz-Signature": hex(await hmac.digest()) };
};

/**
 * Links into the evidence bucket. Signing takes no client of S3, which would be a fifth of a function's bundle.
 * `endpoint` is that of a stand-in on this machine; undefined on AWS.
 */
export const photoLinks = (
  signer: Signer,
  { bucket, endpoint, now }: { readonly bucket: string; readonly endpoint: string | undefined; readonly now: Now },
): PhotoLinks => {
  const presigner = new S3RequestPresigner(signer);
  const home = async () => bucketUrl(endpoint, bucket, await signer.region());
  const link = async (key: string, over: Record<string, string> = {}): Promise<string> => {
    const url = new URL(key.split("/").map(encodeURIComponent).join("/"), await home());
    const { protocol, hostname, port, pathname } = url;
    const request = {
      method: "GET",
      protocol,
      hostname,
      ...(port === "" ? {} : { port: Number(port) }),
      path: pathname,
      headers: {},
      query: { ...over, "x-id": "GetObject" },
    };
    const { query = {} } = await presigner.presign(request, { expiresIn: LOOK_SECONDS });
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return url.href;
  };
  return {
    origin: async () => (await home()).origin,

    ticket: async (place, { type, size, then }) => ({
      url: (await home()).href,
      fields: await sealed(
        signer,
        now(),
        bucket,
        {
          key: originalKey(place),
          "Content-Type": type,
          ...(then === undefined ? {} : { success_action_redirect: then }),
        },
        [["content-length-range", size ?? 1, size ?? MAX_PHOTO_BYTES]],
      ),
    }),

    download: (key) => link(key, { "response-content-disposition": "attachment" }),

    look: async (place) => {
      const keys = derivedKeys(place);
      const [copy, thumbnail] = await Promise.all([link(keys.copy), link(keys.thumbnail)]);
      return { copy, thumbnail };
    },
  };
};
