import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Inspection, PhotoRefusal } from "../../../shared/imaging/imaging.ts";
import { DAMAGE, photo } from "../../fixtures/photos/photos.ts";
import { accepted, colour, look } from "./look.ts";

const brightness = async (jpeg: Uint8Array, x: number, y: number): Promise<number> =>
  (await colour(jpeg, x, y)).reduce((sum, channel) => sum + channel, 0) / 3;

describe("a photo is accepted as what it is", () => {
  test.each<{ why: string; file: string; seen: Partial<Inspection> }>([
    { why: "a plain JPEG", file: "damage-1.jpg", seen: { mime: "image/jpeg", width: 1000, height: 750 } },
    { why: "a PNG", file: "door.png", seen: { mime: "image/png", width: 320, height: 240 } },
    { why: "a WebP", file: "door.webp", seen: { mime: "image/webp", width: 1000, height: 750 } },
    {
      why: "a JPEG on its side is measured as a person sees it, and says when and where",
      file: "turned-with-offset.jpg",
      seen: {
        mime: "image/jpeg",
        width: 1000,
        height: 750,
        capturedLocal: "2026-03-10T09:12:00",
        capturedAt: "2026-03-10T07:12:00.000Z" as Inspection["capturedAt"], // as spelt
        position: { latitude: 0.5, longitude: 0.25 },
      },
    },
    {
      why: "a camera without a zone is read in the caller's",
      file: "turned-without-offset.jpg",
      seen: {
        capturedLocal: "2026-03-10T09:12:00",
        capturedAt: "2026-03-10T01:12:00.000Z" as Inspection["capturedAt"], // as spelt
      },
    },
    { why: "a JPEG with something appended is still that photo", file: "appended.jpg", seen: { mime: "image/jpeg" } },
    {
      why: "a HEIC as a phone writes it: tiles, turned by the container, EXIF that says the same turn again",
      file: "door.heic",
      seen: {
        mime: "image/heic",
        width: 1000,
        height: 750,
        capturedLocal: "2026-03-10T09:12:00",
        capturedAt: "2026-03-10T01:12:00.000Z" as Inspection["capturedAt"], // as spelt
        position: { latitude: 0.5, longitude: 0.25 },
      },
    },
  ])("$why", async ({ file, seen }) => {
    const bytes = photo(file);
    const inspection = await accepted(bytes);
    expect(inspection).toMatchObject(seen);
    expect(inspection.bytes).toBe(bytes.length);
    expect(inspection.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    // Each of the drawings has a bright wall at the top and a dark floor at the foot: the copies stand upright.
    for (const derived of [inspection.copy, inspection.thumbnail]) {
      expect(await brightness(derived, 0.05, 0.05)).toBeGreaterThan(190);
      expect(await brightness(derived, 0.05, 0.985)).toBeLessThan(130);
    }
  });

  test("facts that a photo does not hold are absent, not undefined", async () => {
    const keys = ["mime", "sha256", "bytes", "width", "height", "copy", "thumbnail"];
    expect(Object.keys(await accepted(photo("damage-1.jpg"))).sort()).toEqual(keys.sort());
  });

  test("six photos are six", async () => {
    const hashes = await Promise.all(DAMAGE.map(async (file) => (await accepted(photo(file))).sha256));
    expect(new Set(hashes).size).toBe(6);
  });
});

describe("what is refused, and as what", () => {
  const MB = 1024 * 1024;
  const cut = (file: string, part: number): Buffer => photo(file).subarray(0, Math.floor(photo(file).length * part));
  test.each<{ why: string; bytes: () => Uint8Array; refusal: PhotoRefusal }>([
    { why: "an upload without content", bytes: () => photo("empty.jpg"), refusal: { code: "empty" } },
    {
      why: "20 MB and one byte",
      bytes: () => Buffer.concat([photo("damage-1.jpg")], 20 * MB + 1),
      refusal: { code: "too-large", bytes: 20 * MB + 1, limit: 20 * MB },
    },
    { why: "SVG under a photo's name", bytes: () => photo("svg.jpg"), refusal: { code: "not-an-image" } },
    { why: "a web page under a photo's name", bytes: () => photo("html.jpg"), refusal: { code: "not-an-image" } },
    { why: "GIF", bytes: () => photo("door.gif"), refusal: { code: "not-an-image" } },
    { why: "a JPEG whose upload broke off", bytes: () => photo("truncated.jpg"), refusal: { code: "truncated" } },
    {
      why: "a JPEG that lacks its last hundredth",
      bytes: () => cut("damage-3.jpg", 0.99),
      refusal: { code: "truncated" },
    },
    { why: "a JPEG's first bytes alone", bytes: () => cut("damage-3.jpg", 0.002), refusal: { code: "truncated" } },
    { why: "half a PNG", bytes: () => cut("door.png", 0.5), refusal: { code: "truncated" } },
    { why: "half a WebP", bytes: () => cut("door.webp", 0.5), refusal: { code: "truncated" } },
    {
      why: "900 megapixels in 100 KB",
      bytes: () => photo("bomb.png"),
      refusal: { code: "too-many-pixels", megapixels: 900, limit: 60 },
    },
  ])("$why", async ({ bytes, refusal }) => {
    expect(await look(bytes())).toEqual({ ok: false, error: refusal });
  });

  test("exactly 20 MB passes the size, exactly 60 megapixels the pixels, one row more does not", async () => {
    expect((await look(Buffer.concat([photo("damage-1.jpg")], 20 * MB))).ok).toBe(true);
    const grey = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: "#777" } })
        .jpeg()
        .toBuffer();
    expect((await look(await grey(10_000, 6_000))).ok).toBe(true);
    expect(await look(await grey(10_000, 6_001))).toEqual({
      ok: false,
      error: { code: "too-many-pixels", megapixels: 60.1, limit: 60 },
    });
  });

  test("a bomb is refused by its header: no row of it is ever needed", async () => {
    const headOfBomb = photo("bomb.png").subarray(0, 4096);
    expect(await look(headOfBomb)).toMatchObject({ error: { code: "too-many-pixels", megapixels: 900 } });
  });

  test("sharp opens none of the formats that are not taken, whoever asks in this process", async () => {
    await expect(sharp(photo("svg.jpg")).metadata()).rejects.toThrow(/unsupported image format/);
    await expect(sharp(photo("door.gif")).metadata()).rejects.toThrow(/unsupported image format/);
  });
});
