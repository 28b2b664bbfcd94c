import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { type Authorize, bearer } from "./api-authorizer.ts";
import { type Authorized, httpEvent, sendReply } from "./api-event.ts";
import type { createRouter } from "./api-routes.ts";
import type { Throttle } from "./api-throttle.ts";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import { readBody, requestUrl, sendJson } from "./server.ts";

const MOST_BYTES = 10 * 1024 * 1024;
/** What Lambda takes as one event; API Gateway lets more through and then fails. */
const MOST_EVENT_BYTES = 6 * 1024 * 1024;

const Api = z.object({
  CorsConfiguration: z
    .object({
      AllowOrigins: z.array(z.string()).default([]),
      AllowMethods: z.array(z.string()).default([]),
      AllowHeaders: z.array(z.string()).default([]),
      ExposeHeaders: z.array(z.string()).default([]),
      MaxAge: z.coerce.number().optional(),
      AllowCredentials: z.boolean().default(false),
    })
    .optional(),
});
type Cors = NonNullable<z.infer<typeof Api>["CorsConfiguration"]>;

/** The CORS settings of the template's API; undefined when it has none, and OPTIONS is a request like any other. */
export function corsOf(assembly: Assembly, names: Names): Cors | undefined {
  const [api] = resourcesOf(assembly, "AWS::ApiGatewayV2::Api");
  return api && Api.parse(resolveValue(api[1].Properties, names)).CorsConfiguration;
}

function applyCors(cors: Cors, request: IncomingMessage, response: ServerResponse): void {
  const origin = request.headers.origin;
  const any = cors.AllowOrigins.includes("*");
  if (origin === undefined || !(any || cors.AllowOrigins.includes(origin))) return;
  response.setHeader("access-control-allow-origin", any ? "*" : origin);
  if (!any) response.setHeader("vary", "origin");
  if (cors.AllowCredentials) response.setHeader("access-control-allow-credentials", "true");
  if (cors.ExposeHeaders.length > 0) response.setHeader("access-control-expose-headers", cors.ExposeHeaders.join(","));
  if (request.method !== "OPTIONS") return;
  response.setHeader("access-control-allow-methods", cors.AllowMethods.join(","));
  response.setHeader("access-control-allow-headers", cors.AllowHeaders.join(","));
  if (cors.MaxAge !== undefined) response.setHeader("access-control-max-age", String(cors.MaxAge));
}

export interface ApiOptions {
  readonly route: ReturnType<typeof createRouter>;
  readonly authorizers: ReadonlyMap<string, Authorize>;
  readonly throttle: Throttle;
  readonly cors: Cors | undefined;
  readonly now: () => number;
}

/** An HTTP API as its callers meet it: payload format 2.0, stage `$default` at the root. */
export function createApi(options: ApiOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const say = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}) =>
    sendJson(response, status, { message }, { "content-type": "application/json", ...headers });

  return async (request, response) => {
    const url = requestUrl(request);
    const method = request.method ?? "GET";
    if (options.cors) applyCors(options.cors, request, response);
    if (options.cors && method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined)
      return void response.writeHead(204).end();
    const match = options.route(method, url.pathname);
    if (match === undefined) return say(response, 404, "Not Found");
    if (!options.throttle(match.route.key)) return say(response, 429, "Too Many Requests");
    let authorized: Authorized | undefined;
    if (match.route.authorizer !== undefined) {
      const authorize = options.authorizers.get(match.route.authorizer);
      if (authorize === undefined)
        throw new Error(`route ${match.route.key} names an authorizer that is not in the template`);
      const verdict = await authorize(bearer(request.headers.authorization), match.route.scopes);
      if (!verdict.ok) {
        const { status, reason } = verdict.error;
        const detail =
          request.headers.authorization === undefined
            ? "Bearer"
            : `Bearer error="invalid_token" error_description="${reason.replace(/"/g, "'")}"`;
        return say(response, status, status === 401 ? "Unauthorized" : "Forbidden", { "www-authenticate": detail });
      }
      authorized = verdict.value;
    }
    const body = await readBody(request, MOST_BYTES);
    if (body === undefined || body.length > MOST_EVENT_BYTES) return say(response, 413, "Request Entity Too Large");
    const event = httpEvent(request, url, body, match, authorized, options.now());
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      patience = setTimeout(() => resolve("late"), match.route.timeoutMs);
    });
    const answer = await Promise.race([match.route.target.invoke(event).then((value) => ({ value })), late]).catch(
      () => undefined,
    ); // the function has said what went wrong
    clearTimeout(patience);
    if (answer === "late") return say(response, 503, "Service Unavailable");
    if (answer === undefined || !sendReply(response, answer.value)) say(response, 500, "Internal Server Error");
  };
}
