import { setTimeout as pause } from "node:timers/promises";
import { FileReply, PhotosReply } from "../../shared/api/bodies.ts";
import { type PhotoView, TrackingView } from "../../shared/api/views.ts";
import { complaint } from "../fixtures/cases.ts";
import { photo as bytesOf } from "../fixtures/photos/photos.ts";
import { type Answer, type Ask, must } from "./call.ts";

export type Filed = FileReply;
type Known = { readonly caseId: string; readonly trackingToken: string };
type FileOptions = { readonly key?: string; readonly locale?: string };
type Ticket = PhotosReply["tickets"][number];

const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
};
export const typeOf = (name: string): string => TYPES[name.split(".").at(-1) ?? ""] ?? "image/jpeg";

/** A complaint without any damage: nothing to photograph. */
export const plainComplaint = (over: Record<string, unknown> = {}): Record<string, unknown> =>
  complaint({ category: "2-1", damages: undefined, ...over });

/** Sends the bytes of a file to where its ticket says. */
export const upload = ({ url, fields }: Pick<Ticket, "url" | "fields">, bytes: Uint8Array): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(bytes)]));
  return fetch(url, { method: "POST", body: form, redirect: "manual" });
};

/** What a customer can do, with the door factory's form. */
export type Customer = ReturnType<typeof customer>;

export const customer = (ask: Ask, org: string) => {
  /** Any body at all, and whatever is answered. */
  const tryFile = (body: unknown, { key, locale = "en" }: FileOptions = {}): Promise<Answer> =>
    ask("POST", `/v1/${org}/cases`, { body, locale, headers: key === undefined ? {} : { "idempotency-key": key } });

  /** Files a complaint that must be accepted. */
  const file = async (body: Record<string, unknown> = plainComplaint(), options?: FileOptions): Promise<Filed> =>
    FileReply.parse(must(await tryFile(body, options), 201).body);

  const tracking = async ({ caseId, trackingToken: token }: Known, locale = "en"): Promise<TrackingView> =>
    TrackingView.parse(must(await ask("GET", `/v1/${org}/cases/${caseId}/tracking`, { token, locale }), 200).body);

  /** Something that the customer does to their own case: `signatures`, `objections`. */
  const own = ({ caseId, trackingToken: token }: Known, path: string, body: unknown): Promise<Answer> =>
    ask("POST", `/v1/${org}/cases/${caseId}/tracking/${path}`, { token, body });

  const tryTickets = ({ caseId, trackingToken: token }: Known, photos: unknown, locale = "en"): Promise<Answer> =>
    ask("POST", `/v1/${org}/cases/${caseId}/photos`, { token, locale, body: { photos } });

  const ticket = async (known: Known, damage: number, type: string, size: number): Promise<Ticket> => {
    const { tickets } = PhotosReply.parse(must(await tryTickets(known, [{ damage, type, size }]), 201).body);
    const [first] = tickets;
    if (first === undefined) throw new Error("no ticket for one photo");
    return first;
  };

  /** Waits until an uploaded photo has been looked at. */
  const seen = async (known: Known, photoId: string): Promise<PhotoView> => {
    for (;;) {
      const found = (await tracking(known)).photos.find((one) => one.photoId === photoId);
      if (found !== undefined) return found;
      await pause(50); // the test's own time limit ends it
    }
  };

  /** Uploads a file of test/fixtures/photos, or bytes, as a customer's page does, and answers how the case sees it. */
  const photo = async (known: Known, damage: number, given: string | Uint8Array, as?: string): Promise<PhotoView> => {
    const bytes = typeof given === "string" ? bytesOf(given) : given;
    const wanted = await ticket(
      known,
      damage,
      as ?? (typeof given === "string" ? typeOf(given) : "image/jpeg"),
      bytes.length,
    );
    const sent = await upload(wanted, bytes);
    if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
    return seen(known, wanted.photoId);
  };

  return { tryFile, file, tracking, own, tryTickets, ticket, seen, photo };
};
