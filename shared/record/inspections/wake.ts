import type { InspectionEvent } from "../../inspection/event.ts";
import { type Asking, inspectionWork } from "../../inspection/owed.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { KeptRef } from "../kept.ts";
import type { Fulfilment } from "../obligations/fulfil.ts";
import type { Posted } from "../wake.ts";
import { grownInspection, type InspectionDeps, type LoadedInspection, loadInspection } from "./change.ts";
import { keepLedger } from "./ledger.ts";

export type InspectionWaker = InspectionDeps & {
  /** Marks what was owed by calendar as done by an inspection; saying it again changes nothing. */
  readonly fulfil: (done: Fulfilment) => Promise<"done" | "already" | "nothing">;
  /** Asks somebody for something; the same mail has the same name. */
  readonly ask: (inspection: LoadedInspection, asking: Asking) => Promise<Posted>;
};

/** More than one inspection can ask for at once; what is left over waits a minute. */
const MOST = 50;

/** An inspection of one object is owed of it, or of the company as a whole where the regulation names no objects. */
const fulfilBy = async ({ fulfil }: InspectionWaker, { record, current: { filed } }: LoadedInspection) => {
  const { org, id, policy } = record;
  const { schedule, object, doneAt: at } = filed;
  const done = { org, policy: policy.id, schedule, at, by: { kind: "inspection", id } };
  if (object !== undefined && (await fulfil({ ...done, object })) !== "nothing") return;
  await fulfil(done);
};

const happened = async (
  waker: InspectionWaker,
  found: LoadedInspection,
  at: Instant,
): Promise<InspectionEvent | undefined> => {
  const said = { at, by: { kind: "system" } } as const;
  const { work } = inspectionWork(found, found.current, at);
  if (work === undefined) return undefined;
  if (work.is === "enter") {
    await keepLedger(waker, found);
    await fulfilBy(waker, found);
    return { ...said, type: "entered" };
  }
  if (work.is === "lapse") return { ...said, type: "overdue", n: work.n, clock: work.due.clock, due: work.due.due };
  const { asks, about } = work.asking;
  const posted = await waker.ask(found, work.asking);
  if (posted.is === "later") throw new Error(posted.why);
  if (posted.is === "impossible") return { ...said, type: "notTold", asks, about: [...about], why: posted.why };
  return { ...said, type: "told", asks, about: [...about], mail: posted.messageId };
};

/**
 * Does what an inspection is woken for, one write after another: it is entered in the ledger of its object,
 * what was owed is marked as done, people are told who must act, and says what is overdue. Killed between two writes it goes on with the same one.
 * @throws when a mail cannot be sent now: the next minute tries again.
 */
export const wakeInspection = async (waker: InspectionWaker, ref: KeptRef): Promise<void> => {
  for (let done = 0; done < MOST; done += 1) {
    const found = await loadInspection(waker, ref);
    if (found === undefined || found.record.wakeAt === undefined) return;
    const now = waker.now();
    const event = await happened(waker, found, now);
    const saved = await waker.inspections.save(
      grownInspection(found, found.record, event === undefined ? [] : [event], now),
    );
    if (event === undefined || saved === "overtaken") return;
  }
};
