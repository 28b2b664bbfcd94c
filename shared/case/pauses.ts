import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Clock } from "../policy/clock.ts";
import { sayMoment } from "../policy/explain.ts";
import { eventTitle } from "../policy/explain-words.ts";
import type { Pause } from "../policy/pause.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";

const sayPause = (policy: Policy, event: string, to: Instant | undefined): Text => {
  const title = eventTitle(policy, event);
  const zone = policy.calendar.timeZone;
  return to === undefined
    ? say(`因“${title["zh-CN"]}”暂停`, `paused by “${title.en}”`)
    : say(
        `因“${title["zh-CN"]}”暂停至${sayMoment(to, zone, "zh-CN")}`,
        `paused by “${title.en}” until ${sayMoment(to, zone, "en")}`,
      );
};

/** The pauses of one pair of events, each from the first event that begins it to the first after it that ends it. */
const between = (current: Case, from: string, to: string) => {
  const found: { from: Instant; to: Instant | undefined }[] = [];
  for (const { at } of current.occurrences[from] ?? []) {
    const last = found.at(-1);
    if (last !== undefined && (last.to === undefined || at < last.to)) continue;
    found.push({ from: at, to: current.occurrences[to]?.find((one) => one.at >= at)?.at });
  }
  return found;
};

/**
 * When a clock stood still, in order. One that goes on has no end, unless the clock itself has ended by then.
 * @param endedAt when the clock ended.
 */
export const pausesOf = (policy: Policy, current: Case, clock: Clock, endedAt: Instant | undefined): readonly Pause[] =>
  clock.pauses
    .flatMap((pair) =>
      between(current, pair.from, pair.to).map(({ from, to }) => {
        const end = endedAt !== undefined && (to === undefined || to > endedAt) ? endedAt : to;
        return { from, to: end, why: sayPause(policy, pair.from, end) };
      }),
    )
    .filter(({ from, to }) => to === undefined || from < to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
