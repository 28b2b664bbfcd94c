import ExifReader from "exifreader";
import * as z from "zod";
import { Instant } from "../kernel/instant.ts";

/** Degrees, north and east positive (WGS 84). */
export type Position = { latitude: number; longitude: number };

type Facts = { capturedAt?: Instant; capturedLocal?: string; position?: Position };

/**
 * When and where a photo was taken, as far as its camera wrote it down. Every field may be missing, and broken EXIF is
 * no reason to refuse a photo, so this answers `{}` instead. A capture time without a zone is read in `offset`.
 * @throws RangeError when `offset` is no offset such as `+08:00`.
 */
export const readExif = (bytes: Uint8Array, offset: string): Facts => {
  if (inZone("2000-01-01T00:00:00", offset) === undefined) throw new RangeError(`no offset: ${offset}`);
  const tags = load(bytes);
  if (tags === undefined) return {};
  const capturedLocal = wallClock(text(tags.exif?.DateTimeOriginal));
  const position = place(tags.gps);
  return {
    ...(capturedLocal && {
      capturedLocal,
      capturedAt: inZone(capturedLocal, text(tags.exif?.OffsetTimeOriginal)) ?? inZone(capturedLocal, offset),
    }),
    ...(position && { position }),
  };
};

/** Undefined for a photo without EXIF, and for EXIF that cannot be read: the library throws for both. */
const load = (bytes: Uint8Array) => {
  try {
    return ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      expanded: true,
      includeTags: { exif: ["DateTimeOriginal", "OffsetTimeOriginal"], gps: true },
    });
  } catch {
    return undefined;
  }
};

/** EXIF text is a list of one; a damaged file may hold anything in its place. */
const text = (tag: { value: unknown } | undefined): string => {
  const value = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === "string" ? value.trim() : "";
};

/** No phone took a photo before; a clock that was never set says 1970, 1980 or 0000. */
const FIRST_YEAR = "1990";

/** `2026:03:10 09:12:00` → `2026-03-10T09:12:00`; undefined when that is no possible capture time. */
const wallClock = (written: string): string | undefined => {
  const parts = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(written);
  if (parts === null) return undefined;
  const [, year = "", month, day, time] = parts;
  const local = `${year}-${month}-${day}T${time}`;
  return year >= FIRST_YEAR && inZone(local, "Z") !== undefined ? local : undefined;
};

/** Looked at before it becomes an Instant: a camera writes 31 February, month 13 and blanks, and none may throw. */
const written = z.iso.datetime({ offset: true });

const inZone = (local: string, offset: string): Instant | undefined => {
  const { success, data } = written.safeParse(`${local}${offset}`);
  return success ? Instant.parse(data) : undefined;
};

const place = (gps: { Latitude?: number; Longitude?: number } | undefined): Position | undefined => {
  const { Latitude: latitude = Number.NaN, Longitude: longitude = Number.NaN } = gps ?? {};
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  // Exactly 0, 0 is what a camera without a fix writes, and open sea.
  return latitude === 0 && longitude === 0 ? undefined : { latitude, longitude };
};
