import type { Provable } from "../audit/audit.ts";
import { leafDigest, leafSalt, PLAIN } from "../audit/chain.ts";
import { type Leaf, leavesOf } from "../audit/leaves.ts";

/** What becomes of one value of an event: it stays, or it goes and another value or none stands in its place. */
export type Fate = { readonly is: "stays" } | { readonly is: "goes"; readonly instead: unknown };

type Json = { [name: string]: Json | Json[] | unknown };

/** Where a pointer leads: the object that holds the value, and its name there. */
const holderOf = (event: Json, path: string): readonly [Json, string] => {
  const names = path
    .slice(1)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop() ?? "";
  return [names.reduce((at, name) => at[name] as Json, event), last]; // the pointers come from this very event
};

const put = (event: Json, path: string, value: unknown): void => {
  const [holder, name] = holderOf(event, path);
  if (value === undefined) delete holder[name];
  else holder[name] = value;
};

/**
 * An event without some of its values, and its link still provable without the record's salt: what goes leaves its digest,
 * what stays gets the salt of that one value. What went before stays gone.
 */
export const withhold = <E extends Provable>(
  event: E,
  { place, salt, fateOf }: { readonly place: number; readonly salt: string; readonly fateOf: (leaf: Leaf) => Fate },
): E => {
  const { link, withheld: gone = {}, salts: own = {}, ...told } = event;
  const withheld: Record<string, string> = { ...gone };
  const salts: Record<string, string> = {};
  const rest = structuredClone(told) as Json;
  for (const leaf of leavesOf(told)) {
    const [path, value] = leaf;
    if (PLAIN.has(path) || Object.keys(gone).some((one) => one === path || one.startsWith(`${path}/`))) continue;
    const binding = own[path] ?? leafSalt(salt, place, path);
    const fate = fateOf(leaf);
    if (fate.is === "stays") salts[path] = binding;
    else {
      withheld[path] = leafDigest(binding, value);
      put(rest, path, fate.instead);
    }
  }
  const some = Object.keys(withheld).length > 0 ? { withheld } : {};
  return { ...rest, link, ...some, salts } as unknown as E; // the same event, some of its values emptied
};
