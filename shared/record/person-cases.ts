import { notAnOfficer } from "../case/keeping/officer.ts";
import { isHeld } from "../case/keeping/retention.ts";
import { CaseId } from "../kernel/ids.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Outcome, PersonOrder } from "../privacy/order.ts";
import { type Loaded, loadCase } from "./change.ts";
import { changeCase } from "./command.ts";
import { FOREIGN, isMeant, type OrderDeps, type StageWork } from "./person-orders.ts";
import { idAt, placeOf } from "./store.ts";

/** Cases that a page holds, and what one request does at most. */
export const A_PAGE = 25;

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

/** The case at a place of the index; undefined for a stale entry. */
const caseAt = async (deps: OrderDeps, org: Parameters<typeof loadCase>[1]["org"], place: string) => {
  const id = CaseId.safeParse(idAt(place)).data;
  const found = id && (await loadCase(deps, { kind: "case", org, id }));
  return found === undefined || placeOf(found.record) !== place ? undefined : found;
};

/** Orders the erasure of a case of theirs, unless something keeps it. */
const orderCase = async (deps: OrderDeps, order: PersonOrder, found: Loaded, isTheirs: boolean): Promise<Outcome> => {
  const { rulebook, current, record } = found;
  const policy = rulebook.policy.id;
  if (notAnOfficer(rulebook.policy, order.by, []) !== undefined) return { of: "case", policy, kept: FOREIGN };
  const told = { of: "case", caseId: record.id, number: current.number, policy } as const;
  if (current.erasure !== undefined) return told;
  if (!isTheirs) return { ...told, kept: MENTIONED };
  const erase = { do: "erase", reason: order.reason, order: order.id } as const;
  const done = await changeCase(deps, { kind: "case", org: order.org, id: record.id }, erase, { by: order.by });
  if (done.ok) return told;
  const rules = "rules" in done.error ? [...done.error.rules] : [];
  return { ...told, kept: { code: done.error.code, says: sentenceOf(done.error), rules } };
};

/** The case that deals with an opinion of theirs; undefined where the index has led to it already. */
export const orderOpinion = async (deps: OrderDeps, order: PersonOrder, id: CaseId): Promise<Outcome | undefined> => {
  const found = await loadCase(deps, { kind: "case", org: order.org, id });
  if (found === undefined || (await isMeant(deps, order, found.current.contact))) return undefined;
  const { erasure } = found.current;
  if (erasure?.doneAt !== undefined || (erasure !== undefined && erasure.orderedAt < order.at)) return undefined;
  return orderCase(deps, order, found, true);
};

/**
 * The cases that the index leads to. Each is read and looked at again: only a case whose contact this is is ordered to be
 * erased, and only where nothing keeps it.
 */
export const casesOf: StageWork<OrderDeps> = {
  find: async (deps, order) => {
    const places = await deps.orders.pointed(order.org, order.mark, { below: order.below, limit: A_PAGE });
    const found = await Promise.all(places.map((place) => caseAt(deps, order.org, place)));
    const theirs = await Promise.all(
      found.map(async (one) => (one !== undefined && (await isMeant(deps, order, one.current.contact)) ? [one] : [])),
    );
    const people = theirs.flat().map(({ current: { contact } }) => ({ email: contact.email, phone: contact.phone }));
    const held = theirs.flat().some(({ current }) => isHeld(current));
    return { places, people, held };
  },

  judge: async (deps, order, place) => {
    const found = await caseAt(deps, order.org, place);
    return found && orderCase(deps, order, found, await isMeant(deps, order, found.current.contact));
  },
};
