import type { Locale } from "../../../shared/kernel/text.ts";
import { type Failure, failureOf, isPassing, unreachable } from "./failure.ts";

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A file to keep, under the name that the API gives it, and the address of what comes after it where there is more. */
type Taken = { readonly name: string; readonly content: Blob; readonly next: string | undefined };

type Command = { readonly body: unknown; readonly key: string; readonly version: number };

export type Client = {
  get<T>(path: string): Promise<Answer<T>>;
  /** Sends a command once for its key, however often the line breaks. */
  post<T>(path: string, command: Command): Promise<Answer<T>>;
  /** Sends a file as it is; the API knows it again by its content, so that it may be sent twice. */
  send<T>(path: string, content: Blob): Promise<Answer<T>>;
  take(path: string): Promise<Answer<Taken>>;
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

/** What a file is called, and `</v1/…>; rel="next"` where it is a part. */
const takenOf = async (answer: Response): Promise<Taken> => ({
  name: /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "aftercare",
  content: await answer.blob(),
  next: /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get("link") ?? "")?.[1],
});

type Read = (answer: Response) => Promise<unknown>;

/** The public HTTP API as the console speaks it. */
export const createClient = (around: Around): Client => {
  const { locale, token, renew, signedOut, heard, fetch: send = fetch, pause = later } = around;

  const once = async <T>(path: string, init: RequestInit, as: string, read: Read): Promise<Answer<T>> => {
    const headers = { ...init.headers, authorization: `Bearer ${as}`, "accept-language": locale };
    const answer = await send(path, { ...init, headers }).catch(() => undefined); // answered below as unreachable
    if (answer === undefined) return { ok: false, failure: unreachable };
    heard(answer.headers.get("date"));
    const body = await (answer.ok ? read : readBody)(answer).catch(() => undefined); // the line broke in the middle
    if (answer.ok && body !== undefined) return { ok: true, value: body as T }; // the API checks its replies against their schema
    return { ok: false, failure: failureOf(answer.status, body) };
  };

  const ask = async <T>(path: string, init: RequestInit, read: Read): Promise<Answer<T>> => {
    const first = await once<T>(path, init, token(), read);
    if (first.ok || first.failure.status !== 401) return first;
    const fresh = await renew();
    const second = fresh === undefined ? first : await once<T>(path, init, fresh, read);
    if (!second.ok && second.failure.status === 401) signedOut();
    return second;
  };

  const askAgain = async <T>(path: string, init: RequestInit, read: Read = readBody): Promise<Answer<T>> => {
    for (const wait of WAITS) {
      const answer = await ask<T>(path, init, read);
      if (answer.ok || !isPassing(answer.failure)) return answer;
      await pause(wait);
    }
    return ask<T>(path, init, read);
  };

  return {
    get: (path) => askAgain(path, { method: "GET" }),
    take: (path) => askAgain(path, { method: "GET" }, takenOf),
    send: (path, content) =>
      askAgain(path, { method: "POST", body: content, headers: { "content-type": "application/octet-stream" } }),
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
