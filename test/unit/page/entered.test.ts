import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFiling } from "../../../shared/case/filing.ts";
import { faultsOf, fill } from "../../../shared/page/check.ts";
import { entered, parseForm } from "../../../shared/page/entered.ts";
import { sentencesIn } from "../../../shared/page/sentences.ts";
import { hostile } from "../mail/hostile.ts";
import { policy } from "../mail/sample.ts";
import { formOf, invented } from "./sample-view.ts";

const form = formOf("zh-CN");
const say = sentencesIn("en").script;

const typed: [string, string][] = [
  ["_key", "k"],
  ["contact.name", " 林小满 "],
  ["contact.email", "lin@example.com"],
  ["contact.phone", ""],
  ["dealerName", "清河"],
  ["orderNo", "DH-1"],
  ["productLine", "gate"],
  ["category", "1-2-1"],
  ["description", "第一行\r\n第二行"],
  ["quantity", "１，２００".replace("，", ",")],
  ["pickupAt", "2026-09-29T17:00"],
  ["damages.0.place", "左门板"],
  ["damages.0.packaging", "damaged"],
  ["damages.1.place", "   "],
  ["damages.1.description", ""],
  ["damages.2.place", "右门框"],
  ["damages.2.packaging", "intact"],
];

describe("a form's post becomes the body of the interface", () => {
  test("typed, trimmed, with the office's offset, without what was left empty", () =>
    expect(parseForm(typed, form)).toEqual({
      contact: { name: "林小满", email: "lin@example.com" },
      dealerName: "清河",
      orderNo: "DH-1",
      productLine: "gate",
      category: "1-2-1",
      description: "第一行\n第二行",
      quantity: 1200,
      pickupAt: "2026-09-29T17:00:00+08:00",
      damages: [
        { place: "左门板", packaging: "damaged" },
        { place: "右门框", packaging: "intact" },
      ],
    }));

  test("which the case understands", () => {
    if (policy.intake === undefined) throw new Error("the regulation has a form");
    const read = readFiling(policy, policy.intake, parseForm(typed, form));
    expect(read).toMatchObject({
      ok: true,
      value: { answers: { pickupAt: "2026-09-29T09:00:00.000Z", quantity: 1200 } },
    });
  });

  test("damages are redrawn under the numbers that the body gave them", () =>
    expect(entered(typed, form)).toMatchObject({ "damages.0.place": "左门板", "damages.1.place": "右门框" }));

  test.each([
    [
      "a question that does not apply is not answered",
      [
        ["category", "1-1-1"],
        ["pickupAt", "2026-09-29T17:00"],
      ],
      { category: "1-1-1", damages: [] },
    ],
    ["what is no number stays for the interface to refuse", [["quantity", "zwei"]], { quantity: "zwei", damages: [] }],
    [
      "a moment with seconds",
      [
        ["category", "1-2-1"],
        ["pickupAt", "2026-09-29T17:00:30"],
      ],
      { category: "1-2-1", pickupAt: "2026-09-29T17:00:30+08:00", damages: [] },
    ],
    [
      "names nobody asked for are not taken",
      [
        ["liability", "customer"],
        ["__proto__", "x"],
        ["damages.0.liability", "x"],
        ["damages.999.place", "x"],
      ],
      { damages: [] },
    ],
    [
      "of a name twice the last counts",
      [
        ["orderNo", "a"],
        ["orderNo", "b"],
      ],
      { orderNo: "b", damages: [] },
    ],
  ] as const)("%s", (_, entries, expected) =>
    expect(parseForm(entries as unknown as [string, string][], form)).toEqual({ contact: {}, ...expected }),
  ); // readonly tuples

  test.each([
    ["ticked", [["rush", "true"]], { rush: true }],
    ["answered with no", [["insured", "false"]], { insured: false }],
    ["left alone", [], {}],
    ["a flag nobody ticked answers conditions with no", [["reason", "because"]], { reason: "because" }],
    [
      "a flag that was ticked closes the question",
      [
        ["rush", "true"],
        ["reason", "because"],
      ],
      { rush: true },
    ],
    [
      "a number decides by its boundary (K-8)",
      [
        ["distance", "100"],
        ["route", "G2"],
      ],
      { distance: 100 },
    ],
    [
      "and beyond it",
      [
        ["distance", "100.5"],
        ["route", "G2"],
      ],
      { distance: 100.5, route: "G2" },
    ],
  ] as const)(
    "flags and spans: %s",
    (_, entries, expected) =>
      expect(parseForm(entries as unknown as [string, string][], invented)).toEqual({ contact: {}, ...expected }), // readonly tuples
  );

  test("nothing that is posted makes it throw, and everything it keeps was asked", () => {
    const names = fc.constantFrom(
      "contact.name",
      "orderNo",
      "quantity",
      "pickupAt",
      "damages.0.place",
      "damages.7.place",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, hostile)), (entries) => {
        const body = parseForm(entries, form);
        for (const key of Object.keys(body))
          expect(["contact", "damages", ...form.fields.map(({ id }) => id)]).toContain(key);
      }),
    );
  });
});

describe("what the script can say before it sends", () => {
  const faults = (entries: [string, string][]) => faultsOf(parseForm(entries, form), form, say);
  const without = (...names: string[]) => typed.filter(([name]) => !names.includes(name));

  test("nothing about a form that is right", () => expect(faults(typed)).toEqual([]));

  test.each([
    ["a field that is required", without("orderNo"), "/orderNo", say.required],
    ["contact", without("contact.email"), "/contact/email", say.required],
    ["no address", [...typed, ["contact.email", "lin@"]], "/contact/email", say.email],
    ["no number", [...typed, ["quantity", "viele"]], "/quantity", say.number],
    ["below what is possible", [...typed, ["quantity", "-1"]], "/quantity", say.outOfRange],
    ["too long", [...typed, ["orderNo", "x".repeat(61)]], "/orderNo", fill(say.tooLong, { n: 60 })],
    ["the second damage", without("damages.2.packaging"), "/damages/1/packaging", say.required],
    [
      "no damage where one is needed",
      typed.filter(([name]) => !name.startsWith("damages")),
      "/damages",
      say.damageNeeded,
    ],
    ["a question that applies now", [...typed, ["category", "2-3"]], "/promisedDate", say.required],
  ] as [string, [string, string][], string, string][])("%s", (_, entries, path, says) =>
    expect(faults(entries)).toContainEqual({ path, says }),
  );

  test("a late delivery needs no damage (AS-14)", () => {
    const late = typed.filter(([name]) => !name.startsWith("damages"));
    const all = faults([...late, ["category", "2-3"], ["promisedDate", "2026-03-06"], ["shippedDate", "2026-03-09"]]);
    expect(all).toEqual([]);
  });
});
