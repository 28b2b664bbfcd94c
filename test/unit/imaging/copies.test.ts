import ExifReader from "exifreader";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { photo } from "../../fixtures/photos/photos.ts";
import { accepted, colour } from "./look.ts";

describe("the copies carry pixels and nothing else", () => {
  test.each(["turned-with-offset.jpg", "appended.jpg", "door.png", "door.webp", "door.heic"])("%s", async (file) => {
    const { copy, thumbnail } = await accepted(photo(file));
    for (const derived of [copy, thumbnail]) {
      const metadata = await sharp(derived).metadata();
      expect(metadata.format).toBe("jpeg");
      for (const part of ["exif", "icc", "iptc", "xmp", "orientation", "comments"] as const) {
        expect(metadata[part], part).toBeUndefined();
      }
      const tags = ExifReader.load(Buffer.from(derived), { expanded: true });
      expect(Object.keys(tags)).toEqual(["file"]);
      for (const trace of ["Exif", "Test Camera", "2026:03:10", "<script", "PK\x03\x04"]) {
        expect(Buffer.from(derived).includes(trace), trace).toBe(false);
      }
    }
  });

  test("an ICC profile is worked into the colours and left out", async () => {
    const wide = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#c03020" } })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    const { copy } = await accepted(wide);
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    expect((await sharp(copy).metadata()).icc).toBeUndefined();
    const [red = 0, green = 0] = await colour(copy, 0.5, 0.5);
    expect(Math.abs(red - 0xc0)).toBeLessThan(8);
    expect(Math.abs(green - 0x30)).toBeLessThan(8);
  });
});

describe("sizes of the copies", () => {
  test.each<{ why: string; width: number; height: number; copy: [number, number]; thumbnail: [number, number] }>([
    { why: "a large one is shrunk", width: 4000, height: 3000, copy: [1600, 1200], thumbnail: [320, 240] },
    { why: "the longest side counts", width: 1500, height: 3000, copy: [800, 1600], thumbnail: [160, 320] },
    { why: "a small one is not enlarged", width: 200, height: 100, copy: [200, 100], thumbnail: [200, 100] },
    {
      why: "between the two only the thumbnail shrinks",
      width: 640,
      height: 480,
      copy: [640, 480],
      thumbnail: [320, 240],
    },
    { why: "one pixel is a photo too", width: 1, height: 1, copy: [1, 1], thumbnail: [1, 1] },
    { why: "a thread keeps one pixel of height", width: 8000, height: 2, copy: [1600, 1], thumbnail: [320, 1] },
  ])("$why", async ({ width, height, copy, thumbnail }) => {
    const plain = sharp({ create: { width, height, channels: 3, background: "#808080" } });
    const inspection = await accepted(await plain.jpeg().toBuffer());
    expect([inspection.width, inspection.height]).toEqual([width, height]);
    const sizes = await Promise.all([inspection.copy, inspection.thumbnail].map((jpeg) => sharp(jpeg).metadata()));
    expect(sizes.map((size) => [size.width, size.height])).toEqual([copy, thumbnail]);
  });
});

describe("every way of storing colour ends as plain RGB", () => {
  const clear = { width: 60, height: 40, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0 } } as const;
  const red = { width: 60, height: 40, channels: 3, background: "#c83232" } as const;
  test.each<{ why: string; make: () => Promise<Buffer>; expected: [number, number, number] }>([
    {
      why: "CMYK, as from a print shop",
      make: () => sharp({ create: red }).toColourspace("cmyk").jpeg().toBuffer(),
      expected: [200, 50, 50],
    },
    {
      why: "16 bits a channel",
      make: () => sharp({ create: red }).toColourspace("rgb16").png().toBuffer(),
      expected: [200, 50, 50],
    },
    {
      why: "what is transparent is white",
      make: () => sharp({ create: clear }).png().toBuffer(),
      expected: [255, 255, 255],
    },
    {
      why: "transparent in 16 bits, interlaced",
      make: () => sharp({ create: clear }).toColourspace("rgb16").png({ progressive: true }).toBuffer(),
      expected: [255, 255, 255],
    },
    {
      why: "grey",
      make: () =>
        sharp({ create: { ...red, background: "#646464" } })
          .toColourspace("b-w")
          .jpeg()
          .toBuffer(),
      expected: [100, 100, 100],
    },
    { why: "a palette", make: () => sharp({ create: red }).png({ palette: true }).toBuffer(), expected: [200, 50, 50] },
    {
      why: "progressive JPEG",
      make: () => sharp({ create: red }).jpeg({ progressive: true }).toBuffer(),
      expected: [200, 50, 50],
    },
    {
      why: "lossless WebP",
      make: () => sharp({ create: red }).webp({ lossless: true }).toBuffer(),
      expected: [200, 50, 50],
    },
  ])("$why", async ({ make, expected }) => {
    const { copy, width, height } = await accepted(await make());
    expect([width, height]).toEqual([60, 40]);
    const metadata = await sharp(copy).metadata();
    expect([metadata.space, metadata.channels]).toEqual(["srgb", 3]);
    const seen = await colour(copy, 0.5, 0.5);
    // 25: CMYK goes there and back through a printer's colours.
    for (const [channel, value] of expected.entries()) expect(Math.abs((seen[channel] ?? -1) - value)).toBeLessThan(25);
  });

  test("of an animation the first frame", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 50, height: 30, channels: 3, background } })
        .png()
        .toBuffer();
    const animation = await sharp([await frame("#00ff00"), await frame("#ff0000")], { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(animation).metadata()).pages).toBe(2);
    const { width, height, copy } = await accepted(animation);
    expect([width, height]).toEqual([50, 30]);
    expect((await colour(copy, 0.5, 0.5))[1]).toBeGreaterThan(240);
  });
});
