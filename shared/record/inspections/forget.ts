import { notAnOfficer } from "../../case/keeping/officer.ts";
import type { Mark } from "../../find/marks.ts";
import { outcomeOf } from "../../inspection/inspection.ts";
import { say } from "../../kernel/text.ts";
import { inspectionWithoutMentions, namelessInspection } from "../../privacy/forget-kept.ts";
import { mentionedByInspection } from "../../privacy/mentions.ts";
import type { Outcome, PersonOrder } from "../../privacy/order.ts";
import { FOREIGN, type ForgetDeps, HELD } from "../person-orders.ts";
import { grownInspection, type LoadedInspection, loadInspection } from "./change.ts";

type Forgetting = Pick<ForgetDeps, "inspections" | "orgs" | "now" | "removeInspected">;

const OPEN = {
  code: "inspection-open",
  says: say(
    "检查发现的问题尚未关闭，关闭后方可删除",
    "what the inspection found is still being put right; it can be erased once that is closed",
  ),
  rules: [],
};

const keptBy = ({ policy, current }: LoadedInspection, order: PersonOrder): Outcome["kept"] => {
  if (notAnOfficer(policy, order.by, []) !== undefined) return FOREIGN;
  if (order.held) return HELD;
  const outcome = outcomeOf(current);
  return !current.entered || (outcome !== "passed" && outcome !== "rectified") ? OPEN : undefined;
};

/** What goes of an inspection: undefined where nothing of it is theirs. */
type Goes = (
  found: LoadedInspection,
) => { readonly what: "all" | "mentions"; readonly timeline: readonly Event[] } | undefined;
type Event = LoadedInspection["record"]["timeline"][number];

const forget = async (deps: Forgetting, order: PersonOrder, id: string, goes: Goes): Promise<Outcome | undefined> => {
  for (;;) {
    const found = await loadInspection(deps, { org: order.org, id });
    if (found === undefined) return undefined;
    const { record, policy } = found;
    const told = { of: "inspection", policy: policy.id, inspectionId: id } as const;
    if (record.timeline.some((event) => event.type === "forgotten" && event.order === order.id)) return told;
    const left = goes(found);
    if (left === undefined) return undefined;
    const kept = keptBy(found, order);
    if (kept !== undefined) return { ...told, kept };
    const now = deps.now();
    if (left.what === "all") await deps.removeInspected(order.org, id);
    const stay = new Set(mentionedByInspection(left.timeline));
    const gone = mentionedByInspection(record.timeline).filter((mark) => !stay.has(mark));
    await deps.inspections.unpoint(
      record,
      gone.map((person) => ({ person })),
    );
    const event = { type: "forgotten", at: now, by: order.by, what: left.what, order: order.id } as const;
    const next = grownInspection(found, { ...record, timeline: [...left.timeline] }, [event], now);
    if ((await deps.inspections.save(next)) === "saved") return told;
  }
};

/** Forgets somebody in an inspection that mentions them: each text that does goes, and all else stays. Twice is the same. */
export const forgetMentionedIn = (
  deps: Forgetting,
  order: PersonOrder,
  theirs: ReadonlySet<Mark>,
  id: string,
): Promise<Outcome | undefined> =>
  forget(deps, order, id, ({ record }) =>
    mentionedByInspection(record.timeline).some((mark) => theirs.has(mark))
      ? { what: "mentions", timeline: inspectionWithoutMentions(record.timeline, theirs) }
      : undefined,
  );

/**
 * Forgets the owner of what was inspected: all that was typed and every photo goes, what was measured and found stays for the
 * company's safety records. Twice is the same.
 */
export const forgetInspected = (deps: Forgetting, order: PersonOrder, id: string): Promise<Outcome | undefined> =>
  forget(deps, order, id, ({ record, current: { filed, forgottenAt } }) =>
    forgottenAt === undefined
      ? { what: "all", timeline: namelessInspection(record.timeline, filed.object ?? "") }
      : undefined,
  );
