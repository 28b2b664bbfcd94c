import middy from "@middy/core";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import type { Route, Routes } from "../api/routes/routes.ts";
import { toMs } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { Answered, answerProblem, edgeProblem } from "./answer.ts";
import { fieldProblems } from "./issues.ts";
import { log } from "./log.ts";
import { now } from "./now.ts";
import { type HttpEvent, jsonOf, localeOf } from "./request.ts";

/** What a handler is given of a request, read by the schemas of its route. */
export type Input<R extends Route> = {
  readonly params: z.infer<R["params"]>;
  readonly query: R extends { query: infer Q extends z.ZodType } ? z.infer<Q> : undefined;
  readonly body: R extends { body: infer B extends z.ZodType } ? z.infer<B> : undefined;
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** Every route of one function, none forgotten and none too many. */
export type Handlers<R extends Routes> = {
  readonly [Id in keyof R]: (input: Input<R[Id]>) => Promise<APIGatewayProxyStructuredResultV2>;
};

const pathProblem = (path: PropertyKey[]): Answered =>
  new Answered({
    status: 404,
    code: path[0] === "org" ? "no-such-org" : path[0] === "caseId" ? "no-such-case" : "not-found",
  });

const read = <T>(schema: z.ZodType<T>, given: unknown, locale: Locale): T => {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Answered({ status: 400, code: "bad-fields", fields: fieldProblems(result.error, given, locale) });
};

const inputOf = (route: Route, event: HttpEvent, locale: Locale) => {
  const params = route.params.safeParse(event.pathParameters ?? {});
  if (!params.success) throw pathProblem(params.error.issues[0]?.path ?? []);
  return {
    params: params.data,
    query: route.query === undefined ? undefined : read(route.query, event.queryStringParameters ?? {}, locale),
    body: route.body === undefined ? undefined : read(route.body, jsonOf(event), locale),
    event,
    locale,
  };
};

type Served = {
  readonly route: Route;
  readonly handle: (input: unknown) => Promise<APIGatewayProxyStructuredResultV2>;
};

const respond = async (
  event: HttpEvent,
  served: ReadonlyMap<string, Served>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const found = served.get(event.routeKey);
  if (found === undefined) throw new Answered({ status: 404, code: "not-found" });
  const locale = localeOf(event);
  return found.handle(inputOf(found.route, event, locale));
};

/** Security headers of every answer; pages add their own. */
const HEADERS = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/**
 * The HTTP edge of a function: finds the route, parses path, query and body, answers refusals as problem details in the
 * reader's language, and keeps what broke to the log.
 */
export const http = <R extends Routes>(routes: R, handlers: Handlers<R>) => {
  const served = new Map(
    Object.entries(routes).map(([id, route]) => [
      `${route.method} ${route.path}`,
      { route, handle: (handlers as Record<string, Served["handle"]>)[id] as Served["handle"] }, // the type above has one for each
    ]),
  );
  const started = new WeakMap<object, number>();
  return middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use({
      before: ({ event }) => {
        started.set(event, toMs(now()));
      },
      after: (request) => {
        const { event, response } = request;
        if (response === null || response === undefined) return;
        response.headers = { ...HEADERS, ...response.headers };
        const ms = toMs(now()) - (started.get(event) ?? toMs(now()));
        log("SERVED", {
          route: event.routeKey,
          status: response.statusCode,
          ms,
          request: event.requestContext.requestId,
        });
      },
      onError: (request) => {
        const { event, error } = request;
        const problem = error instanceof Answered ? error.problem : { status: 500, code: "broken" as const };
        if (!(error instanceof Answered)) {
          log("BROKE", {
            route: event.routeKey,
            request: event.requestContext.requestId,
            error: error?.name,
            trace: error?.stack,
          });
        }
        const answered = answerProblem(edgeProblem(problem, localeOf(event)));
        request.response = { ...answered, headers: { ...HEADERS, ...answered.headers } };
      },
    })
    .handler((event) => respond(event, served));
};
