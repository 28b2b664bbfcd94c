import type { Asked } from "../../case/act.ts";
import type { Rulebook } from "../../case/clocks.ts";
import type { Refusal } from "../../case/fault.ts";
import { decideInspection, type InspectionCommand } from "../../inspection/decide.ts";
import { duesOf } from "../../inspection/dues.ts";
import type { InspectionEvent } from "../../inspection/event.ts";
import { type Inspection, inspectionOf, outcomeOf } from "../../inspection/inspection.ts";
import { inspectionWork } from "../../inspection/owed.ts";
import { earliest, type Instant, type Now } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { mentionedByInspection } from "../../privacy/mentions.ts";
import type { Deps } from "../change.ts";
import type { KeptRef, KeptStore } from "../kept.ts";
import type { ObligationStore } from "../obligations/obligations.ts";
import type { OrgStore } from "../org.ts";
import { rulebookOf } from "../rulebook.ts";
import type { InspectionRecord, InspectionStores } from "./inspections.ts";

export type InspectionDeps = InspectionStores & {
  readonly orgs: OrgStore;
  readonly obligations: Pick<ObligationStore, "object">;
  readonly now: Now;
  readonly pause?: Deps["pause"];
};

/** What is needed to read inspections. */
export type InspectionReads = { readonly inspections: KeptStore<InspectionRecord>; readonly orgs: OrgStore };

/** What a change of one inspection needs. */
export type ChangeDeps = Pick<InspectionDeps, "inspections" | "orgs" | "now" | "pause">;

/** An inspection with the regulation that judges it. */
export type LoadedInspection = Rulebook & {
  readonly record: InspectionRecord;
  readonly schedule: Schedule;
  readonly current: Inspection;
};

type Ruled = Rulebook & { readonly schedule: Schedule };

/** An inspection with what has happened, at the desk of its regulation while anything is open. The one place where events are added. */
export const grownInspection = (
  ground: Ruled,
  record: InspectionRecord,
  events: readonly InspectionEvent[],
  now: Instant,
): InspectionRecord => {
  const timeline = [...record.timeline, ...events];
  const current = inspectionOf(timeline);
  const { work, wakeAt } = inspectionWork(ground, current, now);
  const outcome = outcomeOf(current);
  const open = outcome !== "passed" && outcome !== "rectified";
  const first = earliest(...current.findings.flatMap((finding) => duesOf(ground, finding).map(({ due }) => due)));
  const queue = open ? { desk: record.policy.id, at: first ?? record.filed.at } : undefined;
  return { ...record, timeline, queue, wakeAt: work === undefined ? wakeAt : now };
};

/** @throws when the schedule of a stored inspection is gone: a published regulation never changes. */
export const loadInspection = async (
  { inspections, orgs }: InspectionReads,
  ref: KeptRef,
): Promise<LoadedInspection | undefined> => {
  const record = await inspections.one(ref);
  return record === undefined ? undefined : ruled({ orgs }, record);
};

/** A stored inspection with the regulation that judges it. @throws as above. */
export const ruled = async (
  { orgs }: Pick<InspectionDeps, "orgs">,
  record: InspectionRecord,
): Promise<LoadedInspection> => {
  const rulebook = await rulebookOf(orgs, record);
  const current = inspectionOf(record.timeline);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === current.filed.schedule);
  if (schedule === undefined) throw new Error(`inspection ${record.id} has lost its ground`);
  return { ...rulebook, record, schedule, current };
};

/** Files an inspection under whom new events of it mention, before they are stored. */
export const pointed = (
  { inspections }: Pick<ChangeDeps, "inspections">,
  record: InspectionRecord,
  events: readonly InspectionEvent[],
): Promise<void> =>
  inspections.point(
    record,
    mentionedByInspection(events).map((person) => ({ person })),
  );

/** How often a command that was overtaken looks again. */
const TRIES = 60;

export type NoInspection = { readonly code: "no-such-inspection" };

/** What is decided of an inspection as it stands: what follows, or why nothing does. */
export type Decides<E> = (found: LoadedInspection, at: Instant) => Result<readonly InspectionEvent[], E>;

/**
 * Load, decide, save over the version that was read, and again when somebody else or the clock was faster.
 * @throws when it is overtaken every time.
 */
export const changeInspection = async <E>(
  deps: ChangeDeps,
  ref: KeptRef,
  decides: Decides<E>,
): Promise<Result<LoadedInspection, E | NoInspection>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadInspection(deps, ref);
    if (found === undefined) return refuse({ code: "no-such-inspection" });
    const at = deps.now();
    const decided = decides(found, at);
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(found);
    const record = grownInspection(found, found.record, decided.value, at);
    await pointed(deps, record, decided.value);
    if ((await deps.inspections.save(record)) === "saved")
      return accept({ ...found, record, current: inspectionOf(record.timeline) });
  }
  throw new Error(`inspection ${ref.id} was overtaken ${TRIES} times`);
};

/** A command of staff to an inspection. */
export const obeyInspection = (
  deps: ChangeDeps,
  ref: KeptRef,
  command: InspectionCommand,
  by: Asked["by"],
): Promise<Result<LoadedInspection, Refusal | NoInspection>> =>
  changeInspection<Refusal>(deps, ref, (found, at) =>
    decideInspection(found, found.current, found.record.timeline, command, { at, by }),
  );
