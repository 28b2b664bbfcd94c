import * as z from "zod";
import { CaseView } from "../../shared/api/case-view.ts";
import { type Answer, type Ask, must } from "./call.ts";

type Known = { readonly caseId: string };
const Token = z.object({ access_token: z.string() });

/** An access token of somebody of the demo company, from the local issuer. */
export const tokenOf = async (ask: Ask, sub: string): Promise<string> =>
  Token.parse(must(await ask("POST", "/_local/token", { body: { sub } }), 200).body).access_token;

/** One member of staff at work. The token is asked for anew once it is refused, since the clock may have been turned. */
export type Staff = ReturnType<typeof staff>;

export const staff = (ask: Ask, org: string, sub: string) => {
  let token: string | undefined;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const send = () => ask(method, `/v1/${org}${path}`, { token, headers, ...(body === undefined ? {} : { body }) });
    const known = token !== undefined;
    token ??= await tokenOf(ask, sub);
    const answer = await send();
    if (!known || answer.status !== 401) return answer;
    token = await tokenOf(ask, sub);
    return send();
  };
  const post = (path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer> =>
    call("POST", path, body, headers);
  return {
    get: (path: string, headers?: Record<string, string>): Promise<Answer> => call("GET", path, undefined, headers),
    post,
    see: async ({ caseId }: Known): Promise<CaseView> =>
      CaseView.parse(must(await call("GET", `/cases/${caseId}`), 200).body),
    /** A step of the workflow, and whatever is answered. */
    tryStep: ({ caseId }: Known, step: string, answers: unknown = {}): Promise<Answer> =>
      post(`/cases/${caseId}/steps/${step}`, answers),
    /** A step that must be open. */
    step: async ({ caseId }: Known, step: string, answers: unknown = {}): Promise<CaseView> =>
      CaseView.parse(must(await post(`/cases/${caseId}/steps/${step}`, answers), 200).body),
    /** Takes a matter in for a customer, and whatever is answered. */
    tryTake: (body: unknown, { policy, key }: { policy?: string; key?: string } = {}): Promise<Answer> =>
      post(
        policy === undefined ? "/cases/intake" : `/cases/intake?policy=${policy}`,
        body,
        key === undefined ? {} : { "idempotency-key": key },
      ),
    /** Anything else that is done to a case, which must be obeyed. */
    act: async ({ caseId }: Known, path: string, body: unknown = {}): Promise<CaseView> =>
      CaseView.parse(must(await post(`/cases/${caseId}/${path}`, body), 200).body),
    tryAct: ({ caseId }: Known, path: string, body: unknown = {}): Promise<Answer> =>
      post(`/cases/${caseId}/${path}`, body),
    /** A signature that must be taken: their own, or one that somebody gave before them. */
    sign: async ({ caseId }: Known, signoff: string, by: string): Promise<CaseView> => {
      const signature = { signoff, by, name: `${by}, by hand`, method: "drawn" };
      return CaseView.parse(must(await post(`/cases/${caseId}/signatures`, signature), 200).body);
    },
    /** Something that happened outside the workflow. */
    happened: ({ caseId }: Known, event: string, more: object = {}): Promise<Answer> =>
      post(`/cases/${caseId}/events`, { event, ...more }),
    note: ({ caseId }: Known, text: string): Promise<Answer> => post(`/cases/${caseId}/notes`, { text }),
    askExtension: ({ caseId }: Known, asked: unknown): Promise<Answer> => post(`/cases/${caseId}/extensions`, asked),
    decide: ({ caseId }: Known, extension: string, decision: unknown): Promise<Answer> =>
      post(`/cases/${caseId}/extensions/${extension}/decision`, decision),
  };
};
