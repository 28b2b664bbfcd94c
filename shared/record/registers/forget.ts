import { notAnOfficer } from "../../case/keeping/officer.ts";
import { isHeld, keptUntil } from "../../case/keeping/retention.ts";
import type { Mark } from "../../find/marks.ts";
import type { Instant } from "../../kernel/instant.ts";
import { say } from "../../kernel/text.ts";
import { nameless, withoutMentions } from "../../privacy/forget-kept.ts";
import { mentionedByEntry } from "../../privacy/mentions.ts";
import type { Outcome, PersonOrder } from "../../privacy/order.ts";
import { retentionOf } from "../../register/retention.ts";
import { FOREIGN, type ForgetDeps, HELD } from "../person-orders.ts";
import { leaveOnly } from "./leave.ts";
import { type LoadedEntry, loadEntry } from "./load.ts";

type Forgetting = Pick<ForgetDeps, "entries" | "orgs" | "now">;

const WAITS = {
  code: "entry-open",
  says: say(
    "此条登记尚待办理，办理完毕或作废后方可删除",
    "the entry still waits for something; it can be erased once that is done, or it is struck out",
  ),
  rules: [],
};

const ON_HOLD = { ...HELD, says: say("此条登记处于法定保全", "a legal hold lies on the entry") };

/** Why nothing of an entry may be erased now, whoever asks (COU-09, D-11). */
const keptBy = (found: LoadedEntry, order: PersonOrder, now: Instant): Outcome["kept"] => {
  if (notAnOfficer(found.policy, order.by, []) !== undefined) return FOREIGN;
  if (order.held) return HELD;
  if (isHeld(found.entry)) return ON_HOLD;
  if (found.entry.state === "WAITING") return WAITS;
  const kept = retentionOf(found, found.entry);
  if (kept === undefined || kept.until <= now) return undefined;
  const { code, says, rules } = keptUntil(found, kept);
  return { code, says, rules: [...rules] };
};

/**
 * Forgets somebody in an entry that mentions them: where its form is about people from outside all that was typed goes, and
 * elsewhere, in minutes or a list of the company's own staff, each text that mentions them. Twice is the same.
 * @throws while it has not been told yet what the entry shows to be done: that is said by what goes.
 */
export const forgetInEntry = async (
  deps: Forgetting,
  order: PersonOrder,
  theirs: ReadonlySet<Mark>,
  id: string,
): Promise<Outcome | undefined> => {
  for (;;) {
    const found = await loadEntry(deps, { org: order.org, id });
    if (found === undefined) return undefined;
    const { policy, form, record } = found;
    const told = { of: "entry", policy: policy.id, form: form.id, entryId: id } as const;
    if (record.timeline.some((event) => event.type === "forgotten" && event.order === order.id)) return told;
    if (!mentionedByEntry(record.timeline).some((mark) => theirs.has(mark))) return undefined;
    const now = deps.now();
    const kept = keptBy(found, order, now);
    if (kept !== undefined) return { ...told, kept };
    if (record.owes) throw new Error(`entry ${id} has not told yet what it shows to be done`);
    const isAll = form.entries.people.length > 0;
    const timeline = isAll ? nameless(policy, form, record.timeline) : withoutMentions(record.timeline, theirs);
    const what = isAll ? "all" : "mentions";
    const event = { type: "forgotten", at: now, by: order.by, what, order: order.id } as const;
    if (await leaveOnly(deps, found, { timeline, event })) return told;
  }
};
