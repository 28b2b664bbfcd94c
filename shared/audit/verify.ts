import type { Provable } from "./audit.ts";
import { beginningOf, linkOf } from "./chain.ts";
import { type AnchorFile, type AuditFile, anchored } from "./file.ts";

/** What was done to a timeline at the first place where it does not hold. */
export type Broken = {
  readonly index: number;
  readonly type: string | undefined;
  readonly at: string | undefined;
  readonly what: "changed" | "removed" | "inserted" | "order";
};

/** The events of a file with everything that decides whether one of them follows a link. */
type Chain = {
  readonly events: readonly Provable[];
  readonly count: number;
  readonly follows: (before: string | undefined, event: Provable | undefined, place: number) => boolean;
};

const places = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** Whether an event holds at some other place, after some other link: it is genuine, and stands where it does not belong. */
const belongsElsewhere = ({ events, count, follows }: Chain, at: number): boolean => {
  const links = events.map(({ link }) => link);
  if (links.some((link, place) => place !== at && link === events[at]?.link)) return false; // told twice
  const most = Math.max(count, events.length);
  return places(0, most).some((place) => links.some((before) => follows(before, events[at], place)));
};

/** Tells what happened at the first break: which event should stand there, and whether the rest has moved. */
const nameOf = (chain: Chain, before: string, at: number): Broken["what"] => {
  const { events, count, follows } = chain;
  if (places(at + 1, events.length).some((later) => follows(before, events[later], at))) {
    return belongsElsewhere(chain, at) ? "order" : "inserted";
  }
  const here = events[at]?.link;
  if (follows(here, events[at + 1], at + 1)) return "changed";
  const moved = places(1, Math.max(count, events.length) + 1);
  if (moved.some((by) => follows(here, events[at + 1], at + 1 + by))) return "removed";
  if (events.length > count) return "inserted";
  return events.length < count ? "removed" : "changed";
};

/** The first place at which a file does not hold; undefined when all of it does. */
export const firstBroken = (file: AuditFile): Broken | undefined => {
  const { events, count, head, salt = "" } = file;
  const next = (before: string, event: Provable, place: number) => linkOf(before, event, place, salt);
  const follows: Chain["follows"] = (before, event, place) =>
    before !== undefined && event?.link !== undefined && next(before, event, place) === event.link;
  const said = (index: number, what: Broken["what"]): Broken => {
    const { type, at } = events[index] ?? {};
    return { index, type, at, what };
  };
  let before = beginningOf(file.case);
  for (const [place, event] of events.entries()) {
    const link = next(before, event, place);
    if (event.link !== link) {
      const tail = before === head; // everything up to the head holds: what stands behind it was added
      return said(place, tail ? "inserted" : nameOf({ events, count, follows }, before, place));
    }
    before = link;
  }
  if (before === head && events.length === count) return undefined;
  return said(events.length, events.length > count ? "inserted" : "removed");
};

/** Whether an anchor vouches for a file: that its events up to the end of the anchor's day are those of that day. */
export type Vouched =
  | { readonly is: "held" }
  | { readonly is: "not-in-anchor" }
  /** The timeline is shorter than it was, or tells another story up to there. */
  | { readonly is: "differs"; readonly events: number; readonly anchored: string; readonly found: string | undefined };

/** Judges a file whose own chain holds by an anchor. */
export const vouchedFor = ({ events, salt = "", case: of }: AuditFile, anchor: AnchorFile): Vouched => {
  const known = anchor.heads[anchored(of)];
  if (known === undefined) return { is: "not-in-anchor" };
  let found: string | undefined;
  let before = beginningOf(of);
  for (const [place, event] of events.slice(0, known.events).entries()) {
    before = linkOf(before, event, place, salt);
    found = place + 1 === known.events ? before : undefined;
  }
  return found === known.head ? { is: "held" } : { is: "differs", events: known.events, anchored: known.head, found };
};
