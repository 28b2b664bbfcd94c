import { HOUR, type Instant, later, plusMs } from "../../kernel/instant.ts";
import { say } from "../../kernel/text.ts";
import type { Clock } from "../../policy/clock.ts";
import { dueOf } from "../../policy/due.ts";
import { sayMoment } from "../../policy/explain.ts";
import { startedBy } from "../../policy/since.ts";
import type { Facts } from "../../policy/terms.ts";
import type { Case } from "../case.ts";
import type { Rulebook } from "../clocks.ts";

/** One least time that a case must be kept, and what its policy does with it when it has been kept long enough. */
export type Kept = {
  readonly clock: Clock;
  /** Nothing may be erased before this instant (COU-09). */
  readonly until: Instant;
  readonly most?: { readonly at: Instant; readonly how: "anonymise" | "delete" } | undefined;
};

const endOf = ({ policy, calendar }: Rulebook, facts: Facts, clock: Clock, from: Instant): Instant | undefined => {
  const due = dueOf(policy, clock, { from, facts, calendar });
  return due.applies === true && due.state === "RUNNING" ? due.effectiveDue : undefined;
};

/** How long a clock keeps what it began for at `from`; undefined where it does not run. A least time is never rolled. */
export const keptFrom = (rulebook: Rulebook, facts: Facts, clock: Clock, from: Instant): Kept | undefined => {
  const until = endOf(rulebook, facts, clock, from);
  if (until === undefined || clock.most === undefined) return until && { clock, until };
  const { within, how } = clock.most;
  const at = endOf(rulebook, facts, { ...clock, within, bands: undefined, until: undefined }, from);
  return { clock, until, most: at === undefined ? undefined : { at: later(at, until), how } };
};

/** Why nothing of what a retention keeps may be erased yet. */
export const keptUntil = ({ policy }: Pick<Rulebook, "policy">, { clock, until }: Kept) => {
  const zone = policy.calendar.timeZone;
  const { title, rules } = clock;
  const says = say(
    `${title["zh-CN"]}：须保存至${sayMoment(until, zone, "zh-CN")}`,
    `${title.en}: it must be kept until ${sayMoment(until, zone, "en")}`,
  );
  return { code: "kept-until", says, rules } as const;
};

/** Every retention of a case that has begun (COU-09, A-52). */
export const retentionsOf = (rulebook: Rulebook, current: Case): readonly Kept[] =>
  rulebook.policy.clocks.flatMap((clock): Kept[] => {
    const { start } = clock;
    const from = start === undefined ? startedBy(rulebook.policy, clock, current.facts) : current.happened[start];
    if (clock.kind !== "retention" || from === undefined) return [];
    const kept = keptFrom(rulebook, current.facts, clock, from);
    return kept === undefined ? [] : [kept];
  });

/** The retention that keeps a case longest, where one still does at `now`. */
export const keptNow = (rulebook: Rulebook, current: Case, now: Instant): Kept | undefined =>
  retentionsOf(rulebook, current)
    .filter(({ until }) => now < until)
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];

/** Whether a legal hold lies on it. */
export const isHeld = ({
  holds,
}: {
  readonly holds: readonly { readonly releasedAt?: Instant | undefined }[];
}): boolean => holds.some(({ releasedAt }) => releasedAt === undefined);

/** No upload ticket from before the closing is good any more: what is erased then cannot come again. */
const TICKETS_END = HOUR;

/** When an erasure that was ordered can be carried out; undefined without one. */
export const erasableFrom = ({ closedAt, erasure }: Case): Instant | undefined =>
  erasure === undefined ? undefined : later(erasure.orderedAt, plusMs(closedAt ?? erasure.orderedAt, TICKETS_END));

/**
 * When a closed case is erased by itself, and how: once every retention of it has reached the policy's own maximum.
 * Undefined while it is open or held, where one of them has no maximum, and where none has begun. It is only deleted where
 * all of them say so.
 */
export const expiryOf = (
  rulebook: Rulebook,
  current: Case,
): { readonly at: Instant; readonly how: "anonymise" | "delete"; readonly of: readonly Kept[] } | undefined => {
  if (current.closedAt === undefined || current.erasure !== undefined || isHeld(current)) return undefined;
  const of = retentionsOf(rulebook, current);
  const mosts = of.map(({ most }) => most);
  let at = current.closedAt;
  for (const most of mosts) {
    if (most === undefined) return undefined;
    at = later(at, most.at);
  }
  if (mosts.length === 0) return undefined;
  return { at, how: mosts.every((most) => most?.how === "delete") ? "delete" : "anonymise", of };
};

/** When a case must be looked at for the sake of its data alone: its erasure is to be carried out, or falls due. */
export const nextErasure = (rulebook: Rulebook, current: Case): Instant | undefined => {
  const { erasure } = current;
  const left = erasure !== undefined && (erasure.doneAt === undefined || erasure.how === "delete");
  return left ? erasableFrom(current) : expiryOf(rulebook, current)?.at;
};
