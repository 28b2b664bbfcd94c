import type { Photo, PhotoRefusal } from "../evidence/evidence.ts";
import { formatsOf } from "../evidence/formats.ts";
import type { PhotoId } from "../kernel/ids.ts";
import { accept } from "../kernel/result.ts";
import { change, type Deps } from "./change.ts";
import type { RecordRef } from "./record.ts";

export type Seen =
  | { readonly is: "kept"; readonly photo: Photo }
  | { readonly is: "refused"; readonly photoId: PhotoId; readonly damage: number; readonly refusal: PhotoRefusal };

/** More than anybody needs to prove a damage; it bounds what one case can cost. */
const MAX_PHOTOS = 200;

/** After so many that were not kept a case says no more about them: whoever sends on is not reading it. */
const MAX_REFUSED = 100;

const reporter = { kind: "reporter" } as const;

/**
 * Enters a photo that has been looked at. One that is known already changes nothing, so the upload's event may come
 * twice and at any time; the case itself is never touched by it.
 */
export const enterPhoto = (deps: Deps, ref: RecordRef, seen: Seen) =>
  change<never>(deps, ref, ({ rulebook, current }, at) => {
    const id = seen.is === "kept" ? seen.photo.id : seen.photoId;
    const damage = seen.is === "kept" ? seen.photo.damage : seen.damage;
    if (current.photos.some((one) => one.id === id) || current.refusedPhotos.some((one) => one.id === id)) {
      return accept({ events: [] });
    }
    const common = { at, by: reporter };
    const refused = (refusal: PhotoRefusal) => {
      const event = { ...common, type: "photoRefused" as const, photoId: id, damage, refusal };
      return accept({ events: current.refusedPhotos.length < MAX_REFUSED ? [event] : [] });
    };
    if (seen.is === "refused") return refused(seen.refusal);
    if (damage > current.damages.length) return refused({ code: "unknown-damage" });
    const { types } = formatsOf(rulebook.policy, current.facts);
    if (!types.includes(seen.photo.mime)) return refused({ code: "wrong-format", formats: [...types] });
    if (current.photos.length >= MAX_PHOTOS) return refused({ code: "too-many-photos" });
    return accept({ events: [{ ...common, type: "photoKept" as const, photo: seen.photo }] });
  });
