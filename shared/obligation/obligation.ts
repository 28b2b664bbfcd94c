import type { Answers } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { ObligationEvent, Proof, Slot } from "./event.ts";

/** Where an obligation stands (3.3). Visits alone know more than planned, waived, missed and done; what must be signed is over when it is SIGNED. */
export type ObligationState = "PLANNED" | "WAIVED" | "UNREACHABLE" | "REBOOKED" | "MISSED" | "DONE" | "SIGNED";

/** An obligation as its events tell it. */
export type Obligation = {
  readonly state: ObligationState;
  readonly slot: Slot;
  /** The time that was promised instead of another. */
  readonly appointment?: Instant;
  /** When it was time to remind its visitor, whether or not the mail could go. */
  readonly remindedAt?: Instant;
  /** Since when it is missed; stays when it is made up for. */
  readonly missedAt?: Instant;
  readonly doneAt?: Instant;
  readonly whom?: string;
  readonly answers?: Answers;
  readonly proof?: Proof;
  readonly note?: string;
  /** How often nobody was reached. */
  readonly tries: number;
  /** Whether anybody but the engine has touched it: it is not planned anew then. */
  readonly touched: boolean;
  /** Nothing asks for it any more: it was waived by the engine, and no list of what is asked for shows it. */
  readonly dropped?: boolean;
};

const planned = (slot: Slot): Pick<Obligation, "state" | "slot"> => ({
  state: slot.waived ? "WAIVED" : "PLANNED",
  slot,
});

const evolve = (current: Obligation, event: ObligationEvent): Obligation => {
  switch (event.type) {
    case "planned":
      return current;
    case "replanned": {
      const { remindedAt: _, appointment: __, dropped: ___, ...anew } = current;
      return { ...anew, ...planned(event.slot) };
    }
    case "dropped":
      return { ...current, state: "WAIVED", touched: false, dropped: true }; // planned anew once it is asked for again
    case "reminded":
    case "notReminded":
      return { ...current, remindedAt: event.at };
    case "missed":
      // one that was made and not signed in time is late with the signature alone
      return { ...current, state: current.state === "DONE" ? "DONE" : "MISSED", missedAt: event.at };
    case "done": {
      const { doneAt, whom, answers } = event;
      return { ...current, state: "DONE", touched: true, doneAt, whom, answers };
    }
    case "unreachable":
      return {
        ...current,
        state: current.state === "MISSED" ? "MISSED" : "UNREACHABLE",
        touched: true,
        tries: current.tries + 1,
      };
    case "rebooked": {
      const { remindedAt: _, ...anew } = current;
      return { ...anew, state: "REBOOKED", touched: true, appointment: event.next };
    }
    case "signed":
      return { ...current, state: "SIGNED", touched: true };
    case "fulfilled": {
      const { doneAt, proof, note } = event;
      return { ...current, state: "DONE", touched: true, doneAt, ...(proof && { proof }), ...(note && { note }) };
    }
    case "waived":
      return { ...current, state: "WAIVED", touched: true };
    default:
      return never(event);
  }
};

/** @throws when the first event is not its plan. */
export const obligationOf = ([first, ...rest]: readonly ObligationEvent[]): Obligation => {
  if (first?.type !== "planned") throw new Error("a visit begins with its plan");
  return rest.reduce(evolve, { ...planned(first.slot), tries: 0, touched: false });
};

/** Whether it is still to be made, in its window. */
export const isOpen = ({ state }: Pick<Obligation, "state">): boolean =>
  state === "PLANNED" || state === "UNREACHABLE" || state === "REBOOKED";

/** Whether somebody was met only after the due (of a visit that is done). */
export const isLate = ({ doneAt, slot }: Obligation): boolean => doneAt !== undefined && doneAt >= slot.due;
