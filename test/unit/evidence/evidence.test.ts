import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockedSteps, countEvidence, flagsOf } from "../../../shared/evidence/count.ts";
import { derivedKeys, originalKey, PhotoRefusal, placeOf } from "../../../shared/evidence/evidence.ts";
import { sayRefusal } from "../../../shared/evidence/sayings.ts";
import { CaseId, OrgId } from "../../../shared/kernel/ids.ts";
import { caseIdText, dfa, photo, photoId, sh } from "../../fixtures/cases.ts";

const facts = { category: "1-2-1" };
const counted = (photos: [damage: number, content: string][], damages = 2, of: Record<string, string> = facts) =>
  countEvidence(dfa, { facts: of, damages, photos: photos.map(([damage, content], n) => photo(n, damage, content)) });
const shown = (reading: ReturnType<typeof counted>) =>
  reading.needs.map(({ damage, have, need }) => `${damage}: ${have}/${need}`);

describe("photos are counted by content, for each damage", () => {
  test.each<[string, [number, string][], number, string[], boolean]>([
    [
      "AS-10 five photos of two damages",
      [
        [1, "a"],
        [1, "b"],
        [1, "c"],
        [2, "d"],
        [2, "e"],
      ],
      2,
      ["1: 3/3", "2: 2/3"],
      false,
    ],
    [
      "AS-10 the sixth completes them",
      [
        [1, "a"],
        [1, "b"],
        [1, "c"],
        [2, "d"],
        [2, "e"],
        [2, "f"],
      ],
      2,
      ["1: 3/3", "2: 3/3"],
      true,
    ],
    [
      "AS-11 a copy does not count",
      [
        [1, "a"],
        [1, "b"],
        [1, "b"],
      ],
      1,
      ["1: 2/3"],
      false,
    ],
    [
      "ten of one damage do not help the other",
      Array.from({ length: 10 }, (_, n) => [1, `x${n}`]),
      2,
      ["1: 10/3", "2: 0/3"],
      false,
    ],
    [
      "photos of the case as a whole show no damage",
      [
        [0, "a"],
        [0, "b"],
        [0, "c"],
      ],
      1,
      ["1: 0/3"],
      false,
    ],
    ["none yet", [], 1, ["1: 0/3"], false],
    [
      "no damage described: the case as a whole",
      [
        [0, "a"],
        [0, "b"],
      ],
      0,
      ["0: 2/3"],
      false,
    ],
  ])("%s", (_why, photos, damages, needs, complete) => {
    const reading = counted(photos, damages);
    expect(shown(reading)).toEqual(needs);
    expect(reading.complete).toBe(complete);
    expect(blockedSteps(reading).includes("set-liability")).toBe(!complete);
  });

  test.each([
    ["AS-14 late delivery", "2-3"],
    ["AS-12 accessories lost", "1-2-2"],
    ["a category nobody knows yet", undefined],
  ])("nothing is needed for %s", (_why, category) => {
    expect(counted([], 2, category === undefined ? {} : { category })).toEqual({ complete: true, needs: [] });
  });

  test("the order in which photos arrive does not matter, nor that one arrives twice", () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom("a", "b", "c", "d")), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, (photos) => {
        expect(shown(counted([...photos, ...photos].reverse()))).toEqual(shown(counted(photos)));
      }),
    );
  });
});

describe("flags are for people", () => {
  const flags = (photos: ReturnType<typeof photo>[], of: Record<string, string> = {}) =>
    photos.map(({ id }) => flagsOf(dfa, { ...facts, ...of }, photos).get(id));

  test("AS-11 the copy is flagged, not the first", () => {
    expect(flags([photo(1, 1, "a"), photo(2, 1, "b"), photo(3, 1, "a")])).toEqual([[], [], ["DUPLICATE"]]);
  });

  const pickupAt = sh("2026-03-09 10:00");
  test.each([
    ["before the pick-up", "2026-03-09 09:59", []],
    ["at the pick-up itself", "2026-03-09 10:00", []],
    ["after it", "2026-03-09 10:01", ["AFTER_PICKUP"]],
  ])("DFA-29 taken %s", (_why, at, wanted) => {
    expect(flags([photo(1, 1, "a", sh(at))], { pickupAt })).toEqual([wanted]);
  });

  test("without an hour, or without a pick-up, there is nothing to compare", () => {
    expect(flags([photo(1, 1, "a")], { pickupAt })).toEqual([[]]);
    expect(flags([photo(1, 1, "a", sh("2026-03-09 10:01"))])).toEqual([[]]);
  });

  test("a photo may be both, and both still count", () => {
    const photos = [photo(1, 1, "a"), photo(2, 1, "a", sh("2026-03-10 10:00"))];
    expect(flags(photos, { pickupAt })).toEqual([[], ["DUPLICATE", "AFTER_PICKUP"]]);
    expect(countEvidence(dfa, { facts, damages: 1, photos }).needs[0]?.have).toBe(1);
  });
});

describe("keys of uploads", () => {
  const place = { org: OrgId.parse("acme-doors"), caseId: CaseId.parse(caseIdText(7)), damage: 2, photoId: photoId(9) };
  const key = originalKey(place);

  test("a key names whose photo it is, and reads back", () => {
    expect(placeOf(key)).toEqual(place);
    expect(Object.values(derivedKeys(place))).toEqual([
      `derived/acme-doors/${place.caseId}/${place.photoId}.jpg`,
      `derived/acme-doors/${place.caseId}/${place.photoId}.small.jpg`,
    ]);
  });

  test.each([
    ["nothing", ""],
    ["another folder", key.replace("original", "derived")],
    ["a folder in front", `x/${key}`],
    ["a path that climbs", key.replace("acme-doors", "..")],
    ["a leading zero", key.replace("/2/", "/02/")],
    ["a hundred damages", key.replace("/2/", "/100/")],
    ["a negative damage", key.replace("/2/", "/-1/")],
    ["capitals", key.toUpperCase()],
    ["something behind", `${key}.jpg`],
    ["a line behind", `${key}\n`],
    ["somebody's own id", key.replace(place.photoId, "photo_1")],
  ])("nobody's photo: %s", (_why, other) => {
    expect(placeOf(other)).toBeUndefined();
  });

  test("whatever the key, reading it does not throw, and what is read would be written the same", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((s) => `original/${s}`),
        ),
        (other) => {
          const read = placeOf(other);
          if (read !== undefined) expect(originalKey(read)).toBe(other);
        },
      ),
    );
  });
});

test.each(PhotoRefusal.shape.code.options)("%s is said in both languages", (code) => {
  const said = sayRefusal({ code, megapixels: 101 });
  expect(said["zh-CN"]).toMatch(/\p{Script=Han}/u);
  expect(said.en).toMatch(/^[^\p{Script=Han}]{10,}$/u);
});
