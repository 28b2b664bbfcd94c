import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Rule = z.object({
  AllowedOrigins: z.array(z.string()),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.coerce.number().optional(),
});
type Rule = z.infer<typeof Rule>;
const Bucket = z.object({ CorsConfiguration: z.object({ CorsRules: z.array(Rule) }).optional() });

/** The CORS rules of each bucket, by bucket name. */
export function corsRules(assembly: Assembly, names: Names): ReadonlyMap<string, readonly Rule[]> {
  return new Map(
    resourcesOf(assembly, "AWS::S3::Bucket").map(([id, resource]) => [
      names.ref(id) ?? id,
      Bucket.parse(resolveValue(resource.Properties, names)).CorsConfiguration?.CorsRules ?? [],
    ]),
  );
}

const fits = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "i",
  ).test(text);

/**
 * The headers that let a page of `origin` do `method`, or undefined when no rule of the bucket allows it. The pages of
 * this very stack (`home`) stand for the product's own site, whose address is only known after a deployment: they pass
 * wherever a rule allows the method at all.
 */
export function corsHeaders(
  rules: readonly Rule[],
  home: readonly string[],
  asked: { origin: string; method: string; headers: string },
): Record<string, string> | undefined {
  const wanted = asked.headers
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const rule = rules.find(
    (candidate) =>
      candidate.AllowedMethods.includes(asked.method) &&
      (home.includes(asked.origin) || candidate.AllowedOrigins.some((pattern) => fits(pattern, asked.origin))) &&
      wanted.every((name) => candidate.AllowedHeaders.some((pattern) => fits(pattern, name))),
  );
  if (rule === undefined) return undefined;
  return {
    "access-control-allow-origin": rule.AllowedOrigins.includes("*") ? "*" : asked.origin,
    "access-control-allow-methods": rule.AllowedMethods.join(", "),
    ...(wanted.length > 0 ? { "access-control-allow-headers": wanted.join(", ") } : {}),
    ...(rule.ExposedHeaders.length > 0 ? { "access-control-expose-headers": rule.ExposedHeaders.join(", ") } : {}),
    ...(rule.MaxAge === undefined ? {} : { "access-control-max-age": String(rule.MaxAge) }),
    vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
  };
}
