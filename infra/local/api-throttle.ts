import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Limits = z.object({
  ThrottlingBurstLimit: z.coerce.number().optional(),
  ThrottlingRateLimit: z.coerce.number().optional(),
});
const Stage = z.object({
  DefaultRouteSettings: Limits.default({}),
  RouteSettings: z.record(z.string(), Limits).default({}),
});

/** May this route be called once more? */
export type Throttle = (routeKey: string) => boolean;

/**
 * One token bucket a route, from the stage's settings. It fills in real time, whatever the virtual clock does: it
 * guards against callers, and they are real. A route without a limit is never held up.
 */
export function createThrottle(
  assembly: Assembly,
  names: Names,
  realNow: () => number = () => performance.now(),
): Throttle {
  const stages = resourcesOf(assembly, "AWS::ApiGatewayV2::Stage").map(([, resource]) =>
    Stage.parse(resolveValue(resource.Properties, names)),
  );
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (routeKey) => {
    const stage = stages[0];
    const limits = { ...stage?.DefaultRouteSettings, ...stage?.RouteSettings[routeKey] };
    if (limits.ThrottlingRateLimit === undefined && limits.ThrottlingBurstLimit === undefined) return true;
    const rate = limits.ThrottlingRateLimit ?? 10_000;
    const burst = limits.ThrottlingBurstLimit ?? 5_000;
    const now = realNow();
    const bucket = buckets.get(routeKey) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * rate);
    bucket.at = now;
    buckets.set(routeKey, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
