import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { type Decided, type EntryCommand, nothing, reasonFault } from "./command.ts";
import type { Entry } from "./entry.ts";

/** Puts a legal hold on an entry, or ends one: until the last is released nothing of it is erased (D-11). */
export const holdEntry = (
  { holds, forgottenAt }: Entry,
  command: EntryCommand & { do: "hold" | "release" },
  asked: Asked,
): Decided => {
  const { key } = command;
  const reason = clean(command.reason, true);
  const fields = reasonFault(reason);
  if (command.do === "release") {
    const held = holds.find(({ id }) => id === command.hold);
    if (held === undefined)
      return refuse({ code: "unknown-hold", says: say("没有此冻结", "there is no such hold"), rules: [] });
    if (held.releasedAt !== undefined) return nothing([], say("此冻结已解除", "this hold has been released"));
    if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: [] });
    return accept([{ type: "holdReleased", ...asked, key, hold: command.hold, reason }]);
  }
  if (forgottenAt !== undefined) {
    const says = say("个人信息已删除，无法再冻结", "its data has been erased; a hold comes too late");
    return refuse({ code: "erasure-ordered", says, rules: [] });
  }
  if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: [] });
  return accept([{ type: "held", ...asked, key, hold: `hold-${holds.length + 1}`, reason }]);
};
