import { type JWTPayload, jwtVerify } from "jose";
import * as z from "zod";
import type { Authorized } from "./api-event.ts";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Authorizer = z.object({
  AuthorizerType: z.literal("JWT"),
  IdentitySource: z.array(z.string()).default(["$request.header.Authorization"]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** Why a request is turned away: 401 for who, 403 for what. */
interface Turned {
  readonly status: 401 | 403;
  readonly reason: string;
}

export type Authorize = (
  token: string | undefined,
  scopes: readonly string[],
) => Promise<{ ok: true; value: Authorized } | { ok: false; error: Turned }>;

const asText = (value: unknown): string => (Array.isArray(value) ? `[${value.map(asText).join(" ")}]` : String(value));

const turned = (status: 401 | 403, reason: string) => ({ ok: false as const, error: { status, reason } });

const strings = (value: unknown): string[] =>
  typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value.map(String) : [];

/**
 * The JWT authorizers of the template, by logical id. A token passes when it is signed by the local user pool, comes from
 * the named issuer, has not expired in virtual time, and its `aud` or `client_id` is in the audience.
 */
export function authorizersOf(
  assembly: Assembly,
  names: Names,
  local: { keys: Parameters<typeof jwtVerify>[1]; issuers: readonly string[]; now: () => number },
  warn: (line: string) => void,
): ReadonlyMap<string, Authorize> {
  const entries = resourcesOf(assembly, "AWS::ApiGatewayV2::Authorizer").map(([id, resource]): [string, Authorize] => {
    const { JwtConfiguration } = Authorizer.parse(resolveValue(resource.Properties, names));
    const { Audience } = JwtConfiguration;
    const known = local.issuers.includes(JwtConfiguration.Issuer);
    const issuer = known ? JwtConfiguration.Issuer : (local.issuers[0] ?? JwtConfiguration.Issuer);
    if (!known) warn(`authorizer ${id} trusts ${JwtConfiguration.Issuer}; on this machine ${issuer} stands in for it`);
    const fitsAudience = (claims: JWTPayload) =>
      [...strings(claims.aud), ...strings(claims.client_id)].some((one) => Audience.includes(one));
    return [
      id,
      async (token, scopes) => {
        if (token === undefined) return turned(401, "no token");
        let claims: JWTPayload;
        try {
          const options = {
            issuer,
            currentDate: new Date(local.now()),
            algorithms: ["RS256"],
            requiredClaims: ["exp"],
          };
          claims = (await jwtVerify(token, local.keys as CryptoKey, options)).payload; // one overload of two; the caller gives a key
        } catch (error) {
          return turned(401, error instanceof Error ? error.message : "invalid token");
        }
        if (!fitsAudience(claims)) return turned(401, "the token is meant for another audience");
        const held = [...strings(claims.scope), ...strings(claims.scp)];
        if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope)))
          return turned(403, "insufficient scope");
        const texts = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, asText(value)]));
        return { ok: true, value: { jwt: { claims: texts, scopes: scopes.length > 0 ? scopes : null } } };
      },
    ];
  });
  return new Map(entries);
}

/** The token of an Authorization header, with or without the word Bearer before it. */
export const bearer = (header: string | undefined): string | undefined =>
  header?.replace(/^Bearer\s+/i, "").trim() || undefined;
