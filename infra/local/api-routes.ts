import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { functionAt } from "./functions.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import type { LocalFunction } from "./lambda.ts";

const Route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(["NONE", "JWT"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const Integration = z.object({
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.coerce.number().default(30_000),
});

export interface ApiRoute {
  readonly key: string;
  readonly target: LocalFunction;
  readonly timeoutMs: number;
  /** The logical id of the authorizer that guards it. */
  readonly authorizer: string | undefined;
  readonly scopes: readonly string[];
}

export interface Match {
  readonly route: ApiRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The routes of the template. @throws Error when one is not a payload 2.0 proxy to a function that runs here. */
export function routesOf(assembly: Assembly, names: Names, functions: ReadonlyMap<string, LocalFunction>): ApiRoute[] {
  return resourcesOf(assembly, "AWS::ApiGatewayV2::Route").map(([id, resource]) => {
    const route = Route.parse(resolveValue(resource.Properties, names));
    const integration = assembly.Resources[route.Target.split("/").at(-1) ?? ""];
    if (integration === undefined)
      throw new Error(`route ${route.RouteKey} (${id}) has no integration in this template`);
    const { IntegrationUri, TimeoutInMillis } = Integration.parse(resolveValue(integration.Properties, names));
    return {
      key: route.RouteKey,
      target: functionAt(functions, IntegrationUri, `route ${route.RouteKey}`),
      timeoutMs: TimeoutInMillis,
      authorizer: route.AuthorizationType === "JWT" ? route.AuthorizerId : undefined,
      scopes: route.AuthorizationScopes,
    };
  });
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray "%" is passed on as it came
  }
};

interface Pattern {
  readonly route: ApiRoute;
  readonly method: string;
  readonly segments: readonly string[];
}

/** The parameters when the path fits, with how it fits: one digit a segment, the more exact the higher. */
function fitPath(
  segments: readonly string[],
  path: readonly string[],
): { rank: string; parameters: Record<string, string> } | undefined {
  const parameters: Record<string, string> = {};
  let rank = "";
  for (const [index, segment] of segments.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(segment)?.[1];
    const single = /^\{(.+)\}$/.exec(segment)?.[1];
    const given = path[index];
    if (given === undefined) return undefined;
    if (greedy !== undefined) {
      const rest = path.slice(index).map(decode).join("/");
      return rest === "" ? undefined : { rank: `${rank}1`, parameters: { ...parameters, [greedy]: rest } };
    }
    if (single !== undefined && given !== "") parameters[single] = decode(given);
    else if (segment !== given && segment !== decode(given)) return undefined;
    rank += single === undefined ? "3" : "2";
  }
  return segments.length === path.length ? { rank, parameters } : undefined;
}

/**
 * Finds the route of a request as API Gateway does: literal parts before variables before `{proxy+}`, an exact method
 * before ANY, `$default` when nothing else fits.
 */
export function createRouter(routes: readonly ApiRoute[]): (method: string, path: string) => Match | undefined {
  const fallback = routes.find((route) => route.key === "$default");
  const patterns = routes
    .filter((route) => route !== fallback)
    .map((route): Pattern => {
      const [method = "ANY", path = "/"] = route.key.split(" ");
      return { route, method, segments: path.split("/").slice(1) };
    });
  return (method, path) => {
    const given = path.split("/").slice(1);
    let best: (Match & { rank: string }) | undefined;
    for (const pattern of patterns) {
      if (pattern.method !== "ANY" && pattern.method !== method) continue;
      const found = fitPath(pattern.segments, given);
      if (found === undefined) continue;
      const rank = `${found.rank}${pattern.method === "ANY" ? "0" : "1"}`;
      if (best === undefined || rank > best.rank) best = { route: pattern.route, parameters: found.parameters, rank };
    }
    return best ?? (fallback && { route: fallback, parameters: {} });
  };
}
