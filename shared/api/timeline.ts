import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { mayCorrect } from "../case/correct.ts";
import type { Locale } from "../kernel/text.ts";
import type { Telling } from "./lines/line.ts";
import { lineOf } from "./lines/lines.ts";
import { nextField } from "./next-field.ts";
import type { TimelineLine } from "./timeline-line.ts";
import { whoIs } from "./who.ts";

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
