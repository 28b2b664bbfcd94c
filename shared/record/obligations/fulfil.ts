import type { CivilDate } from "../../calendar/civil-date.ts";
import { civilDate } from "../../calendar/zone.ts";
import type { Asked } from "../../case/act.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Proof } from "../../obligation/event.ts";
import { houseId } from "../../obligation/house.ts";
import { around, meantBy } from "../../obligation/meant.ts";
import { obligationOf } from "../../obligation/obligation.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { policyOf } from "../intake.ts";
import {
  changeObligation,
  grownObligation,
  loadObligation,
  type ObligationCommand,
  type ObligationDeps,
} from "./change.ts";
import type { ObjectRef, ObligationRef } from "./obligations.ts";

export type Fulfilment = {
  readonly org: OrgId;
  /** The regulation and the schedule of it that asked for what was done. */
  readonly policy: string;
  readonly schedule: string;
  /** What it was done for; absent: the company itself. */
  readonly object?: string | undefined;
  /** The very obligation, where whoever did it knows: a late report of an earlier period. */
  readonly obligation?: string | undefined;
  readonly at: Instant;
  /** The record that shows it. */
  readonly by: Proof;
};

/** A command of somebody to an obligation; what is counted anew from when it was done is, of a repeat too. */
export const obey = async (
  deps: ObligationDeps,
  ref: ObligationRef,
  command: ObligationCommand,
  by: Asked["by"],
): Promise<Awaited<ReturnType<typeof changeObligation>>> => {
  const changed = await changeObligation(deps, ref, command, by);
  if (!changed.ok || command.do !== "fulfilled") return changed;
  const { obligation, schedule, policy } = changed.value;
  if (obligation.doneAt !== undefined)
    await countAnew(
      deps,
      { org: ref.org, id: ref.object },
      schedule,
      civilDate(obligation.doneAt, policy.calendar.timeZone),
    );
  return changed;
};

/** Counts anew from when it was done what the regulation counts so (S-4), and has the object planned once more. */
const countAnew = async (
  { obligations, now }: Pick<ObligationDeps, "obligations" | "now">,
  ref: ObjectRef,
  { id, rhythm }: Schedule,
  day: CivilDate,
): Promise<void> => {
  if (rhythm.kind !== "after" || !rhythm.repeats) return;
  for (;;) {
    const object = await obligations.object(ref);
    if (object === undefined || object.kind === "house" || (object.lastDone[id] ?? "") >= day) return;
    const next = { ...object, lastDone: { ...object.lastDone, [id]: day }, wakeAt: now() };
    if ((await obligations.saveObject(next)) === "saved") return;
  }
};

const meant = async (deps: ObligationDeps, asked: Fulfilment, schedule: Schedule, day: CivilDate) => {
  const ref = { org: asked.org, id: asked.object ?? houseId(asked.policy) };
  const [from, to] = around(schedule.rhythm, day);
  const records =
    asked.obligation === undefined
      ? await deps.obligations.obligationsOf(ref, from, to)
      : [await deps.obligations.obligation({ org: asked.org, object: ref.id, id: asked.obligation })];
  const all = records
    .filter((one) => one !== undefined)
    .filter((one) => one.schedule === schedule.id)
    .map(({ org, object, id, timeline }) => ({ org, object, id, obligation: obligationOf(timeline) }));
  return meantBy(all, { at: asked.at, day, by: asked.by });
};

/** Marks one obligation done, over whatever the clock does to it meanwhile; whether it still waited for that. */
const mark = async (deps: ObligationDeps, ref: ObligationRef, { at, by }: Fulfilment): Promise<boolean> => {
  const found = await loadObligation(deps, ref);
  if (found === undefined) return false;
  const now = deps.now();
  const event = { type: "fulfilled", at: now, by: { kind: "system" }, doneAt: at, proof: by } as const;
  return (await deps.obligations.saveObligation(grownObligation(found, found.record, [event], now))) === "saved";
};

/**
 * Marks what a schedule asked for as done by a record, which must be written before: the obligation in whose window `at`
 * lies, or the last that was missed, which is late then. The same record again changes nothing, so it is called until it
 * was answered. Answers `nothing` where nobody owed it: the record stands all the same.
 */
export const fulfil = async (deps: ObligationDeps, asked: Fulfilment): Promise<"done" | "already" | "nothing"> => {
  const ground = await policyOf(deps, asked.org, asked.policy);
  const schedule = ground.ok ? ground.value.policy.schedules.find(({ id }) => id === asked.schedule) : undefined;
  if (!ground.ok || schedule === undefined) return "nothing";
  const day = civilDate(asked.at, ground.value.policy.calendar.timeZone);
  const ref = { org: asked.org, id: asked.object ?? houseId(asked.policy) };
  for (let tries = 1; ; tries += 1) {
    const found = await meant(deps, asked, schedule, day);
    if (found !== undefined && found !== "already" && !(await mark(deps, found, asked))) {
      await deps.pause?.(tries);
      continue;
    }
    await countAnew(deps, ref, schedule, day); // of a repeat too: the first may have died before it
    return found === undefined ? "nothing" : found === "already" ? "already" : "done";
  }
};
