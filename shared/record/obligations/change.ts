import type { Asked } from "../../case/act.ts";
import type { Rulebook } from "../../case/clocks.ts";
import type { Refusal } from "../../case/fault.ts";
import type { Instant, Now } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { type DutyCommand, decideDuty } from "../../obligation/duty-decide.ts";
import type { ObligationEvent } from "../../obligation/event.ts";
import type { DutyObject } from "../../obligation/object.ts";
import { type Obligation, obligationOf } from "../../obligation/obligation.ts";
import { opensAt, workOn } from "../../obligation/owed.ts";
import { decideVisit, type VisitCommand } from "../../obligation/visit-decide.ts";
import type { Schedule } from "../../policy/schedule.ts";
import type { Deps } from "../change.ts";
import type { OrgStore } from "../org.ts";
import { rulebookOf } from "../rulebook.ts";
import type { ObligationRecord, ObligationRef, ObligationStore } from "./obligations.ts";

export type ObligationDeps = {
  readonly obligations: ObligationStore;
  readonly orgs: OrgStore;
  readonly now: Now;
  /** A number from 0 up to 1 for what it is drawn for, that nobody can know who has not the company's key. */
  readonly draw: (linkKey: string, what: string) => number;
  readonly pause?: Deps["pause"];
};

/** An obligation with what it is owed of, and the regulation and schedule that it is owed under. */
export type LoadedObligation = Rulebook & {
  readonly record: ObligationRecord;
  readonly object: DutyObject;
  readonly schedule: Schedule;
  readonly obligation: Obligation;
};

/** A record with what has happened, in its list and woken as that demands. The one place where its events are added. */
export const grownObligation = (
  rulebook: Rulebook,
  record: ObligationRecord,
  events: readonly ObligationEvent[],
  now: Instant,
): ObligationRecord => {
  const timeline = [...record.timeline, ...events];
  const obligation = obligationOf(timeline);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === record.schedule);
  const ground = { ...rulebook, schedule };
  const { work, wakeAt } = workOn(ground, obligation, now);
  return { ...record, timeline, opensAt: opensAt(ground, obligation, now), wakeAt: work === undefined ? wakeAt : now };
};

/** What anybody writes down of an obligation: visits have commands of their own. */
export type ObligationCommand = VisitCommand | DutyCommand;

const decide = (found: LoadedObligation, command: ObligationCommand, asked: Asked) =>
  command.do === "fulfilled" || command.do === "waived"
    ? decideDuty(found, found.obligation, found.record.timeline, command, asked)
    : decideVisit(found, found.obligation, found.record.timeline, command, asked);

/** A record with the ground on which it stands. @throws when its schedule is gone: it is never removed. */
export const grounded = async (
  { orgs }: Pick<ObligationDeps, "orgs">,
  record: ObligationRecord,
  object: DutyObject,
): Promise<LoadedObligation> => {
  const rulebook = await rulebookOf(orgs, record);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === record.schedule);
  if (schedule === undefined) throw new Error(`obligation ${record.object}/${record.id} has lost its ground`);
  return { ...rulebook, record, object, schedule, obligation: obligationOf(record.timeline) };
};

/** @throws when the object or the schedule of what is stored is gone: neither is ever removed. */
export const loadObligation = async (
  { obligations, orgs }: Pick<ObligationDeps, "obligations" | "orgs">,
  ref: ObligationRef,
): Promise<LoadedObligation | undefined> => {
  const record = await obligations.obligation(ref);
  if (record === undefined) return undefined;
  const object = await obligations.object({ org: record.org, id: record.object });
  if (object === undefined) throw new Error(`obligation ${record.object}/${record.id} has lost its object`);
  return grounded({ orgs }, record, object);
};

/** How often a command that was overtaken looks again. */
const TRIES = 60;

type NoVisit = { readonly code: "no-such-visit" };

/**
 * A command of somebody to an obligation: load, decide, save over the version that was read, and again when the clock, or
 * somebody else, was faster. @throws when it is overtaken every time.
 */
export const changeObligation = async (
  deps: ObligationDeps,
  ref: ObligationRef,
  command: ObligationCommand,
  by: Asked["by"],
): Promise<Result<LoadedObligation, Refusal | NoVisit>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadObligation(deps, ref);
    if (found === undefined) return refuse({ code: "no-such-visit" });
    const at = deps.now();
    const decided = decide(found, command, { at, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(found);
    const record = grownObligation(found, found.record, decided.value, at);
    if ((await deps.obligations.saveObligation(record)) === "saved")
      return accept({ ...found, record, obligation: obligationOf(record.timeline) });
  }
  throw new Error(`obligation ${ref.object}/${ref.id} was overtaken ${TRIES} times`);
};
