import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { replaceFile } from "./durable.ts";
import type { OidcClient } from "./oidc-clients.ts";

/** Somebody who may sign in on this machine. Groups are the pool's groups, which the product maps to roles. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly email?: string;
}

export interface TokenSet {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
}

export interface Tokens {
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
  issue(client: OidcClient, person: Person, scope: string, nonce?: string): Promise<TokenSet>;
  /** Whom a refresh token speaks for; undefined when it is none of ours, expired, or another client's. */
  refreshed(token: string, client: OidcClient): Promise<{ sub: string; scope: string } | undefined>;
}

async function keyPair(file: string | undefined): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }> {
  let secret: JWK;
  if (file !== undefined && existsSync(file)) secret = JSON.parse(readFileSync(file, "utf8"));
  else {
    secret = await exportJWK((await generateKeyPair("RS256", { extractable: true })).privateKey);
    if (file !== undefined) replaceFile(file, JSON.stringify(secret));
  }
  const { kty, n, e } = secret;
  const kid = createHash("sha256").update(String(n)).digest("base64url").slice(0, 16);
  const jwk: JWK = { ...(kty ? { kty } : {}), ...(n ? { n } : {}), ...(e ? { e } : {}), kid, alg: "RS256", use: "sig" };
  const [privateKey, publicKey] = await Promise.all([importJWK(secret, "RS256"), importJWK(jwk, "RS256")]);
  if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array) throw new Error(`${file} holds no RSA key`);
  return { privateKey, publicKey, jwk };
}

/**
 * Tokens shaped like Cognito's: the access token has `client_id` and no `aud`, both carry `cognito:groups`. They live in
 * virtual time (`now`, ms). The key is kept in `file`, so that people stay signed in over a restart.
 */
export async function createTokens(options: { file?: string; issuer: string; now: () => number }): Promise<Tokens> {
  const { privateKey, publicKey, jwk } = await keyPair(options.file);
  const sign = (claims: Record<string, unknown>, seconds: number) => {
    const at = Math.floor(options.now() / 1000);
    return new SignJWT({ ...claims, auth_time: at, jti: randomUUID() })
      .setProtectedHeader({ alg: "RS256", ...(jwk.kid ? { kid: jwk.kid } : {}) })
      .setIssuer(options.issuer)
      .setIssuedAt(at)
      .setExpirationTime(at + seconds)
      .sign(privateKey);
  };
  return {
    publicKey,
    jwk,
    async issue(client, { sub, name, groups, email }, scope, nonce) {
      const common = { sub, "cognito:groups": groups, origin_jti: randomUUID(), event_id: randomUUID() };
      const access = { ...common, token_use: "access", client_id: client.id, scope, username: sub, version: 2 };
      const id = {
        ...common,
        token_use: "id",
        aud: client.id,
        "cognito:username": sub,
        name,
        ...(email === undefined ? {} : { email, email_verified: true }),
        ...(nonce === undefined ? {} : { nonce }),
      };
      const refresh = { sub, token_use: "refresh", client_id: client.id, scope };
      const [access_token, id_token, refresh_token] = await Promise.all([
        sign(access, client.accessSeconds),
        sign(id, client.idSeconds),
        sign(refresh, client.refreshSeconds),
      ]);
      return { access_token, id_token, refresh_token, token_type: "Bearer", expires_in: client.accessSeconds };
    },
    async refreshed(token, client) {
      const options_ = { issuer: options.issuer, currentDate: new Date(options.now()) };
      const verified = await jwtVerify(token, publicKey, options_).catch(() => undefined); // answered as invalid_grant
      const claims = verified?.payload;
      if (claims?.token_use !== "refresh" || claims.client_id !== client.id) return undefined;
      return { sub: String(claims.sub), scope: String(claims.scope) };
    },
  };
}
