/** Who signed in, and where they have a role. It only decides what is shown: the API reads the token itself. */
export type Person = { readonly sub: string; readonly name: string; readonly orgs: readonly string[] };

type Claims = Readonly<Record<string, unknown>>;

const claimsOf = (token: string): Claims => {
  const [, middle = ""] = token.split(".");
  const bytes = Uint8Array.from(atob(middle.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.codePointAt(0) ?? 0);
  return JSON.parse(new TextDecoder().decode(bytes));
};

const groupsOf = (claim: unknown): readonly string[] =>
  Array.isArray(claim) ? claim.map(String) : typeof claim === "string" ? claim.split(/[\s,]+/) : [];

/** Reads the payload of a token. @throws when it is no JWT. */
export const personOf = (token: string): Person => {
  const claims = claimsOf(token);
  const orgs = groupsOf(claims["cognito:groups"] ?? claims.groups).flatMap((group) => {
    const [org, role] = group.split(":");
    return org && role ? [org] : [];
  });
  const name = claims.name ?? claims.email ?? claims["cognito:username"] ?? claims.sub;
  return { sub: String(claims.sub ?? ""), name: String(name ?? ""), orgs: [...new Set(orgs)] };
};
