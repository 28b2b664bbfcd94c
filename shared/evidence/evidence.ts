import * as z from "zod";
import { CaseId, InspectionId, OrgId, type PaperId, PhotoId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";

/** What a photo may be, by its content; the form announces the same list. */
export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic"] as const;
export const PhotoType = z.enum(PHOTO_TYPES);
export type PhotoType = z.infer<typeof PhotoType>;

export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** Which damage (损坏处) a photo shows: 1 is the first on the form; 0 is the case as a whole. */
export const DamageNumber = z.number().int().min(0).max(99);

/** A photo that was looked at and kept. The original is evidence; people see the copy. */
export const Photo = z.strictObject({
  id: PhotoId,
  damage: DamageNumber,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: PhotoType,
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  capturedAt: Instant.optional(),
  position: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
});
export type Photo = z.infer<typeof Photo>;

/** DUPLICATE: the same bytes were already there (D-04). AFTER_PICKUP: taken after the goods were picked up (DFA-29). */
export type PhotoFlag = "DUPLICATE" | "AFTER_PICKUP";

/** Why a photo was not kept, in codes; `case/sayings` has the sentence that the customer reads. */
export const PhotoRefusal = z.strictObject({
  code: z.enum([
    "not-an-image",
    "truncated",
    "too-many-pixels",
    "too-large",
    "empty",
    "unknown-damage",
    "too-many-photos",
    "wrong-format",
  ]),
  megapixels: z.number().optional(),
  /** What would have been taken. */
  formats: z.array(PhotoType).optional(),
});
export type PhotoRefusal = z.infer<typeof PhotoRefusal>;

/** Whose photo it is: of a damage of a case, or of a line of an inspection. */
export type PhotoPlace = { org: OrgId; caseId: CaseId | InspectionId; damage: number; photoId: PhotoId };

const KEY = /^original\/(?<org>[^/]+)\/(?<caseId>[^/]+)\/(?<damage>\d{1,2})\/(?<photoId>[^/]+)$/;
const Place = z.object({
  org: OrgId,
  caseId: z.union([CaseId, InspectionId]),
  damage: z.coerce.number().pipe(DamageNumber),
  photoId: PhotoId,
});

/** The key is the record: an upload event needs no look-up to know whose photo it is. */
export const originalKey = ({ org, caseId, damage, photoId }: PhotoPlace): string =>
  `original/${org}/${caseId}/${damage}/${photoId}`;

/** The reverse of `originalKey`; undefined for any key that it would not have written. */
export const placeOf = (key: string): PhotoPlace | undefined => {
  const read = Place.safeParse(KEY.exec(key)?.groups);
  return read.success && originalKey(read.data) === key ? read.data : undefined;
};

export const derivedKeys = ({ org, caseId, photoId }: PhotoPlace): { copy: string; thumbnail: string } => ({
  copy: `derived/${org}/${caseId}/${photoId}.jpg`,
  thumbnail: `derived/${org}/${caseId}/${photoId}.small.jpg`,
});

/** Where everything of one case lies, each as a prefix of keys: what it sent, what was made of it, what was put aside. */
export const foldersOf = ({ org, caseId }: Pick<PhotoPlace, "org" | "caseId">): readonly string[] => {
  const original = `original/${org}/${caseId}/`;
  return [original, `derived/${org}/${caseId}/`, quarantineKey(original), `paper/${org}/${caseId}/`];
};

/** Where a file of a case lies that is no photo. */
export const paperKey = ({ org, caseId }: Pick<PhotoPlace, "org" | "caseId">, paper: PaperId): string =>
  `paper/${org}/${caseId}/${paper}`;

/** Where an object goes that is nobody's photo; kept for a person to look at, never shown. */
export const quarantineKey = (key: string): string => `quarantine/${key}`;

/** Where mails lie that were not kept, by their sender as the index spells them: for an operator to look at, for a while. */
export const asideFolder = (org: string, sender: string): string => `aside/${org}/${sender}/`;
