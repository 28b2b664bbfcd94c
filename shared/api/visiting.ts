import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import { type Actor, Answers } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { type ObligationEvent, Proof } from "../obligation/event.ts";
import { HOUSE } from "../obligation/house.ts";
import { DutyObject, ObjectBody, RETIRED_FOR, retiredOf } from "../obligation/object.ts";
import { isLate } from "../obligation/obligation.ts";
import { objectActs, obligationActs, sayRetired } from "../obligation/open.ts";
import { isFrequency } from "../obligation/owed.ts";
import { channelsOf, needsSignature } from "../obligation/visit-decide.ts";
import { Channel } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { listed } from "../policy/wording.ts";
import type { LoadedObligation } from "../record/obligations/change.ts";
import { CellProblem } from "./imports.ts";
import type { Reading } from "./row.ts";
import { VisitActs, visitActViews } from "./visit-acts.ts";

export const VisitedBody = ObjectBody.meta({ id: "VisitedBody" });

const told = {
  channel: Channel,
  doneAt: z.string().optional().meta({ description: "when, with its offset; now when absent" }),
  note: z.string().max(2000).optional(),
};
export const DoneBody = z.strictObject({
  ...told,
  whom: z.string().max(100),
  answers: z.record(z.string(), z.unknown()).default({}).meta({ description: "the fields of the visit's form" }),
});
export const UnreachableBody = z.strictObject(told);
export const RebookedBody = z.strictObject({ apology: z.string().max(2000), next: z.string() });
export const RetiredBody = z.strictObject({ for: z.enum(RETIRED_FOR), note: z.string().max(2000).optional() });
export const RelistedBody = z.strictObject({ note: z.string().max(2000) });
export const FulfilledBody = z.strictObject({
  doneAt: told.doneAt,
  note: told.note,
});
export const WaivedBody = z.strictObject({ reason: z.string().max(2000) });
export const SignedBody = z.strictObject({ name: z.string().max(100), method: z.enum(["drawn", "typed", "paper"]) });

export const ObjectView = DutyObject.pick({
  id: true,
  policy: true,
  schedule: true,
  also: true,
  inspected: true,
  title: true,
  contact: true,
  visitor: true,
  events: true,
  facts: true,
  listedAt: true,
})
  .extend({
    acts: VisitActs,
    scheduleSays: z.string(),
    retired: z
      .object({
        at: z.string(),
        by: z.string(),
        for: z.enum(RETIRED_FOR),
        says: z.string(),
        note: z.string().optional(),
      })
      .optional()
      .meta({ description: "nothing of it is visited any more, since when and why" }),
  })
  .meta({ id: "Visited" });
export const ObjectList = z
  .object({ items: z.array(ObjectView), cursor: z.string().optional() })
  .meta({ id: "VisitedList" });

const nameOf = (by: Actor): string => (by.kind === "staff" ? by.name : by.kind);

/** What something is called: the company itself has no name of its own among what it owes. */
const titleOf = (object: DutyObject, locale: Locale): string =>
  object.kind === "house" ? HOUSE[locale] : object.title;

type Ground = {
  readonly policy: Policy;
  /** By which something is owed of it. */
  readonly schedules: readonly Schedule[];
};

/** What something is owed of as staff see it. */
export const objectView = (
  ground: Ground,
  object: DutyObject,
  { by: reader, locale }: Omit<Reading, "now">,
): z.infer<typeof ObjectView> => {
  const { kind, org, version, changedAt, wakeAt, erasedAt, standing, under, lastDone, planned, ...rest } = object;
  const { policy, schedules } = ground;
  const schedule = schedules.find(({ id }) => id === object.schedule);
  const acts =
    schedule === undefined ? [] : visitActViews(policy, objectActs({ policy, schedule }, object, reader), locale);
  const says = listed(schedules.map(({ title }) => title))[locale];
  const shown = {
    ...rest,
    title: titleOf(object, locale),
    scheduleSays: kind === "house" ? HOUSE[locale] : says,
    acts,
  };
  const retired = retiredOf(object);
  if (retired === undefined) return shown;
  const { at, by, note, for: why } = retired;
  const since = withOffset(at, policy.calendar.timeZone);
  return { ...shown, retired: { at: since, by: nameOf(by), for: why, says: sayRetired(why)[locale], note } };
};

