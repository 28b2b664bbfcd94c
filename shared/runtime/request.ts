import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import { MAX_BODY_BYTES } from "../api/routes/routes.ts";
import { type Locale, preferred } from "../kernel/text.ts";
import { Answered } from "./answer.ts";
import { type Claims, staffOf } from "./staff.ts";

/** What API Gateway hands over; behind a JWT authorizer the claims are with it. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: APIGatewayProxyEventV2["requestContext"] & { authorizer?: { jwt?: { claims?: Claims } } };
};

const header = (event: HttpEvent, name: string): string | undefined => event.headers[name.toLowerCase()];

/** Who of a company's staff asks. @throws Answered 403 when they have no role there. */
export const byOf = (event: HttpEvent, org: string) => staffOf(event.requestContext.authorizer?.jwt?.claims, org);

/** A `lang` in the address wins over what the browser prefers. */
export const localeOf = (event: HttpEvent): Locale =>
  preferred(event.queryStringParameters?.lang ?? header(event, "accept-language"));

/** Where this request reached us, for links in its answer. */
export const originOf = (event: HttpEvent): string => {
  const host = header(event, "x-forwarded-host") ?? header(event, "host") ?? event.requestContext.domainName;
  return `${header(event, "x-forwarded-proto") ?? "https"}://${host}`;
};

/** The body as bytes. @throws Answered 413 for a file of more than `most` bytes, before anything else looks at it. */
export const bytesOf = (event: HttpEvent, most: number): Buffer => {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > most) throw new Answered({ status: 413, code: "file-too-large" });
  return bytes;
};

/** The body as text. @throws Answered 413 before anything else looks at it. */
export const textOf = (event: HttpEvent): string => {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > MAX_BODY_BYTES) throw new Answered({ status: 413, code: "body-too-large" });
  return bytes.toString("utf8");
};

/** @throws Answered 415 for another type than JSON, 400 for what is none. */
export const jsonOf = (event: HttpEvent): unknown => {
  const text = textOf(event);
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(header(event, "content-type") ?? "application/json")) {
    throw new Answered({ status: 415, code: "not-json" });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Answered({ status: 400, code: "malformed-json" });
  }
};

const Key = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** @throws Answered 400 for a key that is no key. */
export const idempotencyKey = (event: HttpEvent): string | undefined => {
  const given = header(event, "idempotency-key");
  if (given === undefined) return undefined;
  const read = Key.safeParse(given);
  if (!read.success) throw new Answered({ status: 400, code: "bad-idempotency-key" });
  return read.data;
};

/** The version a change insists on: `If-Match: "7"`. @throws Answered 400 for what is none of our tags. */
export const ifMatch = (event: HttpEvent): number | undefined => {
  const given = header(event, "if-match");
  if (given === undefined || given === "*") return undefined;
  const version = /^"(\d+)"$/.exec(given)?.[1];
  if (version === undefined) throw new Answered({ status: 400, code: "bad-if-match" });
  return Number(version);
};

/** @throws Answered 401 without a bearer token. */
export const bearer = (event: HttpEvent): string => {
  const token = /^Bearer\s+(\S{1,200})$/i.exec(header(event, "authorization") ?? "")?.[1];
  if (token === undefined) throw new Answered({ status: 401, code: "no-token" });
  return token;
};
