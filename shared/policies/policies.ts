import { Policy, type PolicyRef } from "../policy/policy.ts";
import bus from "./compiled/bus-maker-after-sales.json" with { type: "json" };
import dts from "./compiled/distance-tier-after-sales.json" with { type: "json" };
import dfa from "./compiled/door-factory-after-sales.json" with { type: "json" };
import hashes from "./compiled/hashes.json" with { type: "json" };

/** A policy and the reference by which a record keeps the version it was opened under (D-07). */
export type Published = { readonly policy: Policy; readonly ref: PolicyRef };

const SOURCES: ReadonlyMap<string, unknown> = new Map([bus, dts, dfa].map((source) => [source.id, source]));
const HASHES: ReadonlyMap<string, string> = new Map(Object.entries(hashes));
const read = new Map<string, Published>();

/** The ids of all policies that ship with the product. */
export const policyIds = (): readonly string[] => [...SOURCES.keys()];

/** A policy by its id, read once; undefined for an id that is not written. */
export const publishedPolicy = (id: string): Published | undefined => {
  const known = read.get(id);
  if (known !== undefined || !SOURCES.has(id)) return known;
  const policy = Policy.parse(SOURCES.get(id));
  const published = { policy, ref: { id: policy.id, version: policy.version, hash: HASHES.get(id) ?? "" } };
  read.set(id, published);
  return published;
};
