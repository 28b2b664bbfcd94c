import type { ChainOf, Provable } from "./audit.ts";
import { digest } from "./digest.ts";
import { leavesOf } from "./leaves.ts";

/**
 * What stands in a link as it is: that something of this kind happened then, by a person, a customer or the engine. All
 * else is content, and enters as a salted digest only, so that it can be taken away and the link still be proven.
 */
export const PLAIN: ReadonlySet<string> = new Set(["/type", "/at", "/by/kind"]);

/** What binds one value of a record: without the salt nobody can guess it by trying, and it tells nothing of the others. */
export const leafSalt = (salt: string, place: number, path: string): string =>
  digest(`${salt}\n${place}${path}`).slice(0, 32);

/** Texts as they are stored: what is no Unicode is replaced on its way into the store, and must not break a link. */
const spelled = (value: unknown): string => JSON.stringify(typeof value === "string" ? value.toWellFormed() : value);

/** The digest under which a value stands in a link. */
export const leafDigest = (salt: string, value: unknown): string => digest(`${salt}\n${spelled(value)}`);

/** The event as its link sees it: each value by its place, sorted, content by its digests. */
const canonical = (event: Provable, place: number, salt: string): string => {
  const { link: _link, withheld = {}, salts = {}, ...told } = event;
  const paths = Object.keys(withheld);
  const own = leavesOf(told).flatMap(([path, value]): [string, string][] => {
    if (paths.some((one) => one === path || one.startsWith(`${path}/`))) return []; // emptied by what was taken from it
    if (PLAIN.has(path)) return [[path, spelled(value)]];
    return [[path, leafDigest(salts[path] ?? leafSalt(salt, place, path), value)]];
  });
  const all = [...own, ...Object.entries(withheld)].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([place, ...all]);
};

/** Where a chain begins: bound to its record, so that no timeline passes for another's. */
export const beginningOf = ({ kind, org, id }: ChainOf): string => digest(`aftercare-audit/1\n${kind}\n${org}\n${id}`);

/** The link of the event at a place, 0 for the first: `h_i = SHA-256(h_{i-1} || canonical(event_i))`. */
export const linkOf = (before: string, event: Provable, place: number, salt: string): string =>
  digest(`${before}\n${canonical(event, place, salt)}`);

/**
 * The timeline with a link on every event. Those that have one keep it, whatever it says: a link is written once. Costs
 * some hundred microseconds for each that has none, and nothing for the others.
 */
export const linked = <E extends Provable>(of: ChainOf, timeline: readonly E[], salt: string): E[] => {
  let before = beginningOf(of);
  return timeline.map((event, place) => {
    const link = event.link ?? linkOf(before, event, place, salt);
    before = link;
    return event.link === undefined ? { ...event, link } : event;
  });
};

/** The last link of a chain: whoever knows it knows that nothing up to there was altered. */
export const headOf = (of: ChainOf, timeline: readonly Provable[]): string => timeline.at(-1)?.link ?? beginningOf(of);
