/** The photos that are taken. What a browser would run or another tool would open (SVG, PDF, GIF, TIFF) is not here. */
export type Mime = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/**
 * What the first bytes say a file is; undefined for everything that is not taken. A name and a declared type are the
 * sender's claim, so neither is an argument.
 */
export const kindOf = (bytes: Uint8Array): Mime | undefined => {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (ascii(bytes, 4, 8) === "ftyp" && isHeic(bytes)) return "image/heic";
  return undefined;
};

/** The brands under which ISO/IEC 23008-12 keeps pictures in HEVC, alone or in a sequence. */
const HEVC = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);

/** `mif1` alone may hold any codec (an AVIF says it too), so one of the brands must promise HEVC. */
const isHeic = (bytes: Uint8Array): boolean => {
  if (HEVC.has(ascii(bytes, 8, 12))) return true;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const end = Math.min(length, bytes.length, 256);
  for (let at = 16; at + 4 <= end; at += 4) if (HEVC.has(ascii(bytes, at, at + 4))) return true;
  return false;
};

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, place) => bytes[place] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
