import { expect, test } from "vitest";
import { kindOf } from "../../../shared/imaging/kind.ts";

const ftyp = (major: string, ...compatible: string[]): Buffer => {
  const brands = Buffer.from(`ftyp${major}\0\0\0\0${compatible.join("")}`, "latin1");
  return Buffer.concat([Buffer.from([0, 0, 0, brands.length + 4]), brands, Buffer.from("....meta")]);
};

test.each<{ why: string; bytes: Buffer; kind: string | undefined }>([
  { why: "a JPEG opens with FF D8 FF", bytes: Buffer.from("ffd8ffe0", "hex"), kind: "image/jpeg" },
  { why: "a PNG opens with eight bytes", bytes: Buffer.from("89504e470d0a1a0a00", "hex"), kind: "image/png" },
  { why: "a PNG with one of the eight wrong is none", bytes: Buffer.from("89504e470a0a1a0a", "hex"), kind: undefined },
  { why: "a WebP is a RIFF that says so", bytes: Buffer.from("RIFF\x04\0\0\0WEBPVP8 "), kind: "image/webp" },
  { why: "a RIFF may be a sound", bytes: Buffer.from("RIFF\x04\0\0\0WAVEfmt "), kind: undefined },
  { why: "an iPhone writes heic", bytes: ftyp("heic", "mif1", "heic"), kind: "image/heic" },
  { why: "ten bits a channel is heix", bytes: ftyp("heix", "mif1"), kind: "image/heic" },
  { why: "some phones put the general brand first", bytes: ftyp("mif1", "mif1", "heic"), kind: "image/heic" },
  { why: "the general brand alone promises no HEVC", bytes: ftyp("mif1", "mif1", "miaf"), kind: undefined },
  { why: "an AVIF is not taken", bytes: ftyp("avif", "mif1", "miaf"), kind: undefined },
  {
    why: "a brand behind the ftyp box is somebody's content",
    bytes: Buffer.concat([ftyp("mp42"), Buffer.from("heic")]),
    kind: undefined,
  },
  { why: "a film is no photo", bytes: ftyp("isom", "mp41"), kind: undefined },
  { why: "a GIF is not taken", bytes: Buffer.from("GIF89a/*"), kind: undefined },
  { why: "a TIFF is not taken", bytes: Buffer.from("II*\0\x08\0\0\0", "latin1"), kind: undefined },
  { why: "a PDF is not taken", bytes: Buffer.from("%PDF-1.7\n"), kind: undefined },
  {
    why: "SVG is a document that a browser runs",
    bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    kind: undefined,
  },
  { why: "a web page is no photo", bytes: Buffer.from("<!doctype html><title>x</title>"), kind: undefined },
  { why: "the magic must stand at the start", bytes: Buffer.from("20ffd8ffe0", "hex"), kind: undefined },
  { why: "too short to say anything", bytes: Buffer.from("ffd8", "hex"), kind: undefined },
  { why: "ftyp and nothing behind it", bytes: Buffer.from("\0\0\0\x08ftyp", "latin1"), kind: undefined },
  { why: "nothing at all", bytes: Buffer.alloc(0), kind: undefined },
])("$why", ({ bytes, kind }) => {
  expect(kindOf(bytes)).toBe(kind);
  // The same inside a larger buffer, as a slice of a request body is.
  expect(kindOf(Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(0)]).subarray(3))).toBe(kind);
});
