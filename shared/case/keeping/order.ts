import type { ErasureId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Act } from "../act.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Rulebook } from "../clocks.ts";
import type { Refusal } from "../fault.ts";
import { notAnOfficer } from "./officer.ts";
import { isHeld, keptNow, keptUntil } from "./retention.ts";

export type EraseCommand = {
  readonly do: "erase";
  readonly reason: string;
  /** The order for a whole person that asks for it. */
  readonly order?: ErasureId | undefined;
};

/**
 * Why nothing of a case may be erased now, whoever asks, and the clock of the engine too: it is held, it is still being
 * dealt with, or a regulation keeps it (AS-63). Undefined when it may.
 */
const notErasable = (rulebook: Rulebook, current: Case, now: Instant): Refusal | undefined => {
  if (isHeld(current)) {
    return { code: "on-hold", says: say("案件处于法定保全", "a legal hold lies on the case"), rules: [] };
  }
  if (current.closedAt === undefined) {
    const says = say(
      "案件尚未办结，办结后方可删除",
      "the case is still being dealt with; it can be erased once it is closed",
    );
    return { code: "case-open", says, rules: [] };
  }
  const kept = keptNow(rulebook, current, now);
  return kept && keptUntil(rulebook, kept);
};

/** Orders the erasure of the personal data of a case. Asked again it changes nothing, so that whoever asks may insist. */
export const erase: Act<EraseCommand> = {
  decide: (rulebook, current, { key, reason: given, order }, asked) => {
    const foreign = notAnOfficer(rulebook.policy, asked.by, []);
    if (foreign !== undefined) return refuse(foreign);
    if (current.erasure !== undefined) return accept([]);
    const no = notErasable(rulebook, current, asked.at);
    if (no !== undefined) return refuse({ ...no, audited: true });
    const reason = clean(given, true);
    return accept([{ type: "erasureOrdered", ...asked, key, why: "asked", how: "anonymise", reason, order }]);
  },
  led: (_policy, event) => event.type === "erasureOrdered",
};
