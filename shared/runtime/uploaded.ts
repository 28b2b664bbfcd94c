import type { Photos } from "../aws/photos.ts";
import { MAX_PHOTO_BYTES, type PhotoPlace, placeOf } from "../evidence/evidence.ts";
import { inspect } from "../imaging/imaging.ts";
import { CaseId, InspectionId, type PhotoId } from "../kernel/ids.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { type ChangeDeps, loadInspection } from "../record/inspections/change.ts";
import { enterInspectionPhoto, knownPhoto } from "../record/inspections/photo.ts";
import { enterPhoto, type Seen } from "../record/photo.ts";
import { log } from "./log.ts";

type Port = Deps & ChangeDeps & { readonly photos: Photos };

/** The zone of a camera that wrote none: cameras here are set to the wall clock of K-1. */
const OFFSET = "+08:00";

/** Looks at what was uploaded; the copies are there before the record speaks of the photo. */
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

/** What a case already says of a photo. Its ticket may be used a second time, and S3 announces at least once. */
const knownOf = ({ current }: Loaded, photoId: PhotoId): Seen["is"] | undefined => {
  if (current.photos.some(({ id }) => id === photoId)) return "kept";
  return current.refusedPhotos.some(({ id }) => id === photoId) ? "refused" : undefined;
};

/** A record that a photo was sent to: what it says of it already, and how it is entered. */
type Album = {
  readonly known: Seen["is"] | undefined;
  /** What the record says of it afterwards. */
  readonly enter: (seen: Seen) => Promise<Seen["is"] | undefined>;
};

const caseAlbum = async (port: Port, { org, caseId, photoId }: PhotoPlace): Promise<Album | "none" | "erased"> => {
  const id = CaseId.safeParse(caseId);
  if (!id.success) return "none";
  const ref = { kind: "case", org, id: id.data } as const;
  const found = await loadCase(port, ref);
  if (found === undefined) return "none";
  if (found.current.erasure !== undefined) return "erased";
  return {
    known: knownOf(found, photoId),
    enter: async (seen) => {
      const entered = await enterPhoto(port, ref, seen);
      return entered.ok ? knownOf(entered.value, photoId) : undefined;
    },
  };
};

const inspectionAlbum = async (port: Port, { org, caseId: id, photoId }: PhotoPlace): Promise<Album | "none"> => {
  const found = await loadInspection(port, { org, id });
  if (found === undefined) return "none";
  return {
    known: knownPhoto(found, photoId),
    enter: async (seen) => {
      const entered = await enterInspectionPhoto(port, { org, id }, seen);
      return entered.ok ? knownPhoto(entered.value, photoId) : undefined;
    },
  };
};

/**
 * Makes an uploaded photo real: its kind by content, its copies, its entry in the case or inspection. The same upload may be
 * announced any number of times and at any moment; what comes later under the same key never changes what people see of the
 * first. What is nobody's photo, or none at all, is put aside for a person to look at.
 */
export const takeUpload = async (port: Port, key: string, size: number): Promise<void> => {
  const place = placeOf(key);
  if (place === undefined) {
    await port.photos.quarantine(key);
    return log("PHOTO_ASIDE", { reason: "not a key of ours" });
  }
  const { org, caseId: id, photoId, damage } = place;
  const said = (is: string) => log("PHOTO_SEEN", { org, record: id, photo: photoId, is });
  const isInspection = InspectionId.safeParse(id).success;
  const album = await (isInspection ? inspectionAlbum(port, place) : caseAlbum(port, place));
  if (album === "none") {
    await port.photos.quarantine(key);
    return said(isInspection ? "no-such-inspection" : "no-such-case");
  }
  if (album === "erased") return said("erased");
  if (album.known === undefined) {
    const tooLarge: Seen = { is: "refused", photoId, damage, refusal: { code: "too-large" } };
    const seen = size > MAX_PHOTO_BYTES ? tooLarge : await look(port, key, place);
    const refused = (await album.enter(seen)) !== "kept";
    if (refused) await port.photos.quarantine(key);
    return said(refused ? "refused" : "kept");
  }
  if (album.known === "refused") await port.photos.quarantine(key); // whoever was to do it may have been stopped before
  said("known");
};
