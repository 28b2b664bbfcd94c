import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../../shared/case/clean.ts";
import { readFiling } from "../../../shared/case/filing.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { complaint, dfa } from "../../fixtures/cases.ts";

const faultsOf = (body: unknown, policy: Policy = dfa) => {
  const read = readFiling(policy, policy.intake ?? expect.unreachable("no intake"), body);
  return read.ok ? [] : read.error;
};
const pathsOf = (body: unknown, policy?: Policy) => faultsOf(body, policy).map(({ path, code }) => `${path} ${code}`);

describe("text as it is stored", () => {
  test.each([
    ["HTML stays as it was written", "<b>坏</b> & <script>x</script>", false, "<b>坏</b> & <script>x</script>"],
    ["NUL goes", "a\u0000b", true, "ab"],
    ["NUL between words of one line is a space", "a\u0000b", false, "a b"],
    ["bell, escape and C1 go", "a\u0007\u001b[31m\u0085b", true, "a[31mb"],
    ["lines stay where lines are asked", "a\r\nb\rc\nd", true, "a\nb\nc\nd"],
    ["a header cannot be smuggled into one line", "Ada\r\nBcc: all@x.example", false, "Ada Bcc: all@x.example"],
    ["tabs stay in long text", "a\tb", true, "a\tb"],
    ["tabs are spaces in one line", "a\tb", false, "a b"],
    ["right to left and emoji stay", "مرحبا 👨‍👩‍👧 שלום", false, "مرحبا 👨‍👩‍👧 שלום"],
    ["half a character becomes the sign for one", "a\ud800b", false, "a\ufffdb"],
    ["composed: one spelling of é", "e\u0301", false, "é"],
    ["ideographic spaces at the ends go", "　门　", false, "门"],
    ["nothing but control characters is nothing", "\u0000\u0001", true, ""],
  ])("%s", (_why, said, lines, stored) => {
    expect(clean(said, lines)).toBe(stored);
  });

  test("whatever comes, what is stored is well formed, holds no control character and stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (said, lines) => {
        const stored = clean(said, lines);
        expect(stored.isWellFormed()).toBe(true);
        expect(stored).not.toMatch(lines ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u);
        expect(clean(stored, lines)).toBe(stored);
      }),
      { numRuns: 500 },
    );
  });
});

describe("names that JavaScript keeps for itself", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
  const asJson = (name: string, value: string) => JSON.parse(`{${JSON.stringify(name)}: ${value}}`);

  test.each(names)("%s is an unknown field like any other, or nothing", (name) => {
    for (const where of ["", "contact", "damages"]) {
      const extra = asJson(name, '{"polluted": true}');
      const body =
        where === ""
          ? { ...complaint() }
          : complaint(
              where === "contact"
                ? { contact: { name: "n", email: "a@b.example" } }
                : { damages: [{ place: "x", packaging: "intact" }] },
            );
      const target = where === "" ? body : where === "contact" ? body.contact : (body.damages as object[])[0]; // as built one line up
      Object.defineProperty(target, name, { value: extra[name] ?? extra, enumerable: true });
      for (const fault of faultsOf(body)) {
        expect(fault.code).toBe("unknown-field");
        expect(typeof fault.says.en, JSON.stringify(fault)).toBe("string");
      }
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined(); // a fresh object must not know it
  });

  test.each(names)("%s answers nothing: not a choice, not a category", (name) => {
    expect(pathsOf(complaint({ category: name, productLine: name }))).toEqual(
      expect.arrayContaining(["/category invalid", "/productLine invalid"]),
    );
  });
});

test("whatever JSON comes, it is read or refused, never thrown, and every fault can be said", () => {
  const near = fc.record(
    {
      contact: fc.oneof(fc.jsonValue(), fc.constant(complaint().contact)),
      dealerName: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
      category: fc.oneof(fc.constantFrom("1-2-1", "2-3", "1"), fc.jsonValue()),
      quantity: fc.oneof(fc.double(), fc.jsonValue()),
      pickupAt: fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
      ),
      damages: fc.oneof(fc.jsonValue(), fc.array(fc.record({ place: fc.string(), packaging: fc.constant("intact") }))),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        near.map((over) => complaint(over)),
      ),
      (body) => {
        for (const { says, path, code } of faultsOf(body)) {
          expect([typeof says["zh-CN"], typeof says.en, typeof path, typeof code]).toEqual(Array(4).fill("string"));
        }
      },
    ),
    { numRuns: 500 },
  );
});
