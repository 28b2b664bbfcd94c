import * as z from "zod";
import { CaseId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { common } from "./actor.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import type { Evolve } from "./evolve.ts";

/** What cases that are linked tell each other; the engine's own. */
export const LINK_EVENTS = [
  /** A linked case, known by a provisional name until now, has been given its number (AS-41). */
  z.strictObject({ ...common, type: z.literal("linkNumbered"), of: CaseId, number: z.string() }),
  /** What a linked case has been told of this one: by which number it goes, and what was said of the two. */
  z.strictObject({
    ...common,
    type: z.literal("linkTold"),
    of: CaseId,
    number: z.string().optional(),
    /** When it was said here whether the two are one matter. */
    decidedAt: Instant.optional(),
  }),
] as const;

type Decided = EventOf<"duplicateDecided">;

/** What a linked case has yet to be told of this one, and since when it waits. */
export type Tidings = {
  readonly to: CaseId;
  readonly since: Instant;
  readonly number?: string | undefined;
  readonly decided?: Decided | undefined;
};

/** Every case that this one is linked to, each once. */
const linkedTo = ({ supersedes, supersededBy, duplicates }: Case): readonly CaseId[] => [
  ...new Set(
    [supersedes?.caseId, supersededBy?.caseId, ...duplicates.map(({ of }) => of)].filter((id) => id !== undefined),
  ),
];

/**
 * What linked cases do not know yet: the number that came after the link, and what was decided here of the two. What was
 * heard from there is not told back.
 */
export const tidings = (current: Case): readonly Tidings[] => {
  const { timeline } = current;
  const numbered = timeline.findLast((event) => event.type === "numbered");
  return linkedTo(current).flatMap((to): Tidings[] => {
    const told = timeline.filter((event) => event.type === "linkTold").filter(({ of }) => of === to);
    const decided = timeline.findLast((event) => event.type === "duplicateDecided" && event.of === to) as
      | Decided
      | undefined; // of that type by the condition
    const news: Tidings[] = [];
    if (numbered !== undefined && !told.some(({ number }) => number === numbered.number))
      news.push({ to, since: numbered.at, number: numbered.number });
    if (
      decided !== undefined &&
      decided.heardOf === undefined &&
      !told.some(({ decidedAt }) => decidedAt === decided.at)
    )
      news.push({ to, since: decided.at, decided });
    return news;
  });
};

/**
 * What a case makes of what a linked one tells it; nothing when it knows. Of two who said something else on either case the
 * later word holds on both, and of two at the same moment the one that was said on the case with the lesser id.
 * @param from the case that tells.
 */
export const hearing = (
  { supersedes, supersededBy, duplicates }: Case,
  self: CaseId,
  from: CaseId,
  { number, decided }: Tidings,
  at: Instant,
): readonly CaseEvent[] => {
  const known = [supersedes, supersededBy].filter((one) => one?.caseId === from).map((one) => one?.number);
  const twin = duplicates.find(({ of }) => of === from);
  const numbers = [...known, twin?.number].filter((one) => one !== undefined);
  const events: CaseEvent[] = [];
  if (number !== undefined && numbers.some((one) => one !== number))
    events.push({ type: "linkNumbered", at, by: { kind: "system" }, of: from, number });
  const own = twin?.decision;
  const later =
    decided !== undefined &&
    (own === undefined || own.at < decided.at || (own.at === decided.at && own.same !== decided.same && from < self));
  if (twin !== undefined && later)
    events.push({ type: "duplicateDecided", at, by: decided.by, of: from, same: decided.same, heardOf: decided.at });
  return events;
};

export const linkNumbered: Evolve<"linkNumbered"> = (_policy, current, { of, number }) => ({
  ...current,
  supersedes: current.supersedes?.caseId === of ? { ...current.supersedes, number } : current.supersedes,
  supersededBy: current.supersededBy?.caseId === of ? { ...current.supersededBy, number } : current.supersededBy,
  duplicates: current.duplicates.map((one) => (one.of === of ? { ...one, number } : one)),
});
