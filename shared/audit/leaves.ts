/** One value of an event and where it stands: a JSON pointer (RFC 6901). */
export type Leaf = readonly [path: string, value: unknown];

const pointer = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Every value of a thing, each with its place; an empty list or object is a value too. What is undefined is not there. */
export const leavesOf = (value: unknown, path = ""): readonly Leaf[] => {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[path, value]];
  const inner = Object.entries(value).flatMap(([name, one]) => leavesOf(one, `${path}/${pointer(name)}`));
  return inner.length > 0 || path === "" ? inner : [[path, Array.isArray(value) ? [] : {}]];
};
