import { createRequire } from "node:module";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { openHeic } from "../../../shared/imaging/heic.ts";
import { photo } from "../../fixtures/photos/photos.ts";
import { look } from "./look.ts";

const whole = photo("door.heic");

/** Every box of that name gets a new size: `ispe` is where a HEIC says how large it is. */
const claiming = (bytes: Buffer, width: number, height: number): Buffer => {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf("ispe"); at >= 0; at = changed.indexOf("ispe", at + 1)) {
    changed.writeUInt32BE(width, at + 8);
    changed.writeUInt32BE(height, at + 12);
  }
  return changed;
};

afterEach(() => {
  vi.restoreAllMocks();
});

test("the decoder is loaded when the first HEIC arrives, not before", async () => {
  const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes("libheif"));
  await look(photo("damage-1.jpg"));
  expect(loaded()).toEqual([]);
  await look(whole);
  expect(loaded()).not.toEqual([]);
});

test.each<{ why: string; bytes: Buffer; refusal: { code: string } }>([
  { why: "half an upload", bytes: whole.subarray(0, whole.length / 2), refusal: { code: "truncated" } },
  { why: "the last byte is missing", bytes: whole.subarray(0, -1), refusal: { code: "truncated" } },
  { why: "the first box alone", bytes: whole.subarray(0, 24), refusal: { code: "truncated" } },
  {
    why: "a header that claims 900 megapixels",
    bytes: claiming(whole, 30_000, 30_000),
    refusal: { code: "too-many-pixels" },
  },
  { why: "a header that claims less than is coded", bytes: claiming(whole, 16, 16), refusal: { code: "truncated" } },
  { why: "a header that claims nothing", bytes: claiming(whole, 0, 0), refusal: { code: "truncated" } },
])("refused without a word on the console: $why", async ({ bytes, refusal }) => {
  const said = [vi.spyOn(console, "log"), vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
  expect(await look(bytes)).toMatchObject({ ok: false, error: refusal });
  for (const spy of said) expect(spy).not.toHaveBeenCalled();
});

test("a damaged one is an answer, and the next good one is still decoded", async () => {
  // The first 620 bytes are the boxes; behind them the coded picture, where damage shows as a wrong patch.
  const damage = fc.array(fc.tuple(fc.integer({ min: 12, max: 620 }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (wrong) => {
      const bytes = Buffer.from(whole);
      for (const [place, value] of wrong) bytes[place] = value;
      const result = await look(bytes);
      if (!result.ok) expect(["truncated", "too-many-pixels", "not-an-image"]).toContain(result.error.code);
    }),
    { numRuns: 60 },
  );
  expect((await look(whole)).ok).toBe(true);
});

test("two at once do not disturb each other", async () => {
  const [first, second] = await Promise.all([look(whole), look(whole)]);
  expect(first).toMatchObject({ ok: true });
  expect(first).toEqual(second);
});

test("twenty leave nothing behind in the decoder's memory", async () => {
  // What is external and no array buffer of ours is the decoder's heap, which only ever grows.
  const heap = (): number => process.memoryUsage().external - process.memoryUsage().arrayBuffers;
  const decode = async (): Promise<void> => {
    const heic = await openHeic(whole);
    expect(heic?.decode()).toBeDefined();
    heic?.close();
  };
  for (let round = 0; round < 3; round += 1) await decode();
  const before = heap();
  for (let round = 0; round < 20; round += 1) await decode();
  expect(heap() - before).toBeLessThan(20 * 1024 * 1024); // twenty pictures that nobody releases are 45 MB
});
