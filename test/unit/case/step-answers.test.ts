import { describe, expect, test } from "vitest";
import { sayBlocks } from "../../../shared/case/blocks.ts";
import { readStepAnswers } from "../../../shared/case/step-answers.ts";
import { ListField, StepField } from "../../../shared/policy/field.ts";
import { lint } from "../../../shared/policy/lint.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { small, source } from "../policy/fixture.ts";

const label = (en: string) => ({ "zh-CN": en, en });
const reason = { id: "reason", type: "text", required: true, when: { quantity: { from: 2 } }, label: label("reason") };
const raw = {
  id: "parts",
  type: "list",
  required: true,
  when: { changed: true },
  max: 2,
  label: label("parts"),
  fields: [
    { id: "name", type: "text", required: true, label: label("name") },
    { id: "quantity", type: "number", integer: true, min: 1, required: true, label: label("quantity") },
    reason,
  ],
};
const changed = { id: "changed", type: "flag", label: label("changed") };
const fields = [StepField.parse(changed), StepField.parse(raw)];
const read = (body: object) => readStepAnswers(small(), fields, { ...body }, { facts: {} });
const pump = { name: "pump", quantity: 1 };

describe("a list of blocks", () => {
  test.each<{ why: string; parts: unknown; faults: readonly (readonly [string, string])[] }>([
    { why: "one with all its answers", parts: [pump], faults: [] },
    { why: "a block lacks an answer", parts: [pump, { name: "belt" }], faults: [["/parts/1/quantity", "required"]] },
    {
      why: "every fault of every block is named",
      parts: [{ quantity: 0 }, {}],
      faults: [
        ["/parts/0/quantity", "invalid"],
        ["/parts/0/name", "required"],
        ["/parts/1/name", "required"],
        ["/parts/1/quantity", "required"],
      ],
    },
    {
      why: "asked because of the same block",
      parts: [{ ...pump, quantity: 2 }],
      faults: [["/parts/0/reason", "required"]],
    },
    { why: "what no block asks", parts: [{ ...pump, colour: "red" }], faults: [["/parts/0/colour", "unknown-field"]] },
    { why: "required, and none given", parts: [], faults: [["/parts", "required"]] },
    { why: "required, and not there", parts: undefined, faults: [["/parts", "required"]] },
    { why: "one more than may be", parts: [pump, pump, pump], faults: [["/parts", "too-many"]] },
    { why: "a text is no list", parts: "pump", faults: [["/parts", "invalid"]] },
    { why: "nor are texts blocks", parts: ["pump"], faults: [["/parts", "invalid"]] },
  ])("$why", ({ parts, faults }) => {
    const { answers, faults: found } = read({ changed: true, parts });
    expect(found.map(({ path, code }) => [path, code])).toEqual(faults);
    if (faults.length === 0) expect(answers).toEqual({ changed: true, parts });
  });

  test("that is not asked is neither missed nor kept", () => {
    expect(read({ changed: false, parts: [pump] })).toEqual({ answers: { changed: false }, faults: [] });
  });

  test("is told block by block", () => {
    const list = ListField.parse(raw);
    const said = sayBlocks(list, [pump, { name: "belt" }], "en", (_field, value) => `${value}`);
    expect(said).toEqual([
      { label: "parts 1", value: "name: pump; quantity: 1" },
      { label: "parts 2", value: "name: belt" },
    ]);
    expect(sayBlocks(list, undefined, "en", String)).toEqual([]);
  });
});

const amount = { id: "amount", type: "money", label: label("amount") };
const withStep = (step: object) => {
  const { workflow } = source();
  const [first, ...others] = workflow.steps;
  return Policy.parse({ ...source(), workflow: { ...workflow, steps: [{ ...first, sets: [], ...step }, ...others] } });
};

test.each<{ why: string; step: object; code: string }>([
  {
    why: "a list is no fact",
    step: { fields: [{ ...raw, when: undefined, fields: [amount] }], sets: ["parts"] },
    code: "unknown-field",
  },
  {
    why: "two fields of a block have one name",
    step: { fields: [{ ...raw, when: undefined, fields: [amount, amount] }] },
    code: "duplicate-id",
  },
  {
    why: "a block asks by what nobody declares",
    step: { fields: [{ ...raw, when: undefined, fields: [reason] }] },
    code: "unknown-fact",
  },
])("lint: $why", ({ step, code }) => {
  expect(lint(withStep(step)).map((one) => one.code)).toContain(code);
});
