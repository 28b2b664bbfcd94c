import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The one pair of keys that everything on this machine signs with. They open nothing else. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A refusal as S3 words it. */
export interface S3Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}
export const s3Refusal = (status: number, code: string, message: string): S3Refusal => ({ status, code, message });

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

export const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

/** The SigV4 signature (hex) of a text under `date/region/service/aws4_request`. */
export const signatureV4 = (secret: string, scope: readonly string[], text: string): string =>
  hmac(
    scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`),
    text,
  ).toString("hex");

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Signed {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

interface Claim {
  readonly credential: string;
  readonly date: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly payloadHash: string;
}

function checkSignature(request: Signed, claim: Claim, keys: Credentials): S3Refusal | undefined {
  const [accessKeyId, ...scope] = claim.credential.split("/");
  if (accessKeyId !== keys.accessKeyId)
    return s3Refusal(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  const query = [...request.url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort((a, b) => byCodeUnits(a[0], b[0]) || byCodeUnits(a[1], b[1]))
    .map((pair) => pair.join("="))
    .join("&");
  const headers = claim.signedHeaders.split(";").map(
    (name) =>
      `${name}:${String(request.headers[name] ?? "")
        .trim()
        .replace(/\s+/g, " ")}`,
  );
  const canonical = [
    request.method,
    request.url.pathname,
    query,
    ...headers,
    "",
    claim.signedHeaders,
    claim.payloadHash,
  ].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", claim.date, scope.join("/"), digest].join("\n");
  return same(signatureV4(keys.secretAccessKey, scope, text), claim.signature)
    ? undefined
    : s3Refusal(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.",
      );
}

/** "20260929T020000Z" in milliseconds; NaN when it is no such text. */
const amzDateMs = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

const accessDenied = (message: string): S3Refusal => s3Refusal(403, "AccessDenied", message);

/**
 * Checks the SigV4 of a request, in its query (presigned, with expiry against `now`, ms) or in its Authorization header.
 * Undefined means: signed by us. Unsigned requests are refused. The body's hash is not recomputed.
 */
export function checkSigned(request: Signed, keys: Credentials, now: number): S3Refusal | undefined {
  const query = request.url.searchParams;
  const read = (name: string) => query.get(`X-Amz-${name}`) ?? "";
  if (query.has("X-Amz-Signature")) {
    const start = amzDateMs(read("Date"));
    const lifetime = Number(read("Expires"));
    if (Number.isNaN(start) || !(lifetime > 0 && lifetime <= 604_800))
      return s3Refusal(400, "AuthorizationQueryParametersError", "X-Amz-Date or X-Amz-Expires is not valid.");
    if (now > start + lifetime * 1_000) return accessDenied("Request has expired");
    if (now < start - 900_000) return accessDenied("Request is not yet valid");
    return checkSignature(
      request,
      {
        credential: read("Credential"),
        date: read("Date"),
        signedHeaders: read("SignedHeaders"),
        signature: read("Signature"),
        payloadHash: query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
      },
      keys,
    );
  }
  const header = request.headers.authorization ?? "";
  const part = (name: string) => new RegExp(`${name}=([^,\\s]+)`).exec(header)?.[1] ?? "";
  if (!header.startsWith("AWS4-HMAC-SHA256 ")) return accessDenied("Access Denied");
  return checkSignature(
    request,
    {
      credential: part("Credential"),
      date: String(request.headers["x-amz-date"] ?? ""),
      signedHeaders: part("SignedHeaders"),
      signature: part("Signature"),
      payloadHash: String(request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD"),
    },
    keys,
  );
}
