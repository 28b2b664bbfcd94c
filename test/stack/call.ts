import { Problem } from "../../shared/api/problem.ts";

/** An answer with its body read: as text, and as JSON where it is JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

type Asked = {
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For `authorization: Bearer …`. */
  readonly token?: string | undefined;
  readonly locale?: string;
};

/** One HTTP call to a running stack; redirects are answers like any other. */
export const caller =
  (url: string) =>
  async (method: string, path: string, { body, headers = {}, token, locale = "en" }: Asked = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: "manual",
      headers: {
        "accept-language": locale,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };

export type Ask = ReturnType<typeof caller>;

/** A refusal as a test names it: its status and code. @throws when the answer is no problem. */
export const told = ({ status, body }: Answer): readonly [number, string] => [status, Problem.parse(body).code];

/** What the test needs to have happened before it goes on. @throws with the answer when it did not. */
export const must = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer;
};
