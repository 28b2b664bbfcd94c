import * as z from "zod";
import { type Credentials, type S3Refusal, s3Refusal, same, signatureV4 } from "./s3-presigned.ts";

/** What a browser form sent: fields by lower-case name, `key` with `${filename}` filled in already. */
export interface PostedForm {
  readonly bucket: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly size: number;
}

const Condition = z.union([
  z.tuple([z.literal("content-length-range"), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(["eq", "starts-with"]), z.string(), z.string()]),
  z.record(z.string(), z.string()),
]);
type Condition = z.infer<typeof Condition>;
const Policy = z.object({ expiration: z.iso.datetime({ offset: true }), conditions: z.array(Condition) });

/** Fields that no condition has to speak of. */
const FREE = new Set(["policy", "x-amz-signature", "file", "awsaccesskeyid", "bucket"]);

const denied = (why: string): S3Refusal => s3Refusal(403, "AccessDenied", `Invalid according to Policy: ${why}`);
const failed = (condition: Condition): S3Refusal => denied(`Policy Condition failed: ${JSON.stringify(condition)}`);

function checkSize(form: PostedForm, least: number, most: number): S3Refusal | undefined {
  if (form.size < least)
    return s3Refusal(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
  if (form.size > most)
    return s3Refusal(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
  return undefined;
}

function readPolicy(text: string): z.infer<typeof Policy> | undefined {
  try {
    return Policy.parse(JSON.parse(Buffer.from(text, "base64").toString("utf8")));
  } catch {
    return undefined; // answered as InvalidPolicyDocument
  }
}

function checkConditions(form: PostedForm, conditions: readonly Condition[]): S3Refusal | undefined {
  const values: Record<string, string> = { ...form.fields, bucket: form.bucket };
  const covered = new Set(FREE);
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition)) {
        covered.add(name.toLowerCase());
        if ((values[name.toLowerCase()] ?? "") !== wanted) return failed(condition);
      }
    } else if (condition[0] === "content-length-range") {
      const wrong = checkSize(form, condition[1], condition[2]);
      if (wrong) return wrong;
    } else {
      const [how, field, wanted] = condition;
      const name = field.replace(/^\$/, "").toLowerCase();
      const value = values[name] ?? "";
      covered.add(name);
      if (how === "eq" ? value !== wanted : !value.startsWith(wanted)) return failed(condition);
    }
  }
  const extra = Object.keys(form.fields).filter((name) => !covered.has(name) && !name.startsWith("x-ignore-"));
  return extra.length > 0 ? denied(`Extra input fields: ${extra.join(", ")}`) : undefined;
}

/**
 * Checks a presigned POST as S3 does: who signed, until when (`now`, ms), every condition, and that no field came
 * along that no condition speaks of. Undefined means: accept. No npm emulator enforces this, and it is the only
 * limit on what a stranger may upload.
 */
export function checkPost(form: PostedForm, keys: Credentials, now: number): S3Refusal | undefined {
  const text = form.fields.policy;
  if (text === undefined) return s3Refusal(403, "AccessDenied", "Access Denied");
  const [accessKeyId, ...scope] = (form.fields["x-amz-credential"] ?? "").split("/");
  if (accessKeyId !== keys.accessKeyId)
    return s3Refusal(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  if (!same(signatureV4(keys.secretAccessKey, scope, text), form.fields["x-amz-signature"] ?? ""))
    return s3Refusal(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    );
  const policy = readPolicy(text);
  if (policy === undefined)
    return s3Refusal(400, "InvalidPolicyDocument", "The content of the form does not meet the conditions.");
  if (Date.parse(policy.expiration) < now) return denied("Policy expired.");
  return checkConditions(form, policy.conditions);
}
