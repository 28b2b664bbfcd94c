import type { ScriptData } from "../../shared/page/script-data.ts";
import { caseApi } from "./api.ts";
import { all, one } from "./dom.ts";
import { accepted, count } from "./photos.ts";
import type { Kept, PhotoStore } from "./store.ts";
import { uploader } from "./upload.ts";

type TrackingData = Extract<ScriptData, { page: "tracking" }>;

/** Sends the photos that were chosen with the form, those that were interrupted, and those chosen here. */
export const trackedCase = async (data: TrackingData, store: PhotoStore): Promise<void> => {
  const { org, caseId, locale, say } = data;
  // The token is the last part of the page's address.
  const token = decodeURIComponent(location.pathname.split("/").filter(Boolean).pop() ?? "");
  const list = one("[data-uploads]");
  if (list === null) return;
  const run = uploader(caseApi(org, caseId, token, locale), store, list, data);

  let running = 0;
  const upload = async (photos: readonly Kept[]): Promise<void> => {
    running += 1;
    const complete = await run(photos);
    running -= 1;
    // The server draws the case anew once nothing is on its way and nothing waits for a decision of the reader.
    if (complete && running === 0) location.reload();
  };

  for (const chooser of all("[data-photos]")) {
    chooser.hidden = false;
    const input = one<HTMLInputElement>("input", chooser);
    if (input === null) continue;
    input.onchange = async () => {
      const { good, bad } = accepted(input.files ?? [], data);
      count(chooser, say, 0, bad);
      const photos = good.map(
        ({ file, type }): Kept => ({
          id: `${Date.now()}-${Math.random()}`,
          place: caseId,
          damage: Number(chooser.dataset.photos),
          file,
          name: file.name,
          type,
        }),
      );
      for (const photo of photos) await store.put(photo);
      input.value = "";
      list.scrollIntoView({ block: "center" });
      if (photos.length > 0) await upload(photos);
    };
  }
  const waiting = await store.all(caseId);
  if (waiting.length > 0) await upload(waiting);
};
