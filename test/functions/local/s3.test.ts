import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalStack } from "../../../infra/local/local-stack.ts";
import { itemsUnder, s3Of, startFixture } from "./fixture.ts";

const Bucket = "fixture-photos";
const FILE_NAME = `$${"{filename}"}`;
let stack: LocalStack;
let lines: string[];
let end: () => Promise<void>;
let s3: S3Client;
beforeAll(async () => {
  ({ stack, lines, end } = await startFixture());
  s3 = s3Of(stack);
});
afterAll(async () => {
  s3.destroy();
  await end();
});

/** Resolves when every event that was owed is delivered. */
const settled = () => stack.clock.advance({ advance: "0 seconds" });

const ticket = (options: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(s3, {
    Bucket,
    Key: "in/one.jpg",
    Expires: 600,
    Conditions: [
      ["content-length-range", 1, 1_000],
      ["eq", "$Content-Type", "image/jpeg"],
    ],
    Fields: { "Content-Type": "image/jpeg" },
    ...options,
  });

interface Change {
  set?: Record<string, string>;
  drop?: string;
  bytes?: number;
  name?: string;
  bucket?: string;
}

async function upload({ url, fields }: { url: string; fields: Record<string, string> }, change: Change = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change.set }))
    if (name !== change.drop) form.set(name, value);
  form.set("file", new Blob([Buffer.alloc(change.bytes ?? 100, 7)]), change.name ?? "photo.jpg");
  const response = await fetch(url.replace(Bucket, change.bucket ?? Bucket), {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  const text = await response.text();
  return { status: response.status, code: /<Code>(.*?)<\/Code>/.exec(text)?.[1], text, headers: response.headers };
}

describe("a presigned POST", () => {
  test("is stored under its key and answered 204", async () => {
    expect((await upload(await ticket())).status).toBe(204);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "in/one.jpg" }));
    expect([head.ContentLength, head.ContentType]).toEqual([100, "image/jpeg"]);
  });

  test.each<[Change, number, string, string]>([
    [{ bytes: 1_001 }, 400, "EntityTooLarge", "one byte too many"],
    [{ bytes: 0 }, 400, "EntityTooSmall", "no bytes at all"],
    [{ set: { key: "in/other.jpg" } }, 403, "AccessDenied", "another key"],
    [{ set: { "Content-Type": "text/html" } }, 403, "AccessDenied", "another content type"],
    [{ drop: "Content-Type" }, 403, "AccessDenied", "a field that a condition asks for is missing"],
    [{ set: { "x-amz-meta-note": "extra" } }, 403, "AccessDenied", "a field that no condition speaks of"],
    [{ set: { acl: "public-read" } }, 403, "AccessDenied", "an ACL that nobody granted"],
    [{ set: { "X-Amz-Signature": "0".repeat(64) } }, 403, "SignatureDoesNotMatch", "a forged signature"],
    [{ set: { Policy: Buffer.from("{}").toString("base64") } }, 403, "SignatureDoesNotMatch", "another policy"],
    [
      { set: { "X-Amz-Credential": "other/20260101/us-east-1/s3/aws4_request" } },
      403,
      "InvalidAccessKeyId",
      "another key id",
    ],
    [{ drop: "Policy" }, 403, "AccessDenied", "no policy"],
    [{ drop: "key" }, 400, "InvalidArgument", "no key"],
    [{ bucket: "fixture-other" }, 403, "AccessDenied", "another bucket"],
  ])("%o → %i %s: %s", async (change, status, code) => {
    const refused = await upload(await ticket({ Key: "in/refused.jpg" }), change);
    expect([refused.status, refused.code]).toEqual([status, code]);
  });

  test("nothing of what was refused is there", async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents.map((object) => object.Key)).toEqual(["in/one.jpg"]);
  });

  test("expires in virtual time", async () => {
    const early = await ticket({ Key: "in/late.jpg", Expires: 60 });
    await stack.clock.advance({ advance: "2 minutes" });
    const refused = await upload(early);
    expect([refused.status, refused.code]).toEqual([403, "AccessDenied"]);
    expect(refused.text).toContain("Policy expired");
  });

  test("the placeholder for the file name becomes the file's own name", async () => {
    const open = await ticket({ Key: `out/${FILE_NAME}`, Conditions: [["starts-with", "$Content-Type", "image/"]] });
    expect((await upload(open, { name: "杯子 $& 1.jpg" })).status).toBe(204);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "out/杯子 $& 1.jpg" }))).ContentLength).toBe(100);
  });

  test("success_action_status 201 describes the object, success_action_redirect goes back to the page", async () => {
    const described = await ticket({ Fields: { "Content-Type": "image/jpeg", success_action_status: "201" } });
    const created = await upload(described);
    expect(created.status).toBe(201);
    expect(created.text).toContain("<Key>in/one.jpg</Key>");
    const back = await ticket({
      Fields: { "Content-Type": "image/jpeg", success_action_redirect: "https://forms.example.org/done?n=1" },
    });
    const redirected = await upload(back);
    expect(redirected.status).toBe(303);
    const target = new URL(redirected.headers.get("location") ?? "");
    expect([target.origin, target.searchParams.get("n"), target.searchParams.get("key")]).toEqual([
      "https://forms.example.org",
      "1",
      "in/one.jpg",
    ]);
  });

  test("a photo of 20 MB passes", async () => {
    const large = await ticket({ Key: "out/large.jpg", Conditions: [["content-length-range", 1, 20 * 1024 * 1024]] });
    expect((await upload(large, { bytes: 20 * 1024 * 1024 })).status).toBe(204);
  });
});

