import type * as z from "zod";
import type { InspectionTickets, InspectionView } from "../../../shared/api/inspections.ts";
import type { Client } from "../api/client.ts";
import type { Failure } from "../api/failure.ts";
import { isPassing } from "../api/failure.ts";
import { pathTo } from "../desk.ts";
import { drop, type Kept, type KeptPhoto, keep } from "./kept.ts";

type Tickets = z.infer<typeof InspectionTickets>["tickets"];

/** What came of trying to send something: all of it is there, it waits for the network, or it was refused. */
export type Sent = "sent" | "waits" | "refused";

const saidOf = ({ title, fields }: Failure): readonly string[] => [title, ...fields.map(({ says }) => says)];

const upload = async ({ url, fields }: Tickets[number], file: Blob): Promise<boolean> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  const answer = await fetch(url, { method: "POST", body: form }).catch(() => undefined); // no network: later
  return answer?.ok === true;
};

const sendPhoto = async (client: Client, base: string, { key, line, type, file }: KeptPhoto): Promise<Sent> => {
  const body = { photos: [{ line, type, size: file.size, key }] };
  const answer = await client.post<{ tickets: Tickets }>(`${base}/photos`, { body, key, version: 0 });
  if (!answer.ok) return isPassing(answer.failure) ? "waits" : "refused";
  const [ticket] = answer.value.tickets;
  return ticket !== undefined && (await upload(ticket, file)) ? "sent" : "waits";
};

/** Sends the photos that are left, each forgotten once it arrived; one that is refused is no photo and is let go. */
const sendPhotos = async (client: Client, kept: Kept): Promise<Sent> => {
  let left = kept;
  const base = pathTo(kept.org, `/inspections/${kept.inspectionId}`);
  for (const photo of kept.photos) {
    if ((await sendPhoto(client, base, photo)) === "waits") return "waits";
    left = { ...left, photos: left.photos.filter(({ key }) => key !== photo.key) };
    await keep(left);
  }
  await drop(kept.id);
  return "sent";
};

/**
 * Hands an inspection in with its photos, under the one key that it has had since it was begun: broken off anywhere it is
 * gone on with, and nothing of it is there twice. What was refused becomes a draft again, with the reasons.
 */
export const sendKept = async (client: Client, kept: Kept): Promise<Sent> => {
  if (kept.inspectionId !== undefined) return sendPhotos(client, kept);
  const path = `${pathTo(kept.org, "/inspections")}?policy=${kept.form.policy}`;
  const answer = await client.post<InspectionView>(path, { body: kept.typed, key: kept.id, version: 0 });
  if (answer.ok) {
    const filed = { ...kept, inspectionId: answer.value.inspectionId, refusal: undefined };
    await keep(filed);
    return sendPhotos(client, filed);
  }
  if (isPassing(answer.failure) || answer.failure.status === 401) return "waits";
  await keep({ ...kept, state: "draft", refusal: saidOf(answer.failure) });
  return "refused";
};
