import { challengeOf, secret } from "./pkce.ts";
import { dropSession, keepPending, keepSession, keptSession, type Session, takePending } from "./session.ts";
import { type Endpoints, endpointsOf, type SignInSettings } from "./settings.ts";

export type SignIn = {
  /** Leaves for the sign-in page and comes back to the same case. */
  leave(): Promise<never>;
  /** Finishes what `leave` began. `failed` must be said, not tried again by itself: an issuer that remembers people would send them round for ever. */
  comeBack(): Promise<Session | "failed" | undefined>;
  /** A fresh token for the same person; undefined when they have to sign in again. */
  renew(): Promise<Session | undefined>;
  signOut(): Promise<void>;
};

type Tokens = { readonly id_token?: string; readonly refresh_token?: string };

/** The page itself, which is the one address that the issuer sends people back to. */
const home = (): string => `${location.origin}${location.pathname}`;

const never = (): Promise<never> => new Promise(() => undefined);

/**
 * Signing in by OpenID Connect's code flow with PKCE. The ID token is what the API is shown: unlike Cognito's access
 * token it carries the person's name, which the timeline of a case needs, and its audience is this client with every issuer.
 */
export const signInWith = (settings: SignInSettings): SignIn => {
  const { clientId } = settings;
  let found: Promise<Endpoints> | undefined;
  const endpoints = (): Promise<Endpoints> => {
    found ??= endpointsOf(settings);
    return found;
  };

  const ask = async (form: Record<string, string>): Promise<Session | undefined> => {
    const { token } = await endpoints();
    const answer = await fetch(token, { method: "POST", body: new URLSearchParams({ client_id: clientId, ...form }) });
    if (!answer.ok) return undefined;
    const { id_token: idToken, refresh_token: refreshToken } = (await answer.json()) as Tokens; // RFC 6749, 5.1
    if (idToken === undefined) return undefined;
    const session = { idToken, refreshToken: refreshToken ?? form.refresh_token };
    keepSession(session);
    return session;
  };

  return {
    async leave() {
      const [state, verifier] = [secret(), secret()];
      const { authorize } = await endpoints();
      keepPending({ state, verifier, hash: location.hash });
      const query = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: home(),
        scope: "openid email profile",
        state,
        code_challenge: await challengeOf(verifier),
        code_challenge_method: "S256",
      });
      location.assign(`${authorize}?${query}`);
      return never();
    },
    async comeBack() {
      const query = new URLSearchParams(location.search);
      const [code, state] = [query.get("code"), query.get("state")];
      if (code === null && !query.has("error")) return undefined;
      const pending = takePending();
      history.replaceState(null, "", `${home()}${pending?.hash ?? ""}`);
      if (code === null || pending === undefined || pending.state !== state) return "failed";
      const form = { grant_type: "authorization_code", code, redirect_uri: home(), code_verifier: pending.verifier };
      return (await ask(form)) ?? "failed";
    },
    async renew() {
      const refreshToken = keptSession()?.refreshToken;
      if (refreshToken === undefined) return undefined;
      const session = await ask({ grant_type: "refresh_token", refresh_token: refreshToken });
      if (session === undefined) dropSession();
      return session;
    },
    async signOut() {
      const { logout } = await endpoints();
      const idToken = keptSession()?.idToken ?? "";
      dropSession();
      // Cognito wants `logout_uri`, the standard (RP-Initiated Logout 1.0) the other two.
      const query = new URLSearchParams({
        client_id: clientId,
        logout_uri: home(),
        post_logout_redirect_uri: home(),
        id_token_hint: idToken,
      });
      location.assign(logout === undefined ? home() : `${logout}?${query}`);
    },
  };
};
