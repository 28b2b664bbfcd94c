import { createHash } from "node:crypto";
import { describeIn } from "./hover/hover.ts";
import { policySchema } from "./hover/policy-schema.ts";
import { TEXTS } from "./hover/texts.ts";

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** A policy's source form as JSON, keys in order, so that the same rules always have the same bytes and hash. */
export const compiled = (source: unknown): string => `${JSON.stringify(sorted(source), null, 2)}\n`;

/** What identifies a published version for life (D-07). */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The schema by which an editor completes, checks and explains a policy file. */
export const editorSchema = (): string => {
  const schema = policySchema();
  describeIn(schema, TEXTS);
  return `${JSON.stringify(schema, null, 2)}\n`;
};