describe("links and signatures", () => {
  test("a presigned link opens, with the disposition it was signed with", async () => {
    const command = new GetObjectCommand({
      Bucket,
      Key: "in/one.jpg",
      ResponseContentDisposition: 'attachment; filename="a.jpg"',
    });
    const link = await getSignedUrl(s3, command, { expiresIn: 600 });
    const response = await fetch(link);
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 100]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.jpg"');
    expect((await fetch(link.replace("one.jpg", "two.jpg"))).status).toBe(403);
    expect((await fetch(`${link}&x=1`)).status).toBe(403);
    expect((await fetch(link, { method: "DELETE" })).status).toBe(403);
    await stack.clock.advance({ advance: "20 minutes" });
    expect((await fetch(link)).status).toBe(403);
  });

  test("an unsigned request is refused, and one signed with another secret", async () => {
    expect((await fetch(`${stack.endpoints.s3}/${Bucket}/in/one.jpg`)).status).toBe(403);
    const stranger = s3Of({ ...stack, env: { ...stack.env, AWS_SECRET_ACCESS_KEY: "guessed" } });
    await expect(stranger.send(new GetObjectCommand({ Bucket, Key: "in/one.jpg" }))).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
    });
    stranger.destroy();
  });

  test("If-None-Match: * does not overwrite", async () => {
    const put = new PutObjectCommand({ Bucket, Key: "in/one.jpg", Body: "x", IfNoneMatch: "*" });
    await expect(s3.send(put)).rejects.toMatchObject({ name: "PreconditionFailed" });
  });
});

describe("CORS of a bucket", () => {
  const preflight = (origin: string, method = "POST") =>
    fetch(`${stack.endpoints.s3}/${Bucket}`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": method, "access-control-request-headers": "content-type" },
    });
  test.each([
    ["https://forms.example.org", "POST", 200, "an origin of the template"],
    ["https://elsewhere.example", "POST", 403, "another origin"],
    ["https://forms.example.org", "DELETE", 403, "a method that no rule allows"],
  ])("%s %s → %i: %s", async (origin, method, status) => {
    expect((await preflight(origin, method)).status).toBe(status);
  });

  test("the stack's own pages may upload", async () => {
    const response = await preflight(stack.url);
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, stack.url]);
  });
});

describe("events", () => {
  test("each way to make an object calls the function, with the key form-encoded", async () => {
    await settled();
    const before = (await itemsUnder(stack, "upload#in/a+%E6%9D%AF/b.jpg")).length;
    await s3.send(new PutObjectCommand({ Bucket, Key: "in/a 杯/b.jpg", Body: "hello" }));
    await s3.send(new CopyObjectCommand({ Bucket, Key: "in/copy.jpg", CopySource: `${Bucket}/out/large.jpg` }));
    await settled();
    expect(before).toBe(0);
    expect(await itemsUnder(stack, "upload#in/a+%E6%9D%AF/b.jpg")).toHaveLength(1);
    expect(await itemsUnder(stack, "upload#in/copy.jpg")).toHaveLength(1);
  });

  test("what the filter does not want calls nobody", async () => {
    expect(await itemsUnder(stack, "upload#out/large.jpg")).toEqual([]);
  });

  test("a function that fails is tried three times, then the event is kept aside and said", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "in/poison.jpg", Body: "x" }));
    await settled();
    expect(lines.filter((line) => line.startsWith("Upload: Error: poisoned"))).toHaveLength(3);
    expect(lines.at(-1)).toContain("was given up");
  });
});
