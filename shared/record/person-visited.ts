import { notAnOfficer } from "../case/keeping/officer.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { forgetMet, forgetVisited } from "../privacy/forget.ts";
import type { PersonOrder } from "../privacy/order.ts";
import { forgetInspected } from "./inspections/forget.ts";
import { policyOf } from "./intake.ts";
import type { ObjectRef, ObligationRef } from "./obligations/obligations.ts";
import { searched } from "./person-lists.ts";
import { FOREIGN, type ForgetDeps, HELD, isMeant, type StageWork } from "./person-orders.ts";

/** Takes who was met and what they said out of one visit. */
const forgetVisit = async ({ obligations, orgs }: ForgetDeps, ref: ObligationRef): Promise<void> => {
  for (;;) {
    const record = await obligations.obligation(ref);
    if (record === undefined) return;
    const policy = await orgs.policy(record.org, record.policy);
    const timeline = record.timeline.map((event) => forgetMet(policy, event));
    if (canonicalJson(timeline) === canonicalJson(record.timeline)) return;
    if ((await obligations.saveObligation({ ...record, timeline })) === "saved") return;
  }
};

/** What is visited with them as its contact: the object first, by which whoever was stopped knows that its visits follow. */
const forgetObject = async (deps: ForgetDeps, order: PersonOrder, ref: ObjectRef) => {
  for (;;) {
    const object = await deps.obligations.object(ref);
    if (object === undefined) return undefined;
    const gone = object.erasedAt !== undefined && object.erasedAt >= order.at;
    if (!gone && !(await isMeant(deps, order, object.contact))) return undefined;
    const ground = await policyOf(deps, order.org, object.policy);
    const told = { of: "visited", policy: object.policy } as const;
    if (!ground.ok || notAnOfficer(ground.value.policy, order.by, []) !== undefined) return { ...told, kept: FOREIGN };
    if (order.held) return { ...told, object: object.id, kept: HELD };
    const next = forgetVisited(ground.value.policy, object, deps.now());
    if (!gone && (await deps.obligations.saveObject(next)) === "overtaken") continue;
    for (const { org, object: of, id } of await deps.obligations.obligationsOf(ref))
      await forgetVisit(deps, { org, object: of, id });
    return { ...told, object: object.id };
  }
};

/** An inspection of something of theirs; nothing else has such a name. */
const INSPECTION = "inspection#";

/** The inspections that the ledger of an object names. */
const inspectionsOf = async ({ inspected }: ForgetDeps, ref: ObjectRef): Promise<readonly string[]> =>
  ((await inspected.one(ref))?.made ?? []).map(({ id }) => `${INSPECTION}${id}`);

/** What is visited, the visits of it, and what was inspected there. */
export const visitedOf: StageWork<ForgetDeps> = {
  find: async (deps, order) => {
    const found = await searched(
      deps,
      order,
      (limit, cursor) => deps.obligations.objects(order.org, limit, cursor),
      ({ contact: { email, phone } }) => ({ email, phone }),
    );
    const inspections = await Promise.all(found.places.map((id) => inspectionsOf(deps, { org: order.org, id })));
    return { ...found, places: [...found.places, ...inspections.flat()] };
  },
  judge: (deps, order, place) =>
    place.startsWith(INSPECTION)
      ? forgetInspected(deps, order, place.slice(INSPECTION.length))
      : forgetObject(deps, order, { org: order.org, id: place }),
};
