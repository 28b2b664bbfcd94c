import type { PhotosBody } from "../../shared/api/bodies.ts";
import type { PhotoType } from "../../shared/evidence/evidence.ts";
import { fill } from "../../shared/page/check.ts";
import type { ScriptData } from "../../shared/page/script-data.ts";
import type { CaseApi } from "./api.ts";
import { backOff, make, wait } from "./dom.ts";
import type { Kept, PhotoStore, Ticket } from "./store.ts";

type Line = { readonly item: HTMLElement; readonly bar: HTMLProgressElement; readonly status: HTMLElement };
type Sent = "sent" | "expired" | "refused" | "lost";

const TRIES = 8;

/** A presigned post: the fields first, in their order, then the file. XMLHttpRequest, because only it tells how far it is. */
const send = (ticket: Ticket, file: Blob, progress: (part: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
    form.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", ticket.url);
    request.timeout = 300_000;
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve("sent");
      else resolve(status === 403 ? "expired" : status >= 500 || status === 429 ? "lost" : "refused");
    };
    request.onerror = () => resolve("lost");
    request.ontimeout = () => resolve("lost");
    request.send(form);
  });

const draw = (list: HTMLElement, photo: Kept, say: ScriptData["say"]): Line => {
  const bar = make("progress", { max: "1", value: "0", "aria-label": photo.name });
  const status = make("span", { class: "hint", role: "status" }, say.waiting);
  const item = make("li", {}, make("strong", {}, photo.name), make("br"), bar, status);
  list.append(item);
  return { item, bar, status };
};

const isFresh = ({ ticket }: Kept): boolean =>
  ticket !== undefined && Date.parse(ticket.expiresAt) > Date.now() + 30_000;

const wanted = ({ damage, type, file }: Kept): PhotosBody["photos"][number] => ({
  damage,
  type: type as PhotoType, // checked when it was chosen
  size: file.size,
});

/** As many tickets as the API gives at once. */
const BATCH = 50;

/** Uploads photos of a case two at a time, and again after every interruption, until each is kept or refused. */
export const uploader = (api: CaseApi, store: PhotoStore, list: HTMLElement, { say }: ScriptData) => {
  const freshTicket = async (photo: Kept): Promise<Ticket | string | undefined> => {
    if (isFresh(photo)) return photo.ticket;
    const answer = await api.tickets({ photos: [wanted(photo)] });
    if (answer.is === "lost") return undefined;
    return answer.is === "ok" ? answer.value.tickets[0] : (answer.problem.detail ?? answer.problem.title ?? say.gaveUp);
  };

  /** The ticket is kept with the photo: a repeat goes to the same key, so it cannot become a second photo. */
  const deliver = async (photo: Kept, { bar, status }: Line): Promise<Kept | string> => {
    let current = photo;
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) {
        status.textContent = say.retrying;
        await backOff(tries - 1);
      }
      const ticket = await freshTicket(current);
      if (typeof ticket === "string") return ticket;
      if (ticket === undefined) continue;
      current = { ...current, ticket };
      await store.put(current);
      const sent = await send(ticket, current.file, (part) => {
        bar.value = part;
        status.textContent = fill(say.uploading, { n: Math.floor(part * 100) });
      });
      if (sent === "sent") return { ...current, sent: true };
      if (sent === "refused") return say.gaveUp;
      if (sent === "expired") current = { ...current, ticket: undefined };
    }
    return say.gaveUp;
  };

  const one = async (photo: Kept): Promise<{ photo: Kept; line: Line } | undefined> => {
    const line = draw(list, photo, say);
    const result = photo.sent === true ? photo : await deliver(photo, line);
    if (typeof result === "string") {
      const again = make("button", { type: "button", class: "link" }, say.again);
      line.status.textContent = `${result} `;
      line.status.after(again);
      again.onclick = () => {
        line.item.remove();
        void run([photo]);
      };
      return undefined;
    }
    await store.put(result);
    line.bar.value = 1;
    line.status.textContent = say.checking;
    return { photo: result, line };
  };

  /** Whether a photo was kept is decided by looking at it; the case says so within seconds. */
  const settle = async (sent: readonly { photo: Kept; line: Line }[]): Promise<void> => {
    let open = sent;
    for (let tries = 0; open.length > 0 && tries < 40; tries += 1) {
      await wait(Math.min(5000, 700 + tries * 300));
      const answer = await api.view();
      if (answer.is !== "ok") continue;
      const known = new Map(answer.value.photos.map((photo) => [photo.photoId, photo]));
      for (const { photo, line } of open) {
        const found = known.get(photo.ticket?.photoId ?? "");
        if (found === undefined) continue;
        line.status.textContent =
          found.state === "kept" ? say.kept : fill(say.refused, { why: found.refusal?.says ?? "" });
        await store.remove(photo.id);
      }
      open = open.filter(({ photo }) => !known.has(photo.ticket?.photoId ?? ""));
    }
    for (const { photo } of open) await store.remove(photo.id); // it is in the store of the house; this page need not wait
  };

  /** One request for all, where it succeeds; a photo left without a ticket asks for its own. */
  const ticketed = async (photos: readonly Kept[]): Promise<readonly Kept[]> => {
    const without = photos.filter((photo) => photo.sent !== true && !isFresh(photo)).slice(0, BATCH);
    if (without.length < 2) return photos;
    const answer = await api.tickets({ photos: without.map(wanted) });
    if (answer.is !== "ok") return photos;
    const tickets = new Map(without.map(({ id }, at) => [id, answer.value.tickets[at]]));
    return photos.map((photo) => ({ ...photo, ticket: tickets.get(photo.id) ?? photo.ticket }));
  };

  /** True when every photo has arrived and has been looked at. */
  const run = async (photos: readonly Kept[]): Promise<boolean> => {
    if (list.childElementCount === 0) list.before(make("p", { class: "hint" }, say.stay));
    const queue = [...(await ticketed(photos))];
    const sent: { photo: Kept; line: Line }[] = [];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const done = await one(next);
        if (done !== undefined) sent.push(done);
      }
    };
    await Promise.all([worker(), worker()]);
    await settle(sent);
    return sent.length === photos.length;
  };
  return run;
};
