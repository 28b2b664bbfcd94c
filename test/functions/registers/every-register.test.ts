import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { EntryList, EntryView, RegisterList } from "../../../shared/api/registers.ts";
import type { StepField } from "../../../shared/policy/field.ts";
import { type Register, registersOf } from "../../../shared/policy/register-form.ts";
import { readersOf, writersOf } from "../../../shared/register/register.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);
const KEEPING = policyIds().filter((id) => registersOf(policyOf(id)).length > 0);

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-12T09:30+08:00", policies: KEEPING });
});
afterAll(() => demo.close());

const answerTo = (field: StepField): unknown => {
  switch (field.type) {
    case "text":
    case "longText":
      return "甲";
    case "choice":
      return field.of[0]?.value;
    case "number":
      return field.min ?? 1;
    case "money":
      return "10.00";
    case "flag":
      return true;
    case "date":
      return "2026-11-10";
    case "moment":
      return "2026-11-10T09:00:00+08:00";
    case "list":
      return [Object.fromEntries(field.fields.map((inner) => [inner.id, answerTo(inner)]))];
    case "category":
      return expect.unreachable("no register asks for a category");
  }
};

/** What any entry of a register may say; `nth` makes another of it. */
const answersTo = ({ fields }: Register, nth = "") =>
  Object.fromEntries(
    fields.map((field) => [field.id, nth !== "" && field.type === "longText" ? `甲${nth}` : answerTo(field)]),
  );

test("every register that a regulation keeps can be read by somebody", async () => {
  const found = new Set<string>();
  for (const id of KEEPING) {
    for (const { id: role } of policyOf(id).roles) {
      const { items } = RegisterList.parse(must(await demo.as(role).get("/registers"), 200).body);
      for (const { policy, form } of items) found.add(`${policy.id}/${form}`);
    }
  }
  const kept = KEEPING.flatMap((id) => registersOf(policyOf(id)).map((form) => `${id}/${form.id}`));
  expect([...found].sort()).toEqual(kept.sort());
  expect(kept.length).toBeGreaterThan(70);
});

describe.each(KEEPING)("the registers of %s", (id) => {
  const policy = policyOf(id);
  test.each(registersOf(policy).map((form) => [form.id, form] as const))(
    "%s is written, put right, listed and struck out by its own, and by nobody else",
    async (name, form) => {
      const path = `/registers/${id}/${name}`;
      const writers = writersOf(policy, form);
      const [writer = ""] = writers;
      const written = EntryView.parse(must(await demo.as(writer).post(path, { answers: answersTo(form) }), 201).body);
      const entry = `${path}/${written.entryId}`;
      const mayRead = readersOf(policy, form);
      const wrong: string[] = [];
      for (const { id: role } of policy.roles) {
        const [listed, read, tried] = [
          await demo.as(role).get(path),
          await demo.as(role).get(entry),
          await demo.as(role).post(path, { answers: { "no-such": "x" } }),
        ];
        for (const seen of [listed, read])
          if ((seen.status === 200) !== mayRead.includes(role)) wrong.push(`${role} reads: ${seen.status}`);
        if ((tried.status === 400) !== writers.includes(role)) wrong.push(`${role} writes: ${tried.status}`);
        if (writers.includes(role)) continue;
        for (const [deed, body] of [
          ["correction", { answers: {}, reason: "x" }],
          ["void", { reason: "x" }],
          ["copies/99/acknowledgement", {}],
          ["steps/no-such", {}],
          ["steps/no-such/refusal", { reason: "x" }],
        ] as const) {
          const { status } = await demo.as(role).post(`${entry}/${deed}`, body);
          if (status !== 403 && status !== 404) wrong.push(`${role} ${deed}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
      const isLong = form.fields.some(({ type }) => type === "longText");
      if (isLong) {
        const better = { answers: answersTo(form, "二"), reason: "补充" };
        const corrected = EntryView.parse(must(await demo.as(writer).post(`${entry}/correction`, better), 200).body);
        expect(corrected.corrections).toBe(1);
      }
      const [reader] = mayRead;
      const list = EntryList.parse(must(await demo.as(reader ?? "").get(`${path}?month=2026-11`), 200).body);
      expect(list.items.map(({ entryId }) => entryId)).toEqual([written.entryId]);
      const gone = EntryView.parse(must(await demo.as(writer).post(`${entry}/void`, { reason: "测试" }), 200).body);
      expect(gone).toMatchObject({ state: "VOID", acts: [] });
    },
  );
});
