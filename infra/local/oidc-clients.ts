import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import { type Names, resolveValue } from "./intrinsics.ts";

const Client = z.object({
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AccessTokenValidity: z.coerce.number().optional(),
  IdTokenValidity: z.coerce.number().optional(),
  RefreshTokenValidity: z.coerce.number().default(30),
  TokenValidityUnits: z
    .object({
      AccessToken: z.string().default("hours"),
      IdToken: z.string().default("hours"),
      RefreshToken: z.string().default("days"),
    })
    .default({ AccessToken: "hours", IdToken: "hours", RefreshToken: "days" }),
  AllowedOAuthScopes: z.array(z.string()).default(["openid"]),
});

/** An application that may send people here to sign in. Lifetimes in seconds. */
export interface OidcClient {
  readonly id: string;
  readonly accessSeconds: number;
  readonly idSeconds: number;
  readonly refreshSeconds: number;
  readonly scopes: readonly string[];
  mayReturnTo(url: string): boolean;
  mayLogOutTo(url: string): boolean;
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

const isLocal = (url: URL): boolean => url.hostname === "localhost" || url.hostname === "127.0.0.1";

/** Exact match; an address of the template on localhost means this stack, wherever it runs (`home`). */
const listed = (allowed: readonly string[], home: readonly string[], asked: string): boolean =>
  URL.canParse(asked) &&
  allowed.some((entry) => {
    if (entry === asked) return true;
    if (!URL.canParse(entry) || !isLocal(new URL(entry))) return false;
    const [a, b] = [new URL(entry), new URL(asked)];
    return home.includes(b.origin) && a.pathname === b.pathname && a.search === b.search && b.hash === "";
  });

/** The user pool clients of the template. `home`: the origins under which this stack is reached. */
export function clientsOf(assembly: Assembly, names: Names, home: readonly string[]): OidcClient[] {
  return resourcesOf(assembly, "AWS::Cognito::UserPoolClient").map(([id, resource]) => {
    const client = Client.parse(resolveValue(resource.Properties, names));
    const units = client.TokenValidityUnits;
    const seconds = (amount: number, unit: string) => amount * (SECONDS[unit] ?? 3_600);
    return {
      id: names.ref(id) ?? id,
      accessSeconds: seconds(
        client.AccessTokenValidity ?? 1,
        client.AccessTokenValidity === undefined ? "hours" : units.AccessToken,
      ),
      idSeconds: seconds(client.IdTokenValidity ?? 1, client.IdTokenValidity === undefined ? "hours" : units.IdToken),
      refreshSeconds: seconds(client.RefreshTokenValidity, units.RefreshToken),
      scopes: client.AllowedOAuthScopes,
      mayReturnTo: (url) => listed(client.CallbackURLs, home, url),
      mayLogOutTo: (url) => listed(client.LogoutURLs, home, url),
    };
  });
}
