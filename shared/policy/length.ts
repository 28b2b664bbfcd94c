import { CivilDate } from "../calendar/civil-date.ts";
import { civilDate, endOfDay } from "../calendar/zone.ts";
import { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Clock } from "./clock.ts";
import type { Span } from "./condition.ts";
import type { Duration } from "./duration.ts";
import { factOf } from "./holds.ts";
import type { Policy } from "./policy.ts";
import type { Fact, Facts } from "./terms.ts";
import { within } from "./within.ts";
import { joined, labelOf, sayFact, saySpan } from "./wording.ts";

/** How long a clock runs: a figure, the figure of a band, or until a moment or the end of a day that a fact holds. */
export type Length =
  | { readonly within: Duration; readonly band?: Text }
  | {
      readonly until: { readonly day: CivilDate; readonly isDay: boolean };
      readonly at: Instant;
      readonly why: Text;
      readonly band?: undefined;
    }
  | { readonly applies: false; readonly why: Text }
  | { readonly applies: "unknown"; readonly missingFacts: readonly string[] };

const promised = (policy: Policy, name: string, fact: Fact | undefined): Length => {
  const { timeZone } = policy.calendar;
  const why = joined([labelOf(policy, name), { "zh-CN": "所定时间", en: "as given" }], "", " ");
  const day = CivilDate.safeParse(fact);
  if (day.success) return { until: { day: day.data, isDay: true }, at: endOfDay(day.data, timeZone), why };
  const moment = Instant.safeParse(fact);
  if (moment.success) return { until: { day: civilDate(moment.data, timeZone), isDay: false }, at: moment.data, why };
  return { applies: "unknown", missingFacts: [name] };
};

/** A band in words: over 300 km, is abroad. */
export const sayBand = (
  policy: Policy,
  name: string,
  { is, ...span }: Span & { readonly is?: string | undefined },
): Text =>
  is === undefined
    ? saySpan(policy, name, span)
    : joined([{ "zh-CN": "为", en: "is" }, sayFact(policy, name, is)], "", " ");

/** The length of a clock for these facts, or why there is none. @throws Error for a clock without any, which lint refuses. */
export const lengthOf = (policy: Policy, { id, within: plain, bands, until }: Clock, facts: Facts): Length => {
  if (until !== undefined) return promised(policy, until, factOf(policy, facts, until));
  if (plain !== undefined) return { within: plain };
  if (bands === undefined) throw new Error(`clock ${id} has no figure; lint refuses such a policy`);
  const fact = factOf(policy, facts, bands.fact);
  const wanted = bands.of.some(({ is }) => is !== undefined) ? "string" : "number";
  if (fact === undefined || typeof fact !== wanted) return { applies: "unknown", missingFacts: [bands.fact] };
  const band = bands.of.find(({ is, ...span }) => (typeof fact === "number" ? within(span, fact) : is === fact));
  const label = labelOf(policy, bands.fact);
  if (band === undefined) {
    const value = sayFact(policy, bands.fact, fact);
    return { applies: false, why: joined([label, value, { "zh-CN": "没有对应档位", en: "is in no band" }], "", " ") };
  }
  return { within: band.within, band: joined([label, sayBand(policy, bands.fact, band)], "", " ") };
};
