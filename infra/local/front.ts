import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";
import type { Oidc } from "./oidc.ts";
import { listen, requestUrl, sendJson, shut } from "./server.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Everything that is served on the one port. */
interface Served {
  readonly oidc: Oidc;
  readonly control: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  readonly site: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly api: Handler;
}

export interface Front {
  readonly port: number;
  /** Until then every request is answered 503. */
  serve(served: Served): void;
  stop(): Promise<void>;
}

const dispatch =
  ({ oidc, control, site, api }: Served): Handler =>
  async (request, response) => {
    const path = requestUrl(request).pathname;
    const signIn = /^\/_local\/oidc\/[^/]+(\/.*)$/.exec(path)?.[1];
    if (signIn !== undefined) return oidc.handle(request, response, signIn);
    if (path === "/_local" || path.startsWith("/_local/"))
      return control(request, response, path.slice("/_local".length));
    if (!site(request, response)) await api(request, response);
  };

/** Listens before anything else is known: the port is part of addresses that go into the functions' environment. */
export async function openFront(options: {
  port: number;
  /** Whether another port will not do. */
  insist: boolean;
  clock: Clock;
  log: (line: string) => void;
}): Promise<Front> {
  let handle: Handler = async (_request, response) => sendJson(response, 503, { message: "the stack is starting" });
  const server = createServer((request, response) => {
    response.setHeader("date", new Date(options.clock.now()).toUTCString());
    handle(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the caller went away; nobody is left to answer
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      options.log(`${request.method} ${request.url}: ${why}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: "Internal Server Error" });
    });
  });
  const port = await listen(server, options.port, options.insist);
  return {
    port,
    serve(served) {
      handle = dispatch(served);
    },
    stop: () => shut(server),
  };
}
