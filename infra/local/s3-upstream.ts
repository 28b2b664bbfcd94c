import { Agent, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { Readable } from "node:stream";

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The unguarded S3 stand-in, spoken to by the guard alone. */
export interface Upstream {
  /** The answer as a stream, for downloads. */
  open(method: string, path: string, headers: OutgoingHttpHeaders, body?: Readable | Buffer): Promise<IncomingMessage>;
  /** The answer read to its end, for everything that is short. */
  ask(method: string, path: string, headers: OutgoingHttpHeaders, body?: Readable | Buffer): Promise<Answered>;
  close(): void;
}

export const objectPath = (bucket: string, key: string): string =>
  `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;

export function connectUpstream(port: number): Upstream {
  const agent = new Agent({ keepAlive: true });
  const open: Upstream["open"] = (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const host = `127.0.0.1:${port}`; // a name with dots would be read as a bucket
      const call = request({ agent, host: "127.0.0.1", port, method, path, headers: { ...headers, host } }, resolve);
      call.on("error", reject);
      if (body === undefined || Buffer.isBuffer(body)) call.end(body);
      else body.on("error", reject).pipe(call);
    });
  return {
    open,
    async ask(method, path, headers, body) {
      const answer = await open(method, path, headers, body);
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      return { status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) };
    },
    close: () => agent.destroy(),
  };
}
