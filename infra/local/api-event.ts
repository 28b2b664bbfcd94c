import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { Match } from "./api-routes.ts";
import { ACCOUNT } from "./names.ts";

/** Claims as they reach a function: every value a string, a list as "[a b]". */
export interface Authorized {
  readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
}

// API Gateway hands these on as text and everything else, forms included, as base64.
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/javascript\b)/i;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const logTime = (at: Date): string => {
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(":");
  return `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${clock} +0000`;
};

const joined = (pairs: Iterable<[string, string]>): Record<string, string> => {
  const result: Record<string, string> = {};
  for (const [name, value] of pairs) result[name] = name in result ? `${result[name]},${value}` : value;
  return result;
};

/** The payload format 2.0 event of a request at `now` (ms, virtual). */
export function httpEvent(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  match: Match,
  authorized: Authorized | undefined,
  now: number,
): unknown {
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")]),
  );
  const sourceIp = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const query = joined(url.searchParams);
  const text = TEXT.test(headers["content-type"] ?? "text/plain");
  return {
    version: "2.0",
    routeKey: match.route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...headers, "x-forwarded-for": sourceIp, "x-forwarded-proto": "http", "x-forwarded-port": url.port },
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(Object.keys(match.parameters).length > 0 ? { pathParameters: match.parameters } : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: "local",
      ...(authorized ? { authorizer: authorized } : {}),
      domainName: headers.host ?? "",
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: match.route.key,
      stage: "$default",
      time: logTime(new Date(now)),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: body.toString(text ? "utf8" : "base64") } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
}

const Reply = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Sends a function's answer; false when it is none that API Gateway understands. Without a status code it is a JSON 200. */
export function sendReply(response: ServerResponse, answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || !("statusCode" in answer)) {
    const text = typeof answer === "string" ? answer : JSON.stringify(answer);
    response.writeHead(200, { "content-type": "application/json" }).end(text);
    return true;
  }
  const reply = Reply.safeParse(answer);
  if (!reply.success) return false;
  const { statusCode, headers, cookies, body, isBase64Encoded } = reply.data;
  const own = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  for (const [name, value] of own) if (name !== "content-length") response.setHeader(name, value);
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "text/plain;charset=UTF-8");
  if (cookies?.length) response.setHeader("set-cookie", cookies);
  response.writeHead(statusCode).end(Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"));
  return true;
}
