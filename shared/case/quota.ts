import { periodName, periodOf } from "../calendar/period.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { say } from "../kernel/text.ts";
import type { Quota } from "../policy/claims.ts";
import { dueOf } from "../policy/due.ts";
import { sayMoment } from "../policy/explain.ts";
import { sameName } from "../policy/repetition.ts";
import { startedBy } from "../policy/since.ts";
import type { Case } from "./case.ts";
import type { Rulebook } from "./clocks.ts";
import type { CaseEvent } from "./event.ts";
import type { Refusal } from "./fault.ts";

/** A place of a quota that something would take, counted across cases about the same subject in the same period. */
export type Draw = {
  readonly quota: Quota;
  readonly subject: string;
  readonly period: string;
  readonly max: number;
};

/** The policy's name for what an event says has happened. */
const nameOf = (event: CaseEvent): string | undefined =>
  event.type === "step" || event.type === "happened" ? event.event : undefined;

/** Whether what a quota counts has happened among some events. */
export const isCounted = ({ counts }: Quota, events: readonly CaseEvent[]): boolean =>
  events.some((event) => nameOf(event) === counts);

/** Until when a quota whose window is a clock's may be used; undefined while nobody knows when it began. */
const endOf = (rulebook: Rulebook, current: Case, { window }: Quota): Instant | undefined => {
  const { policy, calendar } = rulebook;
  if (!("clock" in window)) return undefined;
  const clock = policy.clocks.find(({ id }) => id === window.clock);
  const from = clock && (startedBy(policy, clock, current.facts) ?? current.happened[clock.start ?? ""]);
  if (clock === undefined || from === undefined) return undefined;
  const due = dueOf(policy, clock, { from, facts: current.facts, calendar });
  return due.applies === true && due.state === "RUNNING" ? due.effectiveDue : undefined;
};

const over = ({ title, rules }: Quota, end: string, endEn: string): Refusal => ({
  code: "quota-over",
  says: say(`“${title["zh-CN"]}”的期限已于${end}届满`, `“${title.en}”: the time for it ended ${endEn}`),
  rules,
});

/** No more of it: the quota is used up, and the regulation knows nothing that goes beyond it (HKC-02). */
export const usedUp = ({ title, per, rules }: Quota, max: number): Refusal => ({
  code: "quota-reached",
  says: say(
    `“${title["zh-CN"]}”：${per["zh-CN"]}最多${max}次，已用完`,
    `“${title.en}”: at most ${max} for each ${per.en}, and all are used`,
  ),
  rules,
});

/** What some events would take of the policy's quotas, or why one no longer gives anything. */
export const drawsOf = (
  rulebook: Rulebook,
  current: Case,
  events: readonly CaseEvent[],
  now: Instant,
): readonly (Draw | Refusal)[] => {
  const { policy } = rulebook;
  const zone = policy.calendar.timeZone;
  return policy.quotas.flatMap((quota): (Draw | Refusal)[] => {
    const { max, subject: name, window } = quota;
    const fact = name === undefined ? undefined : current.facts[name];
    if (max === undefined || fact === undefined || !isCounted(quota, events)) return [];
    const end = endOf(rulebook, current, quota);
    if (end !== undefined && now > end) return [over(quota, sayMoment(end, zone, "zh-CN"), sayMoment(end, zone, "en"))];
    const period =
      "calendar" in window ? periodName(periodOf(civilDate(now, zone), window.calendar), window.calendar) : "all";
    return [{ quota, subject: sameName(fact), period, max }];
  });
};
