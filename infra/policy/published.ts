import { readFileSync } from "node:fs";
import * as z from "zod";
import { Policy, type PolicyRef } from "../../shared/policy/policy.ts";

/** A policy, the JSON it was read from, and the reference by which a record keeps the version it was opened under (D-07). */
export type Published = { readonly policy: Policy; readonly ref: PolicyRef; readonly source: unknown };

const COMPILED = new URL("../../shared/policies/compiled/", import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, COMPILED), "utf8"));

let versions: Readonly<Record<string, string>> | undefined;
const hashes = (): Readonly<Record<string, string>> => {
  versions ??= z.record(z.string(), z.string()).parse(json("hashes.json"));
  return versions;
};
const read = new Map<string, Published>();

/** The ids of all policies that ship with the product, in order. Functions read theirs from the company's record. */
export const policyIds = (): readonly string[] => Object.keys(hashes());

/** A policy by its id, read once; undefined for an id that is not written. */
export const publishedPolicy = (id: string): Published | undefined => {
  const known = read.get(id);
  if (known !== undefined) return known;
  const hash = hashes()[id];
  if (hash === undefined) return undefined;
  const source = json(`${id}.json`);
  // Each is parsed once a process, which is too seldom for compiling the parser to pay.
  const policy = Policy.parse(source, { jitless: true });
  const published = { policy, ref: { id: policy.id, version: policy.version, hash }, source };
  read.set(id, published);
  return published;
};
