import { fits, type Way, waysOf } from "../find/asked.ts";
import { walk } from "../find/walk.ts";
import { CaseId } from "../kernel/ids.ts";
import { type Deps, type Loaded, loadCase } from "./change.ts";
import { cursorAt, placeIn } from "./cursor.ts";
import type { Org } from "./org.ts";
import { idAt, placeOf } from "./store.ts";
import { wordKey } from "./words.ts";

type Port = Pick<Deps, "records" | "orgs">;
export type Found = { readonly found: readonly Loaded[]; readonly cursor: string | undefined };

/** Queries of words a page may cost: more than a question has words, so that every page gets on. */
const READS = 24;

/** A page looks into so many times as many cases as it shows; most of what it looks into is what was asked for. */
const LOOKS = 3;

const load = async (port: Port, org: Org, id: string | undefined): Promise<Loaded | undefined> => {
  const read = CaseId.safeParse(id);
  return read.success ? loadCase(port, { kind: "case", org: org.id, id: read.data }) : undefined;
};

/** The cases with a number: each policy counts for itself, so there may be several. One read a policy, and one a case. */
export const numbered = async (
  port: Port,
  org: Org,
  number: string,
  policy?: string | undefined,
): Promise<readonly Loaded[]> => {
  const policies = policy === undefined ? [...new Set(org.policies.map(({ ref }) => ref.id))] : [policy];
  const found = await Promise.all(
    policies.map(async (one) => load(port, org, await port.records.idOfNumber(org.id, one, number))),
  );
  return found.filter((one) => one !== undefined);
};

const isWay = (way: Way, { record, rulebook, current }: Loaded): boolean =>
  fits(way, { policy: rulebook.policy, number: current.number, timeline: record.timeline });

/** Where a search goes on: in which of its ways, and below which place. */
const startOf = (cursor: string | undefined): { at: number; below: string | undefined } => {
  const [, at, below] = /^(\d)~(.*)$/.exec(placeIn(cursor) ?? "") ?? [];
  return { at: Number(at ?? 0), below: below || undefined };
};

/**
 * Cases of one company by what somebody typed: the one with that number, then those that it identifies (a telephone, an
 * address, the number of an order), then those in whose text all its words stand, each the last received first. What an
 * index leads to is read and looked at again, so that a stale entry shows nothing. A page costs at most `READS` queries
 * and reads at most `LOOKS` cases for each that it may show, whatever the history; it may come back short, with where to
 * go on.
 */
export const searchCases = async (
  port: Port,
  org: Org,
  typed: string,
  {
    limit,
    cursor,
    shows = () => true,
  }: {
    readonly limit: number;
    readonly cursor?: string | undefined;
    /** Whether whoever searches may read a case. */
    readonly shows?: (one: Loaded) => boolean;
  },
): Promise<Found> => {
  const ways = waysOf(typed);
  const found: Loaded[] = [];
  const start = startOf(cursor);
  const keep = (way: Way, place: string | undefined, one: Loaded | undefined) => {
    if (one === undefined || !shows(one) || !isWay(way, one) || (place !== undefined && placeOf(one.record) !== place))
      return;
    if (ways.slice(0, ways.indexOf(way)).some((before) => isWay(before, one))) return; // it was shown before
    found.push(one);
  };
  let reads = READS;
  let looks = LOOKS * limit;
  for (const [at, way] of ways.entries()) {
    if (at < start.at) continue;
    if (way.by === "number") {
      for (const one of await numbered(port, org, way.number)) keep(way, undefined, one);
      continue;
    }
    const keys = way.by === "mark" ? [way.mark] : way.words.map(wordKey);
    let below = at === start.at ? start.below : undefined;
    do {
      if (found.length >= limit || looks <= 0 || reads < keys.length) {
        return { found, cursor: cursorAt(`${at}~${below ?? ""}`) };
      }
      const filed: Parameters<typeof walk>[0] = (word, under, size) => {
        reads -= 1;
        return port.records.pointed(org.id, word, { below: under, limit: size });
      };
      const walked = await walk(filed, keys, { below, limit: Math.min(limit - found.length, looks), reads });
      looks -= walked.found.length;
      const cases = await Promise.all(walked.found.map((place) => load(port, org, idAt(place))));
      for (const [n, place] of walked.found.entries()) keep(way, place, cases[n]);
      below = walked.next;
    } while (below !== undefined);
  }
  return { found, cursor: undefined };
};
