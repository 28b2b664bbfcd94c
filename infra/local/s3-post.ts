import type { IncomingMessage } from "node:http";
import busboy from "busboy";
import { checkPost } from "./s3-policy.ts";
import { type Credentials, type S3Refusal, s3Refusal } from "./s3-presigned.ts";

/** An upload from a browser form that may be stored. */
export interface AcceptedPost {
  readonly key: string;
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
  readonly fields: Readonly<Record<string, string>>;
}

interface Form {
  readonly fields: Record<string, string>;
  readonly fileName: string;
  readonly bytes: Buffer | undefined;
}

/** Fields count only before the file, as on S3; of a file longer than `most` bytes one byte too many is kept. */
function readForm(request: IncomingMessage, most: number): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    const chunks: Buffer[] = [];
    let fileName = "";
    let seen = false;
    const parser = busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: { files: 1, fileSize: most + 1 },
    });
    parser.on("field", (name, value) => {
      if (!seen) fields[name.toLowerCase()] = value;
    });
    parser.on("file", (_name, stream, info) => {
      seen = true;
      fileName = info.filename ?? "";
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    });
    parser.on("close", () => resolve({ fields, fileName, bytes: seen ? Buffer.concat(chunks) : undefined }));
    parser.on("error", reject);
    request.on("aborted", () => reject(new Error("the upload broke off")));
    request.pipe(parser);
  });
}

const KEPT = /^(?:content-type|content-disposition|content-encoding|cache-control|expires|x-amz-meta-.+)$/;

/** Reads a multipart form and holds it against its signed policy. `now` in milliseconds, `most` in bytes. */
export async function readPost(
  request: IncomingMessage,
  bucket: string,
  keys: Credentials,
  now: () => number,
  most: number,
): Promise<AcceptedPost | S3Refusal> {
  const form = await readForm(request, most);
  if (form.bytes === undefined)
    return s3Refusal(400, "InvalidArgument", "POST requires exactly one file upload per request.");
  if (form.fields.key === undefined)
    return s3Refusal(400, "InvalidArgument", "Bucket POST must contain a field named 'key'.");
  const key = form.fields.key.replaceAll(/\$\{filename\}/g, () => form.fileName);
  const fields = { ...form.fields, key };
  const refused = checkPost({ bucket, fields, size: form.bytes.length }, keys, now());
  if (refused) return refused;
  if (form.bytes.length > most)
    return s3Refusal(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
  const headers = Object.fromEntries(Object.entries(form.fields).filter(([name]) => KEPT.test(name)));
  return { key, bytes: form.bytes, headers: { "content-type": "application/octet-stream", ...headers }, fields };
}
