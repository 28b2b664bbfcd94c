import { accept } from "../../kernel/result.ts";
import type { KeptRef } from "../kept.ts";
import type { Seen } from "../photo.ts";
import { type ChangeDeps, changeInspection, type LoadedInspection } from "./change.ts";

/** More than anybody needs of one inspection; it bounds what one record holds. */
const MAX_PHOTOS = 100;
const MAX_REFUSED = 100;

const system = { kind: "system" } as const;

/** What an inspection already says of a photo. */
export const knownPhoto = ({ current }: LoadedInspection, id: string): Seen["is"] | undefined => {
  if (current.photos.some((one) => one.id === id)) return "kept";
  return current.refused.some((one) => one === id) ? "refused" : undefined;
};

/** Enters a photo of an inspection that has been looked at; one that is known changes nothing. Line 0 is the whole of it. */
export const enterInspectionPhoto = (deps: ChangeDeps, ref: KeptRef, seen: Seen) =>
  changeInspection<never>(deps, ref, (found, at) => {
    const id = seen.is === "kept" ? seen.photo.id : seen.photoId;
    const line = seen.is === "kept" ? seen.photo.damage : seen.damage;
    if (knownPhoto(found, id) !== undefined) return accept([]);
    const { filed, photos, refused } = found.current;
    const refusal =
      seen.is === "refused"
        ? seen.refusal
        : line > 0 && !filed.lines.some(({ n }) => n === line)
          ? ({ code: "unknown-damage" } as const)
          : photos.length >= MAX_PHOTOS
            ? ({ code: "too-many-photos" } as const)
            : undefined;
    if (seen.is === "kept" && refusal === undefined)
      return accept([{ at, by: system, type: "photoKept", photo: seen.photo }]);
    if (refusal === undefined || refused.length >= MAX_REFUSED) return accept([]);
    return accept([{ at, by: system, type: "photoRefused", photoId: id, line, refusal }]);
  });
