import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { corsHeaders, type corsRules } from "./s3-cors.ts";
import { readPost } from "./s3-post.ts";
import { type Credentials, checkSigned, type S3Refusal, s3Refusal } from "./s3-presigned.ts";
import { objectPath, type Upstream } from "./s3-upstream.ts";
import { asVersions, listPath } from "./s3-versions.ts";
import { escapeHtml, requestUrl } from "./server.ts";

/** One upload is held in memory while it is checked. */
export const MOST_BYTES = 64 * 1024 * 1024;

export interface Created {
  readonly bucket: string;
  readonly key: string;
  readonly event:
    | "ObjectCreated:Put"
    | "ObjectCreated:Post"
    | "ObjectCreated:Copy"
    | "ObjectCreated:CompleteMultipartUpload";
}

export interface GuardOptions {
  readonly upstream: Upstream;
  readonly keys: Credentials;
  readonly cors: ReturnType<typeof corsRules>;
  /** Origins under which the stack's own pages are served. */
  readonly home: readonly string[];
  readonly now: () => number;
  /** Called after the object is stored and awaited before the answer: what it writes down survives a kill. */
  readonly created: (what: Created) => Promise<void>;
}

const refuse = (response: ServerResponse, { status, code, message }: S3Refusal): void => {
  response.writeHead(status, { "content-type": "application/xml" });
  const body = `<Error><Code>${code}</Code><Message>${escapeHtml(message)}</Message></Error>`;
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
};

/** Which kind of creation a signed request asks for; undefined for reads, deletions, parts, tags and the like. */
function creation(method: string, url: URL, headers: IncomingMessage["headers"]): Created["event"] | undefined {
  const query = url.searchParams;
  if (method === "POST" && query.has("uploadId")) return "ObjectCreated:CompleteMultipartUpload";
  if (method !== "PUT" || ["partNumber", "tagging", "acl", "retention", "legal-hold"].some((name) => query.has(name)))
    return undefined;
  return "x-amz-copy-source" in headers ? "ObjectCreated:Copy" : "ObjectCreated:Put";
}

const OVERRIDES = [
  "content-type",
  "content-disposition",
  "content-language",
  "content-encoding",
  "cache-control",
  "expires",
];

/** What a presigned link may say about the answer, e.g. response-content-disposition; fauxqs does not know these. */
const overrides = (url: URL): Record<string, string> =>
  Object.fromEntries(
    OVERRIDES.map((name) => [name, url.searchParams.get(`response-${name}`)] as const).filter(
      (pair): pair is [string, string] => pair[1] !== null,
    ),
  );

/**
 * S3 as its callers see it: signatures, expiry and POST policies are enforced, then fauxqs stores. Path style only.
 * Not like AWS: no versioning (an object has one version, by the name of `null`), no object lock, no bucket policies, no
 * checksum validation.
 */
export function createGuard(options: GuardOptions): Server {
  const { upstream, keys, now } = options;

  async function acceptPost(request: IncomingMessage, response: ServerResponse, bucket: string): Promise<void> {
    const post = await readPost(request, bucket, keys, now, MOST_BYTES);
    if ("status" in post) return refuse(response, post);
    const path = objectPath(bucket, post.key);
    const stored = await upstream.ask(
      "PUT",
      path,
      { ...post.headers, "content-length": post.bytes.length },
      post.bytes,
    );
    if (stored.status !== 200) return void response.writeHead(stored.status).end(stored.body);
    await options.created({ bucket, key: post.key, event: "ObjectCreated:Post" });
    const etag = String(stored.headers.etag ?? "");
    const location = `http://${request.headers.host}${path}`;
    response.setHeader("etag", etag).setHeader("location", location);
    const redirect = post.fields.success_action_redirect ?? post.fields.redirect;
    if (redirect !== undefined && URL.canParse(redirect)) {
      const target = new URL(redirect);
      for (const [name, value] of Object.entries({ bucket, key: post.key, etag })) target.searchParams.set(name, value);
      return void response.writeHead(303, { location: target.href }).end();
    }
    const wanted = post.fields.success_action_status;
    if (wanted !== "201") return void response.writeHead(wanted === "200" ? 200 : 204).end();
    const parts = { Location: location, Bucket: bucket, Key: post.key, ETag: etag };
    const xml = Object.entries(parts).map(([name, value]) => `<${name}>${escapeHtml(value)}</${name}>`);
    response.writeHead(201, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<PostResponse>${xml.join("")}</PostResponse>`);
  }

  async function forward(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? "GET";
    const refused = checkSigned({ method, url, headers: request.headers }, keys, now());
    if (refused) return refuse(response, refused);
    const [bucket = "", ...rest] = url.pathname.slice(1).split("/").map(decodeURIComponent);
    const key = rest.join("/");
    const path = request.url ?? "/";
    if (method === "PUT" && key !== "" && request.headers["if-none-match"] === "*") {
      const there = await upstream.ask("HEAD", objectPath(bucket, key), {});
      if (there.status === 200)
        return refuse(
          response,
          s3Refusal(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold"),
        );
    }
    const made = key === "" ? undefined : creation(method, url, request.headers);
    const headers: OutgoingHttpHeaders = request.headers;
    if (method === "GET" && key === "" && url.searchParams.has("versions")) {
      const { status, body } = await upstream.ask("GET", listPath(path), headers);
      return void response.writeHead(status, { "content-type": "application/xml" }).end(asVersions(body.toString()));
    }
    if (made === undefined) {
      const answer = await upstream.open(method, path, headers, request);
      const { date: _real, ...others } = answer.headers;
      response.writeHead(answer.statusCode ?? 500, { ...others, ...(answer.statusCode === 200 ? overrides(url) : {}) });
      return void answer.pipe(response);
    }
    const answer = await upstream.ask(method, path, headers, request);
    if (answer.status === 200) await options.created({ bucket, key, event: made });
    const { date: _real, "transfer-encoding": _chunked, ...others } = answer.headers;
    response.writeHead(answer.status, others).end(answer.body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = requestUrl(request);
    const bucket = decodeURIComponent(url.pathname.split("/")[1] ?? "");
    response.setHeader("date", new Date(now()).toUTCString()); // the SDK corrects its own clock by this header
    const origin = request.headers.origin;
    const preflight = request.method === "OPTIONS";
    if (origin !== undefined) {
      const asked = preflight ? request.headers["access-control-request-method"] : request.method;
      const wanted = preflight ? (request.headers["access-control-request-headers"] ?? "") : "";
      const allowed = corsHeaders(options.cors.get(bucket) ?? [], options.home, {
        origin,
        method: asked ?? "",
        headers: wanted,
      });
      for (const [name, value] of Object.entries(allowed ?? {})) response.setHeader(name, value);
      if (preflight && allowed) return void response.writeHead(200).end();
    }
    if (preflight)
      return refuse(response, s3Refusal(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed."));
    const form = request.method === "POST" && request.headers["content-type"]?.startsWith("multipart/form-data");
    if (form) await acceptPost(request, response, bucket);
    else await forward(request, response, url);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, s3Refusal(500, "InternalError", error instanceof Error ? error.message : String(error)));
    });
  });
}
