import type { Asked } from "../../case/act.ts";
import type { Rulebook } from "../../case/clocks.ts";
import type { Refusal } from "../../case/fault.ts";
import type { Instant, Now } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { decideVisit, type VisitCommand } from "../../visiting/decide.ts";
import type { VisitEvent } from "../../visiting/event.ts";
import type { VisitedObject } from "../../visiting/object.ts";
import { opensAt, workOn } from "../../visiting/owed.ts";
import { type Visit, visitOf } from "../../visiting/visiting.ts";
import type { Deps } from "../change.ts";
import type { OrgStore } from "../org.ts";
import { rulebookOf } from "../rulebook.ts";
import type { VisitRecord, VisitRef, VisitStore } from "./visits.ts";

export type VisitDeps = {
  readonly visits: VisitStore;
  readonly orgs: OrgStore;
  readonly now: Now;
  readonly pause?: Deps["pause"];
};

/** A visit with what it visits, and the regulation and schedule that it is owed under. */
export type LoadedVisit = Rulebook & {
  readonly record: VisitRecord;
  readonly object: VisitedObject;
  readonly schedule: Schedule;
  readonly visit: Visit;
};

/** A record with what has happened, in its list and woken as that demands. The one place where its events are added. */
export const grownVisit = (
  rulebook: Rulebook,
  record: VisitRecord,
  events: readonly VisitEvent[],
  now: Instant,
): VisitRecord => {
  const timeline = [...record.timeline, ...events];
  const visit = visitOf(timeline);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === record.schedule);
  const ground = { ...rulebook, schedule };
  const { work, wakeAt } = workOn(ground, visit, now);
  return { ...record, timeline, opensAt: opensAt(ground, visit), wakeAt: work === undefined ? wakeAt : now };
};

/** @throws when the object or the schedule of a stored visit is gone: neither is ever removed. */
export const loadVisit = async (
  { visits, orgs }: Pick<VisitDeps, "visits" | "orgs">,
  ref: VisitRef,
): Promise<LoadedVisit | undefined> => {
  const record = await visits.visit(ref);
  if (record === undefined) return undefined;
  const [object, rulebook] = await Promise.all([
    visits.object({ org: record.org, id: record.object }),
    rulebookOf(orgs, record),
  ]);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === record.schedule);
  if (object === undefined || schedule === undefined)
    throw new Error(`visit ${record.object}/${record.id} has lost its ground`);
  return { ...rulebook, record, object, schedule, visit: visitOf(record.timeline) };
};

/** How often a command that was overtaken looks again. */
const TRIES = 60;

type NoVisit = { readonly code: "no-such-visit" };

/**
 * A command of somebody to a visit: load, decide, save over the version that was read, and again when the clock, or
 * somebody else, was faster. @throws when it is overtaken every time.
 */
export const changeVisit = async (
  deps: VisitDeps,
  ref: VisitRef,
  command: VisitCommand,
  by: Asked["by"],
): Promise<Result<LoadedVisit, Refusal | NoVisit>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadVisit(deps, ref);
    if (found === undefined) return refuse({ code: "no-such-visit" });
    const at = deps.now();
    const decided = decideVisit(found, found.visit, found.record.timeline, command, { at, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(found);
    const record = grownVisit(found, found.record, decided.value, at);
    if ((await deps.visits.saveVisit(record)) === "saved")
      return accept({ ...found, record, visit: visitOf(record.timeline) });
  }
  throw new Error(`visit ${ref.object}/${ref.id} was overtaken ${TRIES} times`);
};
