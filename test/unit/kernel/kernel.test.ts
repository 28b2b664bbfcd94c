import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseId, OrgId, spell } from "../../../shared/kernel/ids.ts";
import { earliest, fromMs, Instant, later, plusMs, toMs } from "../../../shared/kernel/instant.ts";
import { never } from "../../../shared/kernel/result.ts";
import { preferred, Text } from "../../../shared/kernel/text.ts";

describe("the reader's language", () => {
  test.each([
    ["no header is Chinese, as the regulations are", undefined, "zh-CN"],
    ["an empty header likewise", "", "zh-CN"],
    ["plain English", "en", "en"],
    ["English of a country", "en-GB,en;q=0.9", "en"],
    ["Chinese of Taiwan is still Chinese", "zh-TW", "zh-CN"],
    ["the weightier one wins, not the first one", "en;q=0.5,zh;q=0.8", "zh-CN"],
    ["the first of two equals wins", "en,zh", "en"],
    ["a language we do not speak is passed over", "fr-FR,de;q=0.9,en;q=0.1", "en"],
    ["none that we speak", "fr,de", "zh-CN"],
    ["q=0 means never", "en;q=0,fr", "zh-CN"],
    ["spaces are allowed everywhere", " fr ; q=1 , en ; q=0.3 ", "en"],
    ["anything will do", "*", "zh-CN"],
    ["the capitals of a careless client", "EN-us", "en"],
    ["a weight that is no number counts for nothing", "zh;q=.,en;q=0.1", "en"],
    ["garbage", ";;;,,,q=,=;", "zh-CN"],
    ["a header of half a megabyte", "x,".repeat(250_000), "zh-CN"],
  ])("%s", (_why, header, wanted) => {
    expect(preferred(header)).toBe(wanted);
  });

  test("a text lacks neither language and has no third", () => {
    expect(Text.safeParse({ "zh-CN": "一" }).success).toBe(false);
    expect(Text.safeParse({ "zh-CN": "一", en: "" }).success).toBe(false);
    expect(Text.safeParse({ "zh-CN": "一", en: "one", fr: "un" }).success).toBe(false);
  });
});

describe("moments", () => {
  test.each([
    ["an offset becomes UTC", "2026-03-10T09:30:00+08:00", "2026-03-10T01:30:00.000Z"],
    ["one spelling, whatever the digits", "2026-03-10T01:30:00Z", "2026-03-10T01:30:00.000Z"],
    ["what is finer than a millisecond is cut", "2026-03-10T01:30:00.1239Z", "2026-03-10T01:30:00.123Z"],
    ["a leap day", "2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ])("%s", (_why, said, wanted) => {
    expect(Instant.parse(said)).toBe(wanted);
  });

  test.each([
    ["nothing", ""],
    ["words", "soon"],
    ["a day without an hour", "2026-03-10"],
    ["no offset: whose half past nine?", "2026-03-10T09:30:00"],
    ["a day that there is not", "2026-02-30T00:00:00Z"],
    ["a leap day in a plain year", "2026-02-29T00:00:00Z"],
    ["the 25th hour", "2026-03-10T25:00:00Z"],
    ["24:00", "2026-03-10T24:00:00Z"],
    ["an offset of 99 hours", "2026-03-10T09:30:00+99:00"],
    ["six figures of a year", "+020026-03-10T09:30:00Z"],
    ["a NUL behind it", "2026-03-10T09:30:00Z\u0000"],
    ["a line behind it", "2026-03-10T09:30:00Z\n"],
    ["a year that UTC spells with six figures", "9999-12-31T23:59:59-01:00"],
    ["a year before the first", "0000-01-01T00:00:00+08:00"],
    ["a number", 1_773_000_000_000],
    ["null", null],
    ["an object", { toISOString: () => "2026-03-10T01:30:00.000Z" }],
  ])("refused, not thrown: %s", (_why, said) => {
    expect(Instant.safeParse(said).success).toBe(false);
  });

  test("whatever text comes, reading it does not throw, and what is read reads as itself", () => {
    const nearly = fc.stringMatching(/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), nearly), (said) => {
        const read = Instant.safeParse(said);
        if (read.success) expect(Instant.parse(read.data)).toBe(read.data);
      }),
      { numRuns: 500 },
    );
  });

  test("the order of the texts is the order of time", () => {
    const ms = fc.integer({ min: toMs(Instant.parse("0001-01-01T00:00:00Z")), max: Date.UTC(9999, 11, 31) });
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        expect(fromMs(a) < fromMs(b)).toBe(a < b);
        expect(later(fromMs(a), fromMs(b))).toBe(fromMs(Math.max(a, b)));
        expect(earliest(fromMs(a), undefined, fromMs(b))).toBe(fromMs(Math.min(a, b)));
        expect(toMs(plusMs(fromMs(a), 1))).toBe(a + 1);
      }),
    );
  });

  test("the earliest of nothing is nothing", () => {
    expect(earliest()).toBeUndefined();
    expect(earliest(undefined, undefined)).toBeUndefined();
  });
});

describe("ids", () => {
  const zeros = new Uint8Array(17);
  test.each([
    ["all zeros", zeros, "0".repeat(26)],
    ["all ones", new Uint8Array(17).fill(255), "z".repeat(26)],
    ["the first bit is the first character's", Uint8Array.of(128, ...zeros.subarray(1)), `g${"0".repeat(25)}`],
    ["the 130th bit is the last character's", Uint8Array.of(...zeros.subarray(1), 64), `${"0".repeat(25)}1`],
    ["the six bits after it are not used", Uint8Array.of(...zeros.subarray(1), 63), "0".repeat(26)],
    ["an 18th byte changes nothing", Uint8Array.of(...zeros, 255), "0".repeat(26)],
  ])("%s", (_why, bytes, spelt) => {
    expect(spell(bytes)).toBe(spelt);
  });

  test("every 17 bytes are an id, and 130 different bits are a different one", () => {
    const bytes = fc.uint8Array({ minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(CaseId.safeParse(`case_${spell(a)}`).success).toBe(true);
        const head = (x: Uint8Array) => Buffer.concat([x.subarray(0, 16), Uint8Array.of((x[16] ?? 0) & 0xc0)]);
        expect(spell(a) === spell(b)).toBe(head(a).equals(head(b)));
      }),
    );
  });

  test.each([
    ["the separator of keys", "acme#x"],
    ["a slash", "acme/x"],
    ["capitals", "Acme"],
    ["too short to tell", "ab"],
    ["a hyphen at the end", "acme-"],
    ["a figure in front", "1acme"],
    ["a line behind", "acme\n"],
    ["forty-one characters", `a${"b".repeat(40)}`],
  ])("no name of a company: %s", (_why, said) => {
    expect(OrgId.safeParse(said).success).toBe(false);
  });
});

test("a union that nobody answers says what came", () => {
  expect(() => never("what" as never)).toThrow('"what"'); // only a broken program gets there
});
