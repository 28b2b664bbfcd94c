import { canonicalJson } from "../kernel/canonical.ts";
import { type OrderPage, type OrderRef, type Outcome, type PersonOrder, STAGES, type Stage } from "../privacy/order.ts";
import { A_PAGE, casesOf } from "./person-cases.ts";
import { keptOf } from "./person-kept.ts";
import { customersOf, invitationsOf, mailsOf } from "./person-lists.ts";
import type { ForgetDeps, OrderDeps, StageWork } from "./person-orders.ts";
import { visitedOf } from "./person-visited.ts";

const WORK: Readonly<Record<Stage, StageWork<ForgetDeps>>> = {
  cases: casesOf,
  customers: customersOf,
  visited: visitedOf,
  kept: keptOf,
  surveys: invitationsOf,
  mails: mailsOf,
};

/** As many records at a time as one function has connections for. */
const AT_A_TIME = 8;

const judged = async <D extends OrderDeps>(
  deps: D,
  { judge }: StageWork<D>,
  order: PersonOrder,
  places: readonly string[],
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < places.length; from += AT_A_TIME) {
    const some = places.slice(from, from + AT_A_TIME).map((place) => judge(deps, order, place));
    outcomes.push(...(await Promise.all(some)).filter((one) => one !== undefined));
  }
  return outcomes;
};

type InHand = { readonly order: PersonOrder; readonly page: OrderPage };

/**
 * What is in hand: what was when it stopped, or the next that its stage finds. What that says of the person is stored
 * before anything is done, for what says it may be gone afterwards.
 */
const taken = async <D extends OrderDeps>(
  deps: D,
  { find }: StageWork<D>,
  order: PersonOrder,
): Promise<InHand | "waits" | "overtaken"> => {
  const before = await deps.orders.page(order, order.pages);
  if (before !== undefined) return { order, page: before };
  const found = await find(deps, order);
  if (found === "waits") return found;
  const { places, next, people = [], held = false } = found;
  const all = new Map([...order.people, ...people].map((one) => [canonicalJson(one), one]));
  const known = { ...order, people: [...all.values()], held: order.held || held };
  const isNews = known.people.length > order.people.length || known.held !== order.held;
  if (isNews && (await deps.orders.save(known)) === "overtaken") return "overtaken";
  const page = await deps.orders.openPage(order, order.pages, { places: [...places], next });
  return { order: isNews ? { ...known, version: known.version + 1 } : order, page };
};

/** Where the order goes on: in its stage, in the next one, or nowhere, and then it forgets whom it was about. */
const onwards = (order: PersonOrder, { places, next }: OrderPage, now: PersonOrder["at"]): PersonOrder => {
  const below = order.stage === "cases" && places.length === A_PAGE ? places.at(-1) : next;
  if (below !== undefined) return { ...order, below };
  const stage = STAGES[STAGES.indexOf(order.stage) + 1];
  if (stage === undefined) return { ...order, below: undefined, doneAt: now, reason: "", people: [] };
  return { ...order, below: undefined, stage, stageAt: now };
};

/**
 * Goes through one page of a stage. Twice, by two at a time or stopped in the middle comes to the same: what was in hand is
 * gone through again, and what is gone stays gone.
 */
const goOn = async <D extends OrderDeps>(
  deps: D,
  work: StageWork<D>,
  asked: PersonOrder,
): Promise<"went" | "waits"> => {
  const hand = await taken(deps, work, asked);
  if (hand === "waits") return hand;
  if (hand === "overtaken") return "went"; // somebody else goes through the same page
  const { order, page } = hand;
  const outcomes = page.outcomes ?? (await judged(deps, work, order, page.places));
  if (page.outcomes === undefined) await deps.orders.closePage(order, order.pages, { ...page, outcomes });
  const sum = (isCase: boolean, isKept: boolean) =>
    outcomes.filter(({ of, kept }) => (of === "case") === isCase && (kept !== undefined) === isKept).length;
  const walked = {
    ...order,
    pages: order.pages + 1,
    ordered: order.ordered + sum(true, false),
    kept: order.kept + sum(true, true),
    gone: order.gone + sum(false, false),
    left: order.left + sum(false, true),
  };
  await deps.orders.save(onwards(walked, page, deps.now())); // overtaken: somebody else has gone through the same page
  return "went";
};

/** Orders the erasure of the first cases of a person that nothing keeps: all that may be done without deleting anything. */
export const beginWithCases = async (deps: OrderDeps, order: PersonOrder): Promise<void> => {
  if (order.stage === "cases") await goOn(deps, casesOf, order);
};

/** Goes through all that is left of an order, while there is time and nothing to wait for. */
export const goThrough = async (deps: ForgetDeps, ref: OrderRef, timeLeft: () => boolean): Promise<void> => {
  while (timeLeft()) {
    const order = await deps.orders.load(ref);
    if (order === undefined || order.doneAt !== undefined) return;
    if ((await goOn(deps, WORK[order.stage], order)) === "waits") return;
  }
};
