import type * as z from "zod";

/** A JSON Schema as it is made here; `enumDescriptions` is an annotation that editors show and validators pass over. */
export type Schema = z.core.JSONSchema.BaseSchema & { enumDescriptions?: string[] };

/** What an editor shows at one place: a sentence, or a sentence with a name, the meaning of each value, and samples. */
type Hover =
  | string
  | {
      readonly says: string;
      readonly title?: string;
      readonly values?: Readonly<Record<string, string>>;
      readonly examples?: readonly unknown[];
    };

/**
 * Texts by place. `clocks[].within` is a property, `visits[].channels[]` an entry of a list, `effect<category>` the branch
 * of a union that has that tag or that first required property, `Field` a definition. `rhythm<>.roll` speaks for the
 * property of every branch, `*.rules` for every property of that name that has no text of its own.
 */
export type Hovers = Readonly<Record<string, Hover>>;

/** One place of a schema: the keys under which its text is looked for, the nearest first. */
export type Place = {
  readonly keys: readonly string[];
  readonly property: string | undefined;
  readonly schema: Schema;
};

const isSchema = (inner: unknown): inner is Schema => typeof inner === "object" && inner !== null;

/** The property that tells the branches of a union apart, with its value. */
const tagOf = ({ properties = {} }: Schema): readonly [name: string, value: string] | undefined => {
  const tag = Object.entries(properties).find(([, inner]) => isSchema(inner) && typeof inner.const === "string");
  return tag && isSchema(tag[1]) ? [tag[0], String(tag[1].const)] : undefined;
};

const anyBranch = (path: string): string => path.replace(/<[^<>]*>(?=[^<>]*$)/, "<>");

function* inside(schema: Schema, path: string, tag?: string): Generator<Place> {
  for (const [property, inner] of Object.entries(schema.properties ?? {})) {
    if (!isSchema(inner)) continue;
    const own = path === "" ? property : `${path}.${property}`;
    const branch = property === tag ? [path] : [];
    yield { keys: [own, anyBranch(own), ...branch, `*.${property}`], property, schema: inner };
    yield* inside(inner, own);
  }
  for (const [inner, own] of [
    [schema.items, `${path}[]`],
    [schema.additionalProperties, `${path}.*`],
  ] as const) {
    if (!isSchema(inner)) continue;
    yield { keys: [own], property: undefined, schema: inner as Schema }; // `items` may be a tuple by its type alone, and none is
    yield* inside(inner as Schema, own); // as above
  }
  for (const branch of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    if (!isSchema(branch)) continue;
    const [name, value] = tagOf(branch) ?? [undefined, branch.required?.[0]];
    const own = value === undefined ? path : `${path}<${value}>`;
    if (value !== undefined) yield { keys: [own], property: undefined, schema: branch };
    yield* inside(branch, own, name);
  }
}

/** Every place of a schema and of its definitions; what is referred to is visited where it is defined. */
export function* placesOf(schema: Schema): Generator<Place> {
  yield* inside(schema, "");
  for (const [name, definition] of Object.entries(schema.definitions ?? {})) {
    if (!isSchema(definition)) continue;
    yield { keys: [name], property: undefined, schema: definition };
    yield* inside(definition, name);
  }
}

const put = (schema: Schema, hover: Hover): void => {
  const { says, title, values, examples } = typeof hover === "string" ? { says: hover } : hover;
  if (schema.$ref !== undefined) {
    // In draft 07 whatever stands beside a reference is passed over.
    schema.allOf = [{ $ref: schema.$ref }];
    delete schema.$ref;
  }
  if (title !== undefined) schema.title = title;
  if (says !== "") schema.description = says;
  if (examples !== undefined) schema.examples = [...examples];
  if (values !== undefined) schema.enumDescriptions = (schema.enum ?? []).map((value) => values[`${value}`] ?? "");
};

/** Writes each text at its place, in the schema that is given; answers the keys of the texts that were used. */
export const describeIn = (schema: Schema, texts: Hovers): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const { keys, schema: place } of [...placesOf(schema)]) {
    const key = keys.find((one) => Object.hasOwn(texts, one));
    const hover = key === undefined ? undefined : texts[key];
    if (key === undefined || hover === undefined) continue;
    used.add(key);
    put(place, hover);
  }
  return used;
};
