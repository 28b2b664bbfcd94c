import { describe, expect, test } from "vitest";
import { readFiling } from "../../../shared/case/filing.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { complaint, dfa, filed } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const faultsOf = (body: unknown, policy: Policy = dfa) => {
  const read = readFiling(policy, policy.intake ?? expect.unreachable("no intake"), body);
  return read.ok ? [] : read.error;
};
const pathsOf = (body: unknown, policy?: Policy) => faultsOf(body, policy).map(({ path, code }) => `${path} ${code}`);

describe("a complaint is read whole", () => {
  test("DFA-01 a complaint of a dealer is understood", () => {
    const { contact, answers, damages } = filed(dfa, complaint());
    expect(contact).toEqual({ name: "陈经理", email: "chen@dealer.example", phone: "+86 571 0000 0000" });
    expect(answers).toEqual({
      dealerName: "湖畔门业",
      orderNo: "SO-2026-0117",
      productLine: "gate",
      category: "1-2-1",
      description: "门扇左下角变形",
    });
    expect(damages).toHaveLength(2);
  });

  test("every field at fault is named at once, in both languages", () => {
    const faults = faultsOf({
      contact: { name: "", email: "nobody", phone: "call me", fax: "1" },
      dealerName: "x".repeat(101),
      productLine: "rocket",
      category: "1-2",
      quantity: -1,
      sesame: "open",
      damages: [
        { place: "left", packaging: "wet" },
        { packaging: "intact", smell: "oil" },
      ],
    });
    expect(faults.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      "/category invalid",
      "/contact/email invalid",
      "/contact/fax unknown-field",
      "/contact/name required",
      "/contact/phone invalid",
      "/damages/0/packaging invalid",
      "/damages/1/place required",
      "/damages/1/smell unknown-field",
      "/dealerName invalid",
      "/description required",
      "/orderNo required",
      "/productLine invalid",
      "/quantity invalid",
      "/sesame unknown-field",
    ]);
    for (const { says } of faults) {
      expect(says["zh-CN"]).toMatch(/\p{Script=Han}/u);
      expect(says.en).toMatch(/[a-z]{3}/);
    }
  });

  test.each([
    ["no object", "hello", [" invalid"]],
    ["a list", [], [" invalid"]],
    ["null", null, [" invalid"]],
    ["damages that are no list", complaint({ damages: { place: "x" } }), ["/damages invalid"]],
    ["damages of texts", complaint({ damages: ["broken"] }), ["/damages invalid"]],
    ["a null among the damages", complaint({ damages: [null] }), ["/damages invalid"]],
    ["a list among the damages", complaint({ damages: [[]] }), ["/damages invalid"]],
    ["DFA-30 a broken product without a damage", complaint({ damages: [] }), ["/damages required"]],
    ["no damages at all is the same", complaint({ damages: undefined }), ["/damages required"]],
    [
      "twenty-one damages",
      complaint({ damages: Array(21).fill({ place: "x", packaging: "intact" }) }),
      ["/damages too-many"],
    ],
    ["a contact that is a text", complaint({ contact: "me" }), ["/contact invalid"]],
    ["no contact", complaint({ contact: undefined }), ["/contact/name required", "/contact/email required"]],
    ["a heading is no category", complaint({ category: "1" }), ["/category invalid"]],
    ["a number as text", complaint({ quantity: "2" }), ["/quantity invalid"]],
    ["a time without its offset", complaint({ pickupAt: "2026-03-09T10:00:00" }), ["/pickupAt invalid"]],
    ["nothing but spaces is no answer", complaint({ dealerName: "　 \n" }), ["/dealerName required"]],
    ["nothing but control characters is none", complaint({ orderNo: "\u0000\u0007" }), ["/orderNo required"]],
    ["half a megabyte of text", complaint({ description: "坏".repeat(500_000) }), ["/description invalid"]],
    [
      "a long name of a contact",
      complaint({ contact: { name: "n".repeat(101), email: "a@b.example" } }),
      ["/contact/name invalid"],
    ],
    [
      "a second header in the address",
      complaint({ contact: { name: "n", email: "a@b.example\r\nBcc: c@d.example" } }),
      ["/contact/email invalid"],
    ],
    [
      "two addresses",
      complaint({ contact: { name: "n", email: "a@b.example,c@d.example" } }),
      ["/contact/email invalid"],
    ],
    ["a figure too small to be stored", complaint({ quantity: 1e-200 }), ["/quantity invalid"]],
    ["the smallest that is", complaint({ quantity: 1e-9 }), []],
    ["none at all", complaint({ quantity: 0 }), []],
  ])("said of: %s", (_why, body, wanted) => {
    expect(pathsOf(body)).toEqual(wanted);
  });

  test.each([
    [
      "2-3 asks for both dates (DFA-25)",
      { category: "2-3", damages: [] },
      ["/promisedDate required", "/shippedDate required"],
    ],
    [
      "AS-14 late delivery with its dates needs no photo and no damage",
      { category: "2-3", damages: [], promisedDate: "2026-03-06", shippedDate: "2026-03-09" },
      [],
    ],
    [
      "a day that there is not",
      { category: "2-3", damages: [], promisedDate: "2026-02-30", shippedDate: "2026-03-09" },
      ["/promisedDate invalid"],
    ],
    [
      "AS-12 accessories of a window guard",
      { category: "1-2-2", productLine: "window-guard", damages: [] },
      ["/category not-for-this"],
    ],
    ["AS-12 accessories of a gate", { category: "1-2-2", productLine: "gate", damages: [] }, []],
  ])("%s", (_why, over, wanted) => {
    expect(pathsOf(complaint(over))).toEqual(wanted);
  });

  test("AS-12 the refusal says whom the category is for, and which clause says so", () => {
    const [fault] = faultsOf(complaint({ category: "1-2-2", productLine: "window-guard", damages: [] }));
    expect(fault).toMatchObject({ rule: "DFA-20", says: { "zh-CN": "仅限大门", en: "gates only" } });
  });

  test("what is not asked is not kept", () => {
    const { answers } = filed(dfa, complaint({ promisedDate: "2026-03-06", shippedDate: "2026-03-09" }));
    expect(Object.keys(answers)).not.toContain("promisedDate");
  });

  test("a condition does not look at an answer that is itself not asked", () => {
    const flag = { type: "flag", label: { "zh-CN": "甲", en: "a" } };
    const intake = invented().intake;
    const policy = invented({
      intake: {
        ...intake,
        fields: [
          { ...flag, id: "outer" },
          { ...flag, id: "inner", when: { outer: true } },
          { ...flag, id: "innermost", when: { inner: true }, required: true },
        ],
      },
    });
    const { story: _, ...body } = inventedBody({ outer: false, inner: true, innermost: true });
    expect(filed(policy, body).answers).toEqual({ outer: false });
  });

  test("empty answers are no answers", () => {
    const { answers, contact } = filed(
      dfa,
      complaint({ quantity: "", logisticsCentre: null, contact: { name: "n", email: "a@b.example", phone: "" } }),
    );
    expect(answers).not.toHaveProperty("quantity");
    expect(answers).not.toHaveProperty("logisticsCentre");
    expect(contact).toEqual({ name: "n", email: "a@b.example" });
  });

  test("one-line answers cannot carry a line into a mail's header", () => {
    const { answers, contact } = filed(
      dfa,
      complaint({ dealerName: "A\r\nBcc: x", contact: { name: "B\nSubject: y", email: "a@b.example" } }),
    );
    expect(answers.dealerName).toBe("A Bcc: x");
    expect(contact.name).toBe("B Subject: y");
  });

  test("a form without damages knows no such field", () => {
    expect(pathsOf(inventedBody({ damages: [] }), invented())).toEqual(["/damages unknown-field"]);
  });
});
