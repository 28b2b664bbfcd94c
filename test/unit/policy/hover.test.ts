import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { editorSchema } from "../../../infra/policy/compile.ts";
import { sourceOf, written } from "../../../infra/policy/files.ts";
import { describeIn, placesOf, type Schema } from "../../../infra/policy/hover/hover.ts";
import { DURATION, policySchema } from "../../../infra/policy/hover/policy-schema.ts";
import { GROUPS, TEXTS } from "../../../infra/policy/hover/texts.ts";
import { readDuration } from "../../../shared/policy/duration.ts";

const described = JSON.parse(editorSchema()) as Schema; // just generated
const places = [...placesOf(described)];

/** Every part of the schema with its JSON pointer, found without the walk that wrote the texts. */
const partsOf = (part: unknown, pointer = ""): readonly (readonly [string, Schema])[] =>
  typeof part !== "object" || part === null
    ? []
    : [
        [pointer, part as Schema], // whatever it is, its keys are asked for one by one
        ...Object.entries(part)
          .filter(([key]) => pointer.endsWith("/properties") || !["default", "examples", "enum"].includes(key))
          .flatMap(([key, inner]) => partsOf(inner, `${pointer}/${key}`)),
      ];
const parts = partsOf(described);
const textOf = (keys: readonly string[]) => TEXTS[keys.find((key) => Object.hasOwn(TEXTS, key)) ?? ""];
/** What an editor would say of a value at one place, by the schema alone. */
const checkerOf = (schema: Schema = described) =>
  z.fromJSONSchema({ ...schema, definitions: described.definitions } as Parameters<typeof z.fromJSONSchema>[0]); // it is JSON Schema of draft 07

describe("what an editor shows of a policy file", () => {
  test("every property is described", () => {
    const properties = parts.filter(([pointer]) => /\/properties\/[^/]+$/.test(pointer));
    expect(properties.length).toBeGreaterThan(600);
    expect(properties.filter(([, { description = "" }]) => description === "").map(([at]) => at)).toEqual([]);
  });

  test("no text speaks of what is gone, and none is said twice", () => {
    const used = describeIn(policySchema(), TEXTS);
    expect(Object.keys(TEXTS).filter((key) => !used.has(key))).toEqual([]);
    expect(GROUPS.flatMap((group) => Object.keys(group))).toHaveLength(Object.keys(TEXTS).length);
  });

  test("a text of a property that is gone would be found", () => {
    expect(describeIn(policySchema(), { "clocks[].hurry": "No such thing." })).toEqual(new Set());
  });

  test("every value of a closed set is explained, and no other", () => {
    const sets = parts.filter(([, { enum: values }]) => Array.isArray(values));
    expect(sets.length).toBeGreaterThan(30);
    for (const [at, { enum: values = [], enumDescriptions = [] }] of sets) {
      expect(enumDescriptions, at).toHaveLength(values.length);
      expect(enumDescriptions, at).not.toContain("");
    }
    for (const { keys, schema } of places) {
      const text = textOf(keys);
      if (typeof text !== "object" || text.values === undefined) continue;
      expect(Object.keys(text.values).sort(), keys[0]).toEqual((schema.enum ?? []).map(String).sort());
    }
  });

  test("every kind that can be chosen by its tag has a name and a sentence", () => {
    const branches = places.filter(({ keys: [key = ""], property }) => property === undefined && key.endsWith(">"));
    expect(branches.length).toBeGreaterThan(30);
    for (const { keys, schema } of branches) {
      expect(schema.title, keys[0]).toMatch(/^[A-Z]/);
      expect(schema.description, keys[0]).toMatch(/\.$/);
    }
  });

  test("sentences are short and end", () => {
    const said = parts.flatMap(([, { description, enumDescriptions = [] }]) => [
      ...(typeof description === "string" ? [description] : []),
      ...enumDescriptions,
    ]);
    expect(said.filter((text) => !/^[A-Z0-9`].*\.$/.test(text) || text.length > 200)).toEqual([]);
  });
});

describe("what an editor checks of a policy file", () => {
  const editor = checkerOf();
  const door = () => parse(sourceOf("door-factory-after-sales"));

  test.each(written())("finds nothing wrong with %s", (id) => {
    expect(editor.safeParse(parse(sourceOf(id))).error?.issues).toBeUndefined();
  });

  test.each([
    ["a key that there is not", [], { ...door(), clock: [] }],
    [
      "a length that is none",
      ["clocks", 0, "within"],
      { ...door(), clocks: [{ ...door().clocks[0], within: "4 days?" }] },
    ],
    ["a value outside a closed set", ["weight"], { ...door(), weight: "D" }],
    [
      "a kind of rhythm that there is not",
      ["schedules", 0, "rhythm"],
      { ...door(), schedules: [{ rhythm: { kind: "often" } }] },
    ],
  ])("marks %s", (_why, path, policy) => {
    expect(editor.safeParse(policy).error?.issues.map((issue) => issue.path)).toContainEqual(path);
  });

  test("every sample may stand where it is shown", () => {
    const samples = places.flatMap(({ keys, schema }) =>
      (schema.examples ?? []).map((sample: unknown) => ({ key: keys[0], schema, sample })),
    );
    expect(samples.length).toBeGreaterThan(30);
    for (const { key, schema, sample } of samples)
      expect(checkerOf(schema).safeParse(sample).error?.issues, `${key} ${JSON.stringify(sample)}`).toBeUndefined();
  });

  test("speaks the dialect that YAML servers read, where nothing may stand beside a reference", () => {
    expect(described.$schema).toBe("http://json-schema.org/draft-07/schema#");
    const beside = parts.filter(([, part]) => part.$ref !== undefined && Object.keys(part).length > 1);
    expect(beside.map(([at]) => at)).toEqual([]);
  });

  test("marks unknown keys everywhere", () => {
    const open = parts.filter(
      ([at, { properties, additionalProperties }]) =>
        properties !== undefined && !at.endsWith("/properties") && additionalProperties !== false,
    );
    expect(open.map(([at]) => at)).toEqual([]);
  });

  test.each([
    "same day",
    "1 hour",
    "24 hours",
    "4 working days",
    "15 days",
    "2 weeks",
    "1 month",
    "5 years",
    "0 days",
    "4 workdays",
    "04 days",
    "10000 days",
    "4  days",
    "4 days ",
    "",
  ])("reads the duration %j as the policy does", (said) => {
    expect(new RegExp(DURATION).test(said)).toBe(readDuration(said) !== undefined);
  });
});
