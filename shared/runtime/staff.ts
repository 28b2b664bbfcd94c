import type { Actor } from "../case/actor.ts";
import { Answered } from "./answer.ts";

/** Claims as an HTTP API hands them over: texts, and lists as `[a b]`. */
export type Claims = Readonly<Record<string, string | number | boolean | string[]>>;

const groupsOf = (claim: Claims[string] | undefined): readonly string[] => {
  if (Array.isArray(claim)) return claim;
  if (typeof claim !== "string") return [];
  return claim
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);
};

/**
 * Who a token speaks for in one company: its groups are `<org>:<role>`, and those of other companies count for nothing.
 * @throws Answered 403 when it has no role here.
 */
export const staffOf = (claims: Claims | undefined, org: string): Extract<Actor, { kind: "staff" }> => {
  const roles = groupsOf(claims?.["cognito:groups"] ?? claims?.groups).flatMap((group) =>
    group.startsWith(`${org}:`) ? [group.slice(org.length + 1)] : [],
  );
  if (claims?.sub === undefined || roles.length === 0) throw new Answered({ status: 403, code: "not-a-member" });
  const sub = String(claims.sub);
  return {
    kind: "staff",
    sub,
    name: String(claims.name ?? claims.email ?? claims["cognito:username"] ?? claims.username ?? sub),
    roles,
  };
};
