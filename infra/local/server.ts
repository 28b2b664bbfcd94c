import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const HOST = "127.0.0.1";

/** Addresses on this machine only: nothing of a local run is reachable from the network. */
export const addressOf = (port: number): string => `http://${HOST}:${port}`;

const tryListen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    server.once("error", failed);
    server.listen(port, HOST, () => {
      server.off("error", failed);
      resolve((server.address() as AddressInfo).port); // a TCP server that listens has such an address
    });
  });

/** Listens on `preferred`; where that is 0 or taken, on any free port (unless `insist`). Answers the port. */
export async function listen(server: Server, preferred: number, insist = false): Promise<number> {
  if (preferred === 0) return tryListen(server, 0);
  try {
    return await tryListen(server, preferred);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (taken && insist)
      throw new Error(`port ${preferred} is in use on this machine: stop what holds it, or choose another`);
    if (taken) return tryListen(server, 0);
    throw error;
  }
}

/** Stops at once: open connections are cut. */
export const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The address of a request. A path of two slashes stays a path, and a host that is none does no harm. */
export function requestUrl(request: IncomingMessage): URL {
  const origin = `http://${request.headers.host}`;
  const path = request.url?.startsWith("/") ? request.url : "/";
  return new URL((URL.canParse(origin) ? origin : "http://localhost") + path);
}

/** The whole body, or undefined when it is longer than `limit` bytes (the rest is read and thrown away). */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    request.on("end", () => resolve(size > limit ? undefined : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    ...headers,
  });
  response.end(JSON.stringify(value));
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
