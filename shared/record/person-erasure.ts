import { notAnOfficer } from "../case/keeping/officer.ts";
import { contactMarks } from "../find/marks.ts";
import { CaseId } from "../kernel/ids.ts";
import { say, type Text } from "../kernel/text.ts";
import type { OrderPage, OrderRef, Outcome, PersonOrder } from "../privacy/order.ts";
import { type Deps, loadCase } from "./change.ts";
import { changeCase } from "./command.ts";
import { idAt, placeOf } from "./store.ts";

/** What keeps the orders to erase a person's data. A person is only ever spelt there by a digest that needs the company's key. */
export type OrderStore = {
  readonly digest: (org: string, said: string) => Promise<string>;
  /** What is filed under a digest, the last received first, below a place. */
  readonly pointed: (
    org: string,
    digest: string,
    span: { readonly below: string | undefined; readonly limit: number },
  ) => Promise<readonly string[]>;
  readonly load: (ref: OrderRef) => Promise<PersonOrder | undefined>;
  readonly begin: (order: PersonOrder) => Promise<"begun" | "exists">;
  /** Writes version N+1 over version N of the order given, and nothing over anything else. */
  readonly save: (order: PersonOrder) => Promise<"saved" | "overtaken">;
  readonly page: (ref: OrderRef, n: number) => Promise<OrderPage | undefined>;
  /** Writes a page that is not there yet, and gives the one that is there then. */
  readonly openPage: (ref: OrderRef, n: number, page: OrderPage) => Promise<OrderPage>;
  readonly closePage: (ref: OrderRef, n: number, page: OrderPage) => Promise<void>;
  /** Orders that have not gone through all cases, the oldest first. */
  readonly waiting: () => Promise<readonly OrderRef[]>;
};

export type OrderDeps = Deps & { readonly orders: OrderStore };

/** Cases that a page holds, and what one request does at most. */
const A_PAGE = 25;
/** As many records at a time as one function has connections for. */
const AT_A_TIME = 8;

const FOREIGN = {
  code: "not-your-role",
  says: say("由该制度的信息保密负责人决定", "for whoever looks after data under that regulation to decide"),
  rules: [],
};
const MENTIONED = {
  code: "not-the-contact",
  says: say(
    "此号码只出现在案件内容中，联系人另有其人，请人工核对",
    "it stands in what the case says, and its contact is somebody else: look at it by hand",
  ),
  rules: [],
};

const sentenceOf = (refusal: { readonly code: string } | { readonly code: string; readonly says: Text }): Text =>
  "says" in refusal ? refusal.says : say("未能决定删除", "its erasure could not be ordered");

/**
 * What comes of one case that the index leads to; undefined for a stale entry. It is read and looked at again: only a case
 * whose contact this is is erased, and only where nothing keeps it.
 */
const judge = async (deps: OrderDeps, order: PersonOrder, place: string): Promise<Outcome | undefined> => {
  const id = CaseId.safeParse(idAt(place)).data;
  const ref = id && ({ kind: "case", org: order.org, id } as const);
  const found = ref && (await loadCase(deps, ref));
  if (ref === undefined || found === undefined || placeOf(found.record) !== place) return undefined;
  const { rulebook, current } = found;
  const policy = rulebook.policy.id;
  if (notAnOfficer(rulebook.policy, order.by, []) !== undefined) return { policy, kept: FOREIGN };
  const told = { caseId: ref.id, number: current.number, policy };
  if (current.erasure !== undefined) return told;
  const marks = await Promise.all(contactMarks(current.contact).map((mark) => deps.orders.digest(order.org, mark)));
  if (!marks.includes(order.mark)) return { ...told, kept: MENTIONED };
  const done = await changeCase(deps, ref, { do: "erase", reason: order.reason, order: order.id }, { by: order.by });
  if (done.ok) return told;
  const rules = "rules" in done.error ? [...done.error.rules] : [];
  return { ...told, kept: { code: done.error.code, says: sentenceOf(done.error), rules } };
};

/** The next cases of an order: those that were in hand when it stopped, or as many more as the index has. */
const nextPage = async ({ orders }: OrderDeps, order: PersonOrder): Promise<OrderPage> => {
  const inHand = await orders.page(order, order.pages);
  if (inHand !== undefined) return inHand;
  const places = await orders.pointed(order.org, order.mark, { below: order.below, limit: A_PAGE });
  return orders.openPage(order, order.pages, { places: [...places] });
};

const judged = async (deps: OrderDeps, order: PersonOrder, places: readonly string[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < places.length; from += AT_A_TIME) {
    const some = places.slice(from, from + AT_A_TIME).map((place) => judge(deps, order, place));
    outcomes.push(...(await Promise.all(some)).filter((one) => one !== undefined));
  }
  return outcomes;
};

/**
 * Goes through one page of the cases of a person and orders the erasure of those that nothing keeps. Twice, by two at a time
 * or stopped in the middle comes to the same: what was in hand is gone through again, and what is ordered stays ordered.
 */
export const goOn = async (deps: OrderDeps, order: PersonOrder): Promise<void> => {
  const { places, outcomes: before } = await nextPage(deps, order);
  const outcomes = before ?? (await judged(deps, order, places));
  if (before === undefined) await deps.orders.closePage(order, order.pages, { places, outcomes });
  const kept = outcomes.filter((one) => one.kept !== undefined).length;
  const walked = {
    ...order,
    pages: order.pages + 1,
    below: places.at(-1) ?? order.below,
    ordered: order.ordered + outcomes.length - kept,
    kept: order.kept + kept,
  };
  const ended = places.length < A_PAGE ? { ...walked, doneAt: deps.now(), reason: "" } : walked;
  await deps.orders.save(ended); // overtaken: somebody else has gone through the same page
};

/** Goes through all that is left of an order, while there is time. */
export const goThrough = async (deps: OrderDeps, ref: OrderRef, timeLeft: () => boolean): Promise<void> => {
  while (timeLeft()) {
    const order = await deps.orders.load(ref);
    if (order === undefined || order.doneAt !== undefined) return;
    await goOn(deps, order);
  }
};
