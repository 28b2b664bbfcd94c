import { createReadStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { requestUrl } from "./server.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".yaml": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
};

const fileAt = (path: string): string | undefined => (existsSync(path) && statSync(path).isFile() ? path : undefined);

const decode = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // not a path that names a file
  }
};

/**
 * Serves folders under prefixes, as a bucket behind a CDN would: `index.html` for a folder, and for a path without a
 * file ending that names no file, so that a single-page application finds its own way. Every file carries `headers`.
 * False when the request is not its affair.
 */
export function createSite(
  folders: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const prefixes = Object.keys(folders)
    .map((prefix) => prefix.replace(/\/+$/, ""))
    .sort((a, b) => b.length - a.length);
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const url = requestUrl(request);
    const prefix = prefixes.find((one) => url.pathname === one || url.pathname.startsWith(`${one}/`));
    const folder = prefix === undefined ? undefined : (folders[prefix] ?? folders[`${prefix}/`]);
    if (prefix === undefined || folder === undefined) return false;
    if (url.pathname === prefix) {
      response.writeHead(301, { location: `${prefix}/${url.search}` }).end();
      return true;
    }
    const path = decode(url.pathname.slice(prefix.length));
    const wanted = path === undefined || path.includes("\0") ? undefined : join(folder, normalize(path)); // normalize: a path cannot climb above "/"
    const found =
      wanted === undefined
        ? undefined
        : (fileAt(wanted) ??
          fileAt(join(wanted, "index.html")) ??
          (extname(wanted) === "" ? fileAt(join(folder, "index.html")) : undefined));
    if (found === undefined) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
      return true;
    }
    response.writeHead(200, {
      ...headers,
      "content-type": TYPES[extname(found).toLowerCase()] ?? "application/octet-stream",
      "content-length": statSync(found).size,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(found).pipe(response);
    return true;
  };
}
