import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";
import { INBOX_CSP, inboxPage, MAIL_CSP, mailHtml, mailPage } from "./inbox.ts";
import { type Mail, openMailStore } from "./mail-store.ts";
import { addressOf, escapeHtml, listen, readBody, requestUrl, sendJson, shut } from "./server.ts";
import { MailFaults, SesRefusal, sesActions } from "./ses-actions.ts";
import { MailBack, type SesEvent, sesEvent } from "./ses-events.ts";
import type { Receipt } from "./ses-receipt.ts";
import { readUpload } from "./ses-upload.ts";

export interface Ses {
  readonly endpoint: string;
  readonly port: number;
  stop(): Promise<void>;
}

const NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
const MOST_BYTES = 32 * 1024 * 1024;
/** SES takes no larger mail in. */
const MOST_RECEIVED = 40 * 1024 * 1024;

/**
 * SES v1 (query protocol) that keeps what it is given, with an inbox on the same port: `/` for people, `GET /messages`
 * for scripts, `PUT /_faults` to make it refuse, throttle or send back, `POST /messages/<id>/back` to tell of one mail what
 * SES would (`{"is": "Bounce"}`), `POST /incoming` to drop a mail file in.
 */
export async function startSes(options: {
  folder?: string;
  port: number;
  clock: Clock;
  timeZone?: string | undefined;
  /** Takes what EventBridge would be told of a mail; it has to write it down, not to deliver it. */
  publish?: (event: SesEvent) => void;
  /** What happens to mail that is dropped in. */
  receipt: Receipt;
}): Promise<Ses> {
  const { timeZone = "UTC" } = options;
  const store = openMailStore(options.folder);
  let faults = MailFaults.parse({});
  let calls = 0;
  const sendBack = (mail: Mail, back: MailBack) => options.publish?.(sesEvent(mail, back, options.clock.now()));
  const act = sesActions(store, () => faults, options.clock.now, sendBack);

  async function api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, MOST_BYTES);
    const query = new URLSearchParams(body?.toString() ?? "");
    const action = query.get("Action") ?? "";
    calls += 1;
    const metadata = `<RequestId>local-${calls}</RequestId>`;
    const reply = (status: number, xml: string) => response.writeHead(status, { "content-type": "text/xml" }).end(xml);
    try {
      if (body === undefined) throw new SesRefusal("InvalidParameterValue", "Message is too long.");
      const result = await act(action, query);
      reply(
        200,
        `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result><ResponseMetadata>${metadata}</ResponseMetadata></${action}Response>`,
      );
    } catch (error) {
      if (!(error instanceof SesRefusal)) throw error;
      reply(
        error.status,
        `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${error.code}</Code><Message>${escapeHtml(error.message)}</Message></Error>${metadata}</ErrorResponse>`,
      );
    }
  }

  /** A mail file from the page's form, or as the whole body of a script's request. */
  async function dropIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const isForm = request.headers["content-type"]?.startsWith("multipart/form-data") ?? false;
    const body = isForm ? undefined : await readBody(request, MOST_RECEIVED);
    const dropped = isForm
      ? await readUpload(request, MOST_RECEIVED)
      : body && { mail: body, to: url.searchParams.get("to") ?? undefined };
    if (dropped === undefined) return sendJson(response, 413, { message: "no mail file, or one above 40 MB" });
    const keys = await options.receipt.receive(dropped.mail, dropped.to);
    if (!isForm) return sendJson(response, 202, { keys });
    const says = keys.length > 0 ? "in" : "nobody";
    return void response.writeHead(303, { location: `/?dropped=${says}` }).end();
  }

  async function showMail(response: ServerResponse, id: string, form: string | undefined): Promise<void> {
    const mail = store.find(id);
    const source = store.source(id);
    if (mail === undefined || source === undefined) return sendJson(response, 404, { message: "no such mail" });
    const show = (type: string, csp: string, body: string | Buffer) =>
      void response
        .writeHead(200, { "content-type": type, "content-security-policy": csp, "x-content-type-options": "nosniff" })
        .end(body);
    if (form === "eml") return show("text/plain; charset=utf-8", "default-src 'none'", source);
    if (form === "txt") return show("text/plain; charset=utf-8", "default-src 'none'", mail.text);
    if (form === "html") return show("text/html; charset=utf-8", MAIL_CSP, mailHtml(mail));
    if (form === "json") return sendJson(response, 200, mail);
    return show("text/html; charset=utf-8", INBOX_CSP, mailPage(mail, timeZone));
  }

  async function tell(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    const mail = store.find(id);
    const asked = MailBack.safeParse(JSON.parse((await readBody(request, MOST_BYTES))?.toString() || "{}"));
    if (mail === undefined) return sendJson(response, 404, { message: "no such mail" });
    if (!asked.success) return sendJson(response, 400, { message: asked.error.message });
    sendBack(mail, asked.data);
    return sendJson(response, 200, sesEvent(mail, asked.data, options.clock.now()));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = requestUrl(request);
    response.setHeader("date", new Date(options.clock.now()).toUTCString());
    const route = `${request.method} ${url.pathname}`;
    const one = /^GET \/messages\/([\d-]+)(?:\.(eml|html|txt|json))?$/.exec(route);
    if (one?.[1] !== undefined) return showMail(response, one[1], one[2]);
    const told = /^POST \/messages\/([\d-]+)\/back$/.exec(route)?.[1];
    if (told !== undefined) return tell(request, response, told);
    switch (route) {
      case "POST /":
        return api(request, response);
      case "GET /":
        return void response
          .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": INBOX_CSP })
          .end(inboxPage(store.list({}), timeZone, url.searchParams.get("dropped") ?? undefined));
      case "POST /incoming":
        return dropIn(request, response, url);
      case "GET /messages": {
        const to = url.searchParams.get("to") ?? undefined;
        const since = url.searchParams.get("since") ?? undefined;
        return sendJson(
          response,
          200,
          store.list({ ...(to ? { to } : {}), ...(since ? { since: new Date(since).toISOString() } : {}) }),
        );
      }
      case "DELETE /messages":
        store.clear();
        return sendJson(response, 200, {});
      case "GET /_faults":
        return sendJson(response, 200, faults);
      case "PUT /_faults": {
        const asked = MailFaults.safeParse(JSON.parse((await readBody(request, MOST_BYTES))?.toString() || "{}"));
        if (!asked.success) return sendJson(response, 400, { message: asked.error.message });
        faults = asked.data;
        return sendJson(response, 200, faults);
      }
      default:
        return sendJson(response, 404, { message: "not found" });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        sendJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
    });
  });
  const port = await listen(server, options.port);
  return { endpoint: addressOf(port), port, stop: () => shut(server) };
}
