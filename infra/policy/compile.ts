import { createHash } from "node:crypto";
import * as z from "zod";
import { Policy } from "../../shared/policy/policy.ts";

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

/** The schema by which an editor completes and checks a policy file. */
export const editorSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(Policy, { io: "input", reused: "ref" }), null, 2)}\n`;
