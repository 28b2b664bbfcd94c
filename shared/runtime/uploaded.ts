import type { Photos } from "../aws/photos.ts";
import { MAX_PHOTO_BYTES, type PhotoPlace, placeOf } from "../evidence/evidence.ts";
import { inspect } from "../imaging/imaging.ts";
import type { Deps } from "../record/change.ts";
import { enterPhoto, type Seen } from "../record/photo.ts";
import { log } from "./log.ts";

type Port = Deps & { readonly photos: Photos };

/** The zone of a camera that wrote none: cameras here are set to the wall clock of K-1. */
const OFFSET = "+08:00";

/** Looks at what was uploaded; the copies are there before the case speaks of the photo. */
const look = async ({ photos }: Port, key: string, place: PhotoPlace): Promise<Seen> => {
  const { photoId, damage } = place;
  const bytes = await photos.read(key);
  if (bytes === undefined) return { is: "refused", photoId, damage, refusal: { code: "too-large" } };
  const seen = await inspect(bytes, { offset: OFFSET });
  if (!seen.ok) {
    const megapixels = "megapixels" in seen.error ? seen.error.megapixels : undefined;
    return { is: "refused", photoId, damage, refusal: { code: seen.error.code, megapixels } };
  }
  const { sha256, mime, width, height, capturedAt, position, copy, thumbnail } = seen.value;
  await photos.derive(place, { copy, thumbnail });
  const photo = { id: photoId, damage, sha256, mime, bytes: bytes.length, width, height, capturedAt, position };
  return { is: "kept", photo };
};

/**
 * Makes an uploaded photo real: its kind by content, its copies, its entry in the case. The same upload may be announced
 * any number of times and at any moment. What is nobody's photo, or none at all, is put aside for a person to look at.
 */
export const takeUpload = async (port: Port, key: string, size: number): Promise<void> => {
  const place = placeOf(key);
  if (place === undefined) {
    await port.photos.quarantine(key);
    return log("PHOTO_ASIDE", { reason: "not a key of ours" });
  }
  const { org, caseId: id, photoId, damage } = place;
  const tooLarge: Seen = { is: "refused", photoId, damage, refusal: { code: "too-large" } };
  const seen = size > MAX_PHOTO_BYTES ? tooLarge : await look(port, key, place);
  const entered = await enterPhoto(port, { kind: "case", org, id }, seen);
  if (!entered.ok || seen.is === "refused") await port.photos.quarantine(key);
  log("PHOTO_SEEN", { org, record: id, photo: photoId, is: entered.ok ? seen.is : entered.error.code });
};
