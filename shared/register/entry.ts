import type { Calendar } from "../calendar/calendar.ts";
import type { Actor, StepAnswers } from "../case/actor.ts";
import { plainAnswers } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import type { Instant } from "../kernel/instant.ts";
import { dueOf } from "../policy/due.ts";
import { stepsFor, type TakenStep } from "../policy/entry-steps.ts";
import type { Policy } from "../policy/policy.ts";
import { asking, type Register } from "../policy/register-form.ts";
import { startedBy } from "../policy/since.ts";
import type { EntryEvent, EntryEventOf } from "./event.ts";
import { momentOf } from "./register.ts";

/** The ground on which an entry stands: its register and the regulation that it was written under. */
export type EntryGround = { readonly policy: Policy; readonly form: Register; readonly calendar: Calendar };

type EntryState = "WAITING" | "COMPLETE" | "DECLINED" | "VOID";

/** An entry as its timeline tells it. */
export type Entry = {
  readonly answers: StepAnswers;
  readonly writtenAt: Instant;
  readonly writtenBy: Actor;
  readonly corrections: number;
  readonly state: EntryState;
  /** What still has to be added, in order; only the first can be. */
  readonly waits: readonly TakenStep[];
  readonly taken: readonly EntryEventOf<"taken">[];
  readonly copies: readonly EntryEventOf<"copyTaken">[];
  readonly voided?: EntryEventOf<"voided"> | undefined;
  readonly declined?: EntryEventOf<"declined"> | undefined;
  readonly holds: readonly { readonly id: string; readonly releasedAt?: Instant | undefined }[];
  /** Since when nothing that was typed is left of it. */
  readonly forgottenAt?: Instant | undefined;
};

const last = <T extends EntryEvent["type"]>(events: readonly EntryEvent[], type: T): EntryEventOf<T> | undefined =>
  events.findLast((event): event is EntryEventOf<T> => event.type === type);

const all = <T extends EntryEvent["type"]>(events: readonly EntryEvent[], type: T): readonly EntryEventOf<T>[] =>
  events.filter((event): event is EntryEventOf<T> => event.type === type);

/** Whoever writes an application has consented to it in the first of the roles whose consent it needs (CAL-07). */
const byWriting = (steps: readonly TakenStep[], by: Actor): string | undefined =>
  steps.find(({ review }) => review !== undefined && actsAs(by, [review]))?.id;

/** @throws on a timeline that nobody began. */
export const entryOf = (
  { policy, form }: Pick<EntryGround, "policy" | "form">,
  events: readonly EntryEvent[],
): Entry => {
  const written = events.find((event): event is EntryEventOf<"written"> => event.type === "written");
  if (written === undefined) throw new Error("an entry begins by being written");
  const said = events.findLastIndex(({ type }) => type === "written" || type === "corrected");
  const { answers } = last(events, "corrected") ?? written;
  const since = events.slice(said);
  const taken = all(since, "taken");
  const steps = stepsFor(asking(policy, form), form, plainAnswers(answers));
  const consent = byWriting(steps, written.by);
  const forgotten = events.findLast((event) => event.type === "forgotten" && event.what === "all");
  const left = steps.filter(({ id }) => id !== consent && !taken.some(({ step }) => step === id));
  const waits = forgotten === undefined ? left : []; // nobody adds to what is gone
  const [voided, declined] = [last(events, "voided"), last(events, "declined")];
  const open = waits.length > 0 ? "WAITING" : "COMPLETE";
  return {
    answers,
    writtenAt: written.at,
    writtenBy: written.by,
    corrections: all(events, "corrected").length,
    state: voided !== undefined ? "VOID" : declined !== undefined ? "DECLINED" : open,
    waits: voided === undefined && declined === undefined ? waits : [],
    taken,
    copies: all(since, "copyTaken"),
    voided,
    declined,
    holds: all(events, "held").map(({ hold: id }) => ({
      id,
      releasedAt: all(events, "holdReleased").find(({ hold }) => hold === id)?.at,
    })),
    forgottenAt: forgotten?.at,
  };
};

/** By when the next thing has to be added; undefined where no clock of the regulation says so. */
export const dueOfEntry = ({ policy, form, calendar }: EntryGround, entry: Entry): Instant | undefined => {
  const clock = policy.clocks.find(({ id }) => id === entry.waits[0]?.clock);
  if (clock === undefined) return undefined;
  const facts = plainAnswers(entry.answers);
  const from = startedBy(policy, clock, facts) ?? momentOf(policy, form, entry.answers, entry.writtenAt);
  const due = dueOf(policy, clock, { from, facts, calendar });
  return due.applies === true && due.state === "RUNNING" ? due.effectiveDue : undefined;
};

/** Whether an entry counts at all: it was neither struck out nor refused. */
export const stands = ({ state }: Pick<Entry, "state">): boolean => state === "WAITING" || state === "COMPLETE";
