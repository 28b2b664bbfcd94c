import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { encode } from "./derive.ts";
import { type Position, readExif } from "./exif.ts";
import { openHeic } from "./heic.ts";
import { kindOf, type Mime } from "./kind.ts";
import { measureRaster, type Picture, type Size, shrinkPixels, shrinkRaster } from "./raster.ts";

/** Why a file is not taken as a photo. The codes are stable: sentences for the customer hang on them. */
export type PhotoRefusal =
  | { code: "empty" }
  | { code: "too-large"; bytes: number; limit: number }
  /** The first bytes are those of no JPEG, PNG, WebP or HEIC. */
  | { code: "not-an-image" }
  /** It begins as an image and cannot be decoded to its end, as after a broken upload. */
  | { code: "truncated" }
  | { code: "too-many-pixels"; megapixels: number; limit: 60 };

/** What a photo turned out to be, and the two copies that people may see. The original is kept apart, untouched. */
export type Inspection = {
  /** By content, never by name or by what the sender declared. */
  mime: Mime;
  /** Hex, of the original bytes: the same bytes twice are one photo. */
  sha256: string;
  bytes: number;
  /** In pixels, as a person sees the photo: upright. */
  width: number;
  height: number;
  /** When the camera says it was taken. Not bounded above: whoever knows the hour judges a photo from the future. */
  capturedAt?: Instant;
  /** The same as the camera's wall clock showed it, without a zone: `2026-03-10T09:12:00`. */
  capturedLocal?: string;
  /** Degrees. Kept as data beside the original; the copies do not carry it. */
  position?: Position;
  /** JPEG, upright, longest side at most 1600 px, never enlarged, no metadata at all. */
  copy: Uint8Array;
  /** JPEG, upright, longest side at most 320 px, never enlarged, no metadata at all. */
  thumbnail: Uint8Array;
};

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_MEGAPIXELS = 60;

/**
 * Looks at a customer's photo: what it really is, when and where it was taken, and the copies that people may see.
 * Nothing is decoded before its header has passed the pixel limit. A photo is refused as a value; whatever throws is a
 * fault of ours (or a decoder that ran out of time), not of the photo.
 *
 * `offset` (`+08:00`) is the zone assumed for a camera that wrote a capture time and no zone.
 * @throws RangeError when `offset` is no offset.
 */
export const inspect = async (
  bytes: Uint8Array,
  options: { offset: string },
): Promise<Result<Inspection, PhotoRefusal>> => {
  if (bytes.length === 0) return refuse({ code: "empty" });
  if (bytes.length > MOST_BYTES) return refuse({ code: "too-large", bytes: bytes.length, limit: MOST_BYTES });
  const mime = kindOf(bytes);
  if (mime === undefined) return refuse({ code: "not-an-image" });

  const seen = mime === "image/heic" ? await lookAtHeic(bytes) : await lookAtRaster(bytes);
  if (!seen.ok) return seen;
  const { size, picture } = seen.value;
  return accept({
    mime,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    ...size,
    ...readExif(bytes, options.offset),
    ...(await encode(picture)),
  });
};

type Look = Result<{ size: Size; picture: Picture }, PhotoRefusal>;

const lookAtRaster = async (bytes: Uint8Array): Promise<Look> => {
  const size = await measureRaster(bytes);
  if (size === undefined) return refuse({ code: "truncated" });
  const over = tooManyPixels(size);
  if (over !== undefined) return refuse(over);
  const picture = await shrinkRaster(bytes);
  return picture === undefined ? refuse({ code: "truncated" }) : accept({ size, picture });
};

const lookAtHeic = async (bytes: Uint8Array): Promise<Look> => {
  const heic = await openHeic(bytes);
  if (heic === undefined) return refuse({ code: "truncated" });
  try {
    const over = tooManyPixels(heic.size);
    if (over !== undefined) return refuse(over);
    const pixels = heic.decode();
    if (pixels === undefined) return refuse({ code: "truncated" });
    return accept({ size: heic.size, picture: await shrinkPixels(pixels, heic.size) });
  } finally {
    heic.close();
  }
};

const tooManyPixels = ({ width, height }: Size): PhotoRefusal | undefined => {
  const pixels = width * height;
  if (pixels <= MOST_MEGAPIXELS * 1e6) return undefined;
  // Rounded up, so that nobody is told that 60 is more than 60.
  return { code: "too-many-pixels", megapixels: Math.ceil(pixels / 1e5) / 10, limit: MOST_MEGAPIXELS };
};
