import { startOfDay } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { DutyObject } from "./object.ts";
import type { Obligation } from "./obligation.ts";

/** What an obligation is of, as far as its secret goes. */
type Subject = {
  readonly policy: Policy;
  readonly schedule: Schedule;
  readonly object: Pick<DutyObject, "inspected">;
  readonly obligation: Obligation;
};

/** Whether nobody is told its day beforehand (GSS-04, S-13). */
export const isUnannounced = ({ duty, rhythm }: Pick<Schedule, "duty" | "rhythm">): boolean =>
  rhythm.kind === "random" || (duty.is === "inspection" && !duty.announced);

/** Until when it is hidden from all but its inspectors: the day that was drawn, or the first of its window. */
const secretUntil = ({ policy, obligation }: Subject): Instant =>
  startOfDay(obligation.slot.day ?? obligation.slot.window[0], policy.calendar.timeZone);

/** Whether people of the inspected unit may not know of it even if they are inspectors elsewhere. */
const isOfUnit = ({ object: { inspected } }: Subject, by: Actor): boolean =>
  inspected !== undefined && by.kind === "staff" && (actsAs(by, inspected.roles) || inspected.people.includes(by.sub));

/** Whether an obligation is hidden from everybody whose reading has no name: a calendar of a list, a mail, a digest. */
export const isSecret = (subject: Subject, now: Instant): boolean =>
  isUnannounced(subject.schedule) && now < secretUntil(subject);

/**
 * Whether somebody may not know of an obligation yet: until its day comes, an unannounced one is for its inspectors alone,
 * and for none of them who belongs to what is inspected (GSS-04, AS-37).
 */
export const isHiddenFrom = (subject: Subject, by: Actor, now: Instant): boolean =>
  isSecret(subject, now) && (!actsAs(by, subject.schedule.by) || isOfUnit(subject, by));
