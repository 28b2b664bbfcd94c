import type { FileReply, PhotosBody, PhotosReply } from "../../shared/api/bodies.ts";
import type { Problem } from "../../shared/api/problem.ts";
import type { TrackingView } from "../../shared/api/views.ts";
import type { FileBody } from "../../shared/page/entered.ts";

/** An answer, a refusal that a repeat would not change, or nothing that can be relied on. */
export type Answer<T> = { is: "ok"; value: T } | { is: "refused"; problem: Partial<Problem> } | { is: "lost" };

const ask = async <T>(address: string, init: RequestInit): Promise<Answer<T>> => {
  try {
    const response = await fetch(address, {
      ...init,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    if (response.ok) return { is: "ok", value: await response.json() };
    if (response.status >= 500 || response.status === 429 || response.status === 408) return { is: "lost" };
    return { is: "refused", problem: await response.json().catch(() => ({ status: response.status })) };
  } catch {
    return { is: "lost" }; // no connection, or one that broke in between
  }
};

const post = (body: unknown, headers: Record<string, string>): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

/** Files under the policy whose form was filled in, whichever is the company's own by then. */
export const fileCase = (
  { org, policy, locale }: { org: string; policy: string; locale: string },
  body: FileBody,
  key: string,
) =>
  ask<FileReply>(
    `/v1/${org}/cases?policy=${policy}`,
    post(body, { "idempotency-key": key, "accept-language": locale }),
  );

/** The customer's case, by the token of its address. */
export const caseApi = (org: string, caseId: string, token: string, locale: string) => {
  const base = `/v1/${org}/cases/${caseId}`;
  const headers = { authorization: `Bearer ${token}`, "accept-language": locale };
  return {
    tickets: (body: PhotosBody) => ask<PhotosReply>(`${base}/photos`, post(body, headers)),
    view: () => ask<TrackingView>(`${base}/tracking`, { headers }),
  };
};
export type CaseApi = ReturnType<typeof caseApi>;
