import type { ScriptData } from "../../shared/page/script-data.ts";
import { all, one } from "./dom.ts";
import { draftPlace } from "./draft.ts";
import { accepted, count, preview } from "./photos.ts";
import type { Kept, PhotoStore } from "./store.ts";

/** Photos that belong to no damage are those of the case as a whole. */
export const WHOLE = -1;

/** The photos chosen on the form, kept with its draft. `need` is how many the regulation asks for right now. */
export const chosenPhotos = (
  form: HTMLElement,
  data: Extract<ScriptData, { page: "form" }>,
  store: PhotoStore,
  need: (per: "damageItem" | "case") => number,
  changed: () => void,
) => {
  const { say } = data;
  const chooserOf = (damage: number) => one(`[data-photos="${damage === WHOLE ? "case" : damage}"]`, form);
  const recountOf = (chooser: HTMLElement, bad?: readonly string[]): void =>
    count(chooser, say, need(chooser.dataset.photos === "case" ? "case" : "damageItem"), bad);

  const show = (photo: Kept): void => {
    const chooser = chooserOf(photo.damage);
    if (chooser === null) return;
    preview(chooser, photo, say, () => {
      recountOf(chooser);
      void store.remove(photo.id);
    });
    recountOf(chooser);
  };

  const ready = (damage: number): void => {
    const chooser = chooserOf(damage);
    const input = chooser && one<HTMLInputElement>("input", chooser);
    if (chooser === null || input === null) return;
    chooser.hidden = false;
    input.onchange = async () => {
      const { good, bad } = accepted(input.files ?? [], data);
      input.value = "";
      for (const { file, type } of good) {
        const id = `${Date.now()}-${Math.random()}`;
        const photo: Kept = { id, place: draftPlace(data.policy), damage, file, name: file.name, type };
        await store.put(photo);
        show(photo);
      }
      recountOf(chooser, bad);
      changed();
    };
  };

  const drop = async (damage: number): Promise<void> => {
    for (const photo of await store.all(draftPlace(data.policy)))
      if (photo.damage === damage) await store.remove(photo.id);
  };

  const recount = (): void => {
    for (const chooser of all("[data-photos]", form)) recountOf(chooser);
  };
  return { ready, show, drop, recount };
};
