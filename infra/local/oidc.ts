import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { OidcClient } from "./oidc-clients.ts";
import { LOGIN_CSP, loginPage, refusalPage } from "./oidc-page.ts";
import type { Person, TokenSet, Tokens } from "./oidc-tokens.ts";
import { readBody, requestUrl, sendJson } from "./server.ts";

const CODE_LIFE_MS = 5 * 60_000;

interface Grant {
  readonly client: OidcClient;
  readonly person: Person;
  readonly redirect: string;
  readonly challenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly until: number;
}

export interface Oidc {
  /** Answers a request below `/_local/oidc/<pool>`; `path` is what follows. */
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
  /** For scripts and tests: tokens without the page. Undefined when nobody has that `sub`. */
  tokensFor(sub: string, clientId?: string): Promise<TokenSet | undefined>;
}

const html = (response: ServerResponse, status: number, body: string): void =>
  void response
    .writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": LOGIN_CSP,
      "cache-control": "no-store",
    })
    .end(body);

/**
 * A stand-in for a Cognito user pool and its sign-in pages: discovery, keys, authorization code with PKCE (S256 only),
 * one-time codes, exact redirect addresses, refresh, logout. Real time guards the codes, virtual time the tokens.
 */
export function createOidc(options: {
  issuer: string;
  clients: readonly OidcClient[];
  people: readonly Person[];
  tokens: Tokens;
}): Oidc {
  const { issuer, clients, people, tokens } = options;
  const grants = new Map<string, Grant>();

  /** What is wrong with an authorization request, or who asks. Nothing is ever sent to an address that is not listed. */
  function readRequest(query: URLSearchParams): { client: OidcClient; redirect: string } | string {
    const client = clients.find((one) => one.id === query.get("client_id"));
    const redirect = query.get("redirect_uri") ?? "";
    if (client === undefined) return "unknown client_id";
    if (!client.mayReturnTo(redirect)) return `redirect_uri is not among the client's callback addresses: ${redirect}`;
    if (query.get("response_type") !== "code") return "response_type must be code";
    if (query.get("code_challenge_method") !== "S256" || !query.get("code_challenge"))
      return "PKCE with S256 is required";
    return { client, redirect };
  }

  async function authorize(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const form = request.method === "POST" ? new URLSearchParams((await readBody(request, 65_536))?.toString()) : query;
    const asked = readRequest(form);
    if (typeof asked === "string") return html(response, 400, refusalPage(asked));
    if (request.method !== "POST") return html(response, 200, loginPage(people, query));
    const person = people.find((one) => one.sub === form.get("sub"));
    if (person === undefined) return html(response, 401, refusalPage("nobody of that name"));
    const code = randomBytes(24).toString("base64url");
    grants.set(code, {
      ...asked,
      person,
      challenge: form.get("code_challenge") ?? "",
      scope: form.get("scope") ?? asked.client.scopes.join(" "),
      nonce: form.get("nonce") ?? undefined,
      until: performance.now() + CODE_LIFE_MS,
    });
    const target = new URL(asked.redirect);
    target.searchParams.set("code", code);
    const state = form.get("state");
    if (state !== null) target.searchParams.set("state", state);
    response.writeHead(302, { location: target.href, "cache-control": "no-store" }).end();
  }

  async function exchange(form: URLSearchParams): Promise<TokenSet | string> {
    const client = clients.find((one) => one.id === form.get("client_id"));
    if (client === undefined) return "invalid_client";
    if (form.get("grant_type") === "refresh_token") {
      const who = await tokens.refreshed(form.get("refresh_token") ?? "", client);
      const person = people.find((one) => one.sub === who?.sub);
      return who && person ? tokens.issue(client, person, who.scope) : "invalid_grant";
    }
    if (form.get("grant_type") !== "authorization_code") return "unsupported_grant_type";
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code); // a code is good once, also when the rest is wrong
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const good =
      grant !== undefined &&
      grant.client.id === client.id &&
      grant.redirect === form.get("redirect_uri") &&
      grant.challenge === challenge &&
      grant.until > performance.now();
    return good ? tokens.issue(client, grant.person, grant.scope, grant.nonce) : "invalid_grant";
  }

  return {
    async tokensFor(sub, clientId) {
      const client = clientId === undefined ? clients[0] : clients.find((one) => one.id === clientId);
      const person = people.find((one) => one.sub === sub);
      return client && person ? tokens.issue(client, person, client.scopes.join(" ")) : undefined;
    },
    async handle(request, response, path) {
      const query = requestUrl(request).searchParams;
      switch (path.replace(/^\/oauth2(?=\/)/, "")) {
        case "/.well-known/openid-configuration":
          return sendJson(response, 200, {
            issuer,
            jwks_uri: `${issuer}/.well-known/jwks.json`,
            authorization_endpoint: `${issuer}/oauth2/authorize`,
            token_endpoint: `${issuer}/oauth2/token`,
            end_session_endpoint: `${issuer}/logout`,
            response_types_supported: ["code"],
            subject_types_supported: ["public"],
            code_challenge_methods_supported: ["S256"],
            id_token_signing_alg_values_supported: ["RS256"],
            scopes_supported: ["openid", "email", "profile"],
            token_endpoint_auth_methods_supported: ["none"],
          });
        case "/.well-known/jwks.json":
          return sendJson(response, 200, { keys: [tokens.jwk] });
        case "/authorize":
        case "/login":
          return authorize(request, response, query);
        case "/token": {
          const answer = await exchange(new URLSearchParams((await readBody(request, 65_536))?.toString()));
          return typeof answer === "string"
            ? sendJson(response, 400, { error: answer })
            : sendJson(response, 200, answer);
        }
        case "/logout": {
          const target =
            query.get("logout_uri") ?? query.get("redirect_uri") ?? query.get("post_logout_redirect_uri") ?? "";
          const client = clients.find((one) => one.id === query.get("client_id")) ?? clients[0];
          if (!client?.mayLogOutTo(target) && !client?.mayReturnTo(target))
            return html(response, 400, refusalPage("logout_uri is not among the client's addresses"));
          return void response.writeHead(302, { location: target }).end();
        }
        default:
          return sendJson(response, 404, { message: "not found" });
      }
    },
  };
}
