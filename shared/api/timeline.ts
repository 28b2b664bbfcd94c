import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { mayCorrect } from "../case/correct.ts";
import { titles } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Reader, Telling } from "./lines/line.ts";
import { lineOf } from "./lines/lines.ts";
import { nextField } from "./next-field.ts";
import type { TimelineLine } from "./timeline-line.ts";

const WORDS = {
  "zh-CN": { you: "提交人", system: "系统", we: "经办人" },
  en: { you: "Reporter", system: "Aftercare", we: "Our staff" },
} as const;

/** Who did it, as a reader may know: customers read roles and never names of staff. */
export const whoIs = (policy: Policy, by: Actor, reader: Reader, locale: Locale): string => {
  if (by.kind === "reporter") return WORDS[locale].you;
  if (by.kind === "system") return WORDS[locale].system;
  if (by.kind === "holder") return by.name;
  const role = titles(policy, by.roles.slice(0, 1))[0]?.[locale] ?? WORDS[locale].we;
  return reader === "customer" ? role : `${by.name} (${role})`;
};

/**
 * What happened, oldest first, as far as its reader may know: customers never see notes, internal steps or requests, and
 * of staff some lines are for those alone who act in certain roles.
 */
export const timelineOf = (
  { policy }: Rulebook,
  current: Case,
  { reader, roles, locale }: Pick<Telling, "reader" | "roles" | "locale">,
): TimelineLine[] =>
  current.timeline.flatMap((event, place) => {
    const line = lineOf(event, { policy, current, reader, roles, locale });
    const at = withOffset(event.at, policy.calendar.timeZone);
    const who = whoIs(policy, event.by, reader, locale);
    return line === undefined ? [] : [{ at, who, ...line, ...(reader === "staff" ? { place } : {}) }];
  });

/** The same for a member of staff, with the fields that exactly this person may put right. */
export const correctableTimeline = (rulebook: Rulebook, current: Case, by: Actor, locale: Locale): TimelineLine[] =>
  timelineOf(rulebook, current, { reader: "staff", roles: by.kind === "staff" ? by.roles : [], locale }).map((line) => {
    const fields = mayCorrect(rulebook.policy, current, line.place ?? 0, by);
    return fields.length === 0
      ? line
      : { ...line, mayCorrect: fields.map((field) => nextField(rulebook.policy, field, locale)) };
  });