/** Of a list of what is to be visited: how many rows, and of a dry run all that is wrong with them. */
export const ObjectsImported = z
  .object({
    dryRun: z.boolean(),
    rows: z.number().int().meta({ description: "objects in the file" }),
    faults: z.array(CellProblem).meta({ description: "all that is wrong, of a dry run" }),
  })
  .meta({ id: "ObjectsImported" });

export const VisitView = z
  .object({
    object: ObjectView.pick({ id: true, title: true, contact: true, visitor: true }),
    visitId: z.string(),
    policy: z.string(),
    duty: z
      .enum(["inspection", "report", "visit", "survey", "meeting", "training", "task"])
      .meta({ description: "what is owed; visits alone have channels, tries and signatures" }),
    house: z.boolean().meta({ description: "owed by the company itself" }),
    frequency: z.boolean().meta({ description: "done anywhere in its window, so many times; otherwise until its due" }),
    schedule: z.object({ id: z.string(), title: z.string(), rules: z.array(z.string()) }),
    state: z.enum(["PLANNED", "WAIVED", "UNREACHABLE", "REBOOKED", "MISSED", "DONE", "SIGNED"]),
    window: z.object({ from: CivilDate, to: CivilDate }),
    day: CivilDate.optional().meta({ description: "drawn, and told to nobody else before it has come" }),
    due: z.string(),
    why: z.string(),
    appointment: z.string().optional(),
    missedAt: z.string().optional(),
    doneAt: z.string().optional(),
    late: z.boolean().meta({ description: "somebody was met only after the due" }),
    tries: z.number().int().meta({ description: "how often nobody was reached" }),
    channels: z.array(Channel),
    signature: z.boolean().meta({ description: "over only once the customer has signed" }),
    acts: VisitActs,
    form: z.object({ id: z.string(), title: z.string() }).optional(),
    whom: z.string().optional(),
    note: z.string().optional(),
    proof: Proof.optional().meta({ description: "the record that shows that it was done" }),
    answers: Answers.optional(),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), why: z.string().optional() })),
  })
  .meta({ id: "PlannedVisit" });
export type VisitView = z.infer<typeof VisitView>;

export const VisitList = z.object({ object: ObjectView, items: z.array(VisitView) }).meta({ id: "PlannedVisits" });

/** The controlled form that records a visit, where there is one. */
export const formIn = ({ forms }: Pick<Policy, "forms">, form: string | undefined, locale: Locale) => {
  const found = forms.find(({ id }) => id === form);
  return found && { id: found.id, title: found.title[locale] };
};

const WHY = ["why", "apology", "reason", "note"];

const lineOf = (event: ObligationEvent, zone: string) => ({
  at: withOffset(event.at, zone),
  by: nameOf(event.by),
  what: event.type,
  why: WHY.map((word) => Object.entries(event).find(([name]) => name === word)?.[1]).find((one) => one !== undefined),
});

/** An obligation as staff see it, with what its record asks. */
export const visitView = (found: LoadedObligation, { by, now, locale }: Reading): VisitView => {
  const { record, object, policy, schedule, obligation } = found;
  const { timeZone } = policy.calendar;
  const show = (at: Instant | undefined) => (at === undefined ? undefined : withOffset(at, timeZone));
  const { slot, state, appointment, missedAt, doneAt, tries, whom, answers, note, proof } = obligation;
  return {
    object: { id: object.id, title: titleOf(object, locale), contact: object.contact, visitor: object.visitor },
    visitId: record.id,
    policy: record.policy.id,
    duty: schedule.duty.is,
    house: object.kind === "house",
    frequency: isFrequency(schedule),
    schedule: { id: schedule.id, title: schedule.title[locale], rules: [...schedule.rules] },
    state,
    window: { from: slot.window[0], to: slot.window[1] },
    day: slot.day,
    due: withOffset(slot.due, timeZone),
    why: slot.why[locale],
    appointment: show(appointment),
    missedAt: show(missedAt),
    doneAt: show(doneAt),
    late: isLate(obligation),
    tries,
    channels: [...channelsOf(schedule)],
    signature: needsSignature(schedule),
    form: formIn(policy, schedule.form, locale),
    acts: visitActViews(policy, obligationActs(found, obligation, by, now), locale),
    whom,
    note,
    proof,
    answers,
    history: record.timeline.map((event) => lineOf(event, timeZone)),
  };
};
