import fc from "fast-check";
import sharp, { type Exif } from "sharp";
import { describe, expect, test } from "vitest";
import { readExif } from "../../../shared/imaging/exif.ts";
import { photo } from "../../fixtures/photos/photos.ts";

const withExif = (exif: Exif): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "#888" } })
    .jpeg()
    .withExif(exif)
    .toBuffer();

describe("when a photo was taken", () => {
  test.each<{ why: string; written: string; zone?: string; local?: string; at?: string }>([
    {
      why: "the camera's zone wins",
      written: "2026:03:10 09:12:00",
      zone: "-05:00",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T14:12:00.000Z",
    },
    {
      why: "UTC may be written as Z",
      written: "2026:03:10 09:12:00",
      zone: "Z",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T09:12:00.000Z",
    },
    {
      why: "no zone: the caller's",
      written: "2026:03:10 09:12:00",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T01:12:00.000Z",
    },
    {
      why: "a zone left blank is no zone",
      written: "2026:03:10 09:12:00",
      zone: "   :  ",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T01:12:00.000Z",
    },
    {
      why: "an impossible zone is no zone",
      written: "2026:03:10 09:12:00",
      zone: "+99:00",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T01:12:00.000Z",
    },
    {
      why: "dashes, as some software writes",
      written: "2026-03-10 09:12:00",
      local: "2026-03-10T09:12:00",
      at: "2026-03-10T01:12:00.000Z",
    },
    {
      why: "leap day",
      written: "2024:02:29 23:59:59",
      zone: "+00:00",
      local: "2024-02-29T23:59:59",
      at: "2024-02-29T23:59:59.000Z",
    },
    { why: "a clock never set", written: "0000:00:00 00:00:00" },
    { why: "a clock that fell back to 1980", written: "1980:01:01 00:00:00" },
    { why: "the last second that is not believed", written: "1989:12:31 23:59:59" },
    {
      why: "the first that is",
      written: "1990:01:01 00:00:00",
      zone: "Z",
      local: "1990-01-01T00:00:00",
      at: "1990-01-01T00:00:00.000Z",
    },
    { why: "no such day", written: "2026:02:30 09:12:00" },
    { why: "no such month", written: "2026:13:01 09:12:00" },
    { why: "no such hour", written: "2026:03:10 25:12:00" },
    { why: "blanks, as the standard has it for unknown", written: "    :  :     :  :  " },
    { why: "words", written: "yesterday at noon" },
  ])("$why", async ({ written, zone, local, at }) => {
    const bytes = await withExif({ IFD2: { DateTimeOriginal: written, ...(zone && { OffsetTimeOriginal: zone }) } });
    expect(readExif(bytes, "+08:00")).toEqual(local === undefined ? {} : { capturedLocal: local, capturedAt: at });
  });

  test("the day a file was last changed is not the day it was taken", async () => {
    expect(readExif(await withExif({ IFD0: { DateTime: "2026:03:10 09:12:00" } }), "+08:00")).toEqual({});
  });

  test.each(["", "8", "Shanghai", "+8:00", "+24:00"])("%j is no offset, and a fault of the caller", (offset) => {
    expect(() => readExif(photo("damage-1.jpg"), offset)).toThrow(RangeError);
  });
});

describe("where", () => {
  test.each<{ why: string; gps: Record<string, string>; position?: { latitude: number; longitude: number } }>([
    {
      why: "south and west are negative",
      gps: { GPSLatitudeRef: "S", GPSLatitude: "1/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "2/1 15/1 0/1" },
      position: { latitude: -1.5, longitude: -2.25 },
    },
    {
      why: "zeros are a camera without a fix",
      gps: { GPSLatitudeRef: "N", GPSLatitude: "0/1 0/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "0/1 0/1 0/1" },
    },
    {
      why: "nothing divided by nothing",
      gps: { GPSLatitudeRef: "N", GPSLatitude: "0/0 0/0 0/0", GPSLongitudeRef: "E", GPSLongitude: "0/0 0/0 0/0" },
    },
    {
      why: "north of the pole",
      gps: { GPSLatitudeRef: "N", GPSLatitude: "91/1 0/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "1/1 0/1 0/1" },
    },
    { why: "half a position is none", gps: { GPSLatitudeRef: "N", GPSLatitude: "1/1 0/1 0/1" } },
  ])("$why", async ({ gps, position }) => {
    expect(readExif(await withExif({ IFD3: gps }), "+08:00")).toEqual(position === undefined ? {} : { position });
  });
});

test("damaged EXIF never throws, whatever byte is wrong", () => {
  const whole = photo("turned-with-offset.jpg").subarray(0, 1500);
  const damage = fc.array(fc.tuple(fc.integer({ min: 2, max: 900 }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(damage, fc.integer({ min: 0, max: 1500 }), (wrong, length) => {
      const bytes = Buffer.from(whole);
      for (const [place, value] of wrong) bytes[place] = value;
      const { capturedAt, capturedLocal, position } = readExif(bytes.subarray(0, length), "+08:00");
      expect(capturedAt === undefined).toBe(capturedLocal === undefined);
      if (capturedAt !== undefined) expect(capturedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      if (position !== undefined) expect(Math.abs(position.latitude)).toBeLessThanOrEqual(90);
    }),
    { numRuns: 400 },
  );
});
