/** What an installation says about signing in; the deployment and the local stack write it to `/console/config.json`. */
export type SignInSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Where Cognito's sign-in pages are, whose endpoints are known; any other issuer is asked for its own. */
  readonly login?: string;
};

export type Endpoints = { readonly authorize: string; readonly token: string; readonly logout?: string | undefined };

type Discovery = {
  readonly authorization_endpoint?: string;
  readonly token_endpoint?: string;
  readonly end_session_endpoint?: string;
};

const jsonAt = async <T>(address: string): Promise<T> => {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T; // written by the installation or its issuer; what is missing is said below
};

export const settingsAt = (address: string): Promise<SignInSettings> => jsonAt(address);

/** @throws when a discovery document (OpenID Connect Discovery 1.0) names no place to sign in. */
export const fromDiscovery = (found: Discovery): Endpoints => {
  const { authorization_endpoint: authorize, token_endpoint: token, end_session_endpoint: logout } = found;
  if (authorize === undefined || token === undefined) throw new Error("the issuer names no endpoints");
  return { authorize, token, logout };
};

export const endpointsOf = async ({ issuer, login }: SignInSettings): Promise<Endpoints> =>
  login === undefined
    ? fromDiscovery(await jsonAt<Discovery>(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`))
    : { authorize: `${login}/oauth2/authorize`, token: `${login}/oauth2/token`, logout: `${login}/logout` };
