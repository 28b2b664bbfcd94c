/** Tokens live as long as the tab: nothing of them is left on a shared computer. */
export type Session = { readonly idToken: string; readonly refreshToken?: string | undefined };

const SESSION = "aftercare.session";
const PENDING = "aftercare.signing-in";

/** What is kept while somebody is away at the sign-in page. */
export type Pending = { readonly state: string; readonly verifier: string; readonly hash: string };

const read = <T>(name: string): T | undefined => {
  const kept = sessionStorage.getItem(name);
  return kept === null ? undefined : (JSON.parse(kept) as T); // only this file writes it
};

export const keptSession = (): Session | undefined => read(SESSION);
export const keepSession = (session: Session): void => sessionStorage.setItem(SESSION, JSON.stringify(session));
export const dropSession = (): void => sessionStorage.removeItem(SESSION);

export const keepPending = (pending: Pending): void => sessionStorage.setItem(PENDING, JSON.stringify(pending));
export const takePending = (): Pending | undefined => {
  const pending = read<Pending>(PENDING);
  sessionStorage.removeItem(PENDING);
  return pending;
};
