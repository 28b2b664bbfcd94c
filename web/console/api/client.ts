import type { Locale } from "../../../shared/kernel/text.ts";
import { type Failure, failureOf, isPassing, unreachable } from "./failure.ts";

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

type Command = { readonly body: unknown; readonly key: string; readonly version: number };

export type Client = {
  get<T>(path: string): Promise<Answer<T>>;
  /** Sends a command once for its key, however often the line breaks. */
  post<T>(path: string, command: Command): Promise<Answer<T>>;
};

type Around = {
  readonly locale: Locale;
  readonly token: () => string;
  /** A fresh token, or nothing when the person has to sign in again. */
  readonly renew: () => Promise<string | undefined>;
  readonly signedOut: () => void;
  readonly heard: (date: string | null) => void;
  readonly fetch?: typeof fetch;
  readonly pause?: (ms: number) => Promise<void>;
};

/** Waits between the tries of one click, in milliseconds. */
const WAITS = [600, 2_000] as const;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const readBody = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.json();
  } catch {
    return undefined; // an error page of something between us and the API
  }
};

/** The public HTTP API as the console speaks it. */
export const createClient = (around: Around): Client => {
  const { locale, token, renew, signedOut, heard, fetch: send = fetch, pause = later } = around;

  const once = async <T>(path: string, init: RequestInit, as: string): Promise<Answer<T>> => {
    const headers = { ...init.headers, authorization: `Bearer ${as}`, "accept-language": locale };
    const answer = await send(path, { ...init, headers }).catch(() => undefined); // answered below as unreachable
    if (answer === undefined) return { ok: false, failure: unreachable };
    heard(answer.headers.get("date"));
    const body = await readBody(answer);
    if (answer.ok && body !== undefined) return { ok: true, value: body as T }; // the API checks its replies against their schema
    return { ok: false, failure: failureOf(answer.status, body) };
  };

  const ask = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const first = await once<T>(path, init, token());
    if (first.ok || first.failure.status !== 401) return first;
    const fresh = await renew();
    const second = fresh === undefined ? first : await once<T>(path, init, fresh);
    if (!second.ok && second.failure.status === 401) signedOut();
    return second;
  };

  const askAgain = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    for (const wait of WAITS) {
      const answer = await ask<T>(path, init);
      if (answer.ok || !isPassing(answer.failure)) return answer;
      await pause(wait);
    }
    return ask<T>(path, init);
  };

  return {
    get: (path) => askAgain(path, { method: "GET" }),
    post: (path, { body, key, version }) =>
      askAgain(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", "idempotency-key": key, "if-match": `"${version}"` },
      }),
  };
};

/** A key for what somebody means to do: the same while the same is sent again, a new one for anything else. */
export const createKeys = (fresh: () => string = () => crypto.randomUUID()) => {
  let last: { readonly of: string; readonly key: string } | undefined;
  return {
    keyFor(path: string, body: unknown): string {
      const of = `${path} ${JSON.stringify(body)}`;
      if (last?.of !== of) last = { of, key: fresh() };
      return last.key;
    },
    /** It was obeyed or refused for good. */
    settled(): void {
      last = undefined;
    },
  };
};
