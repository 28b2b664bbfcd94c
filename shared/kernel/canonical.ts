const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
};

/** JSON in one spelling: the same text for two things that say the same, however their members are ordered. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value)) ?? "";
