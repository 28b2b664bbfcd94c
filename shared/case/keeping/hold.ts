import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Act, Decision } from "../act.ts";
import { clean } from "../clean.ts";
import { notAnOfficer } from "./officer.ts";

export type HoldCommand = { readonly do: "hold"; readonly reason: string };
export type ReleaseCommand = { readonly do: "release"; readonly hold: string; readonly reason: string };

/** A reason must be words. */
const reasonNeeded: Decision = refuse({
  code: "bad-fields",
  fields: [{ path: "/reason", code: "required", says: say("须写明原因", "a reason is needed") }],
  rules: [],
});

/** Puts a legal hold on a case: nothing of it is erased until the last one is released (D-11). */
export const hold: Act<HoldCommand> = {
  decide: ({ policy }, current, { key, reason: given }, asked) => {
    const foreign = notAnOfficer(policy, asked.by, []);
    if (foreign !== undefined) return refuse(foreign);
    if (current.erasure !== undefined) {
      return refuse({
        code: "erasure-ordered",
        says: say("已决定删除个人信息，无法再冻结", "the erasure has been decided; a hold comes too late"),
        rules: [],
      });
    }
    const reason = clean(given, true);
    if (reason === "") return reasonNeeded;
    return accept([{ type: "held", ...asked, key, hold: `hold-${current.holds.length + 1}`, reason }]);
  },
  led: (_policy, event, { reason }) => event.type === "held" && event.reason === clean(reason, true),
};

/** Ends one hold; another one goes on holding. */
export const release: Act<ReleaseCommand> = {
  decide: ({ policy }, current, { key, hold: id, reason: given }, asked) => {
    const foreign = notAnOfficer(policy, asked.by, []);
    if (foreign !== undefined) return refuse(foreign);
    const held = current.holds.find((one) => one.id === id);
    if (held === undefined)
      return refuse({ code: "unknown-hold", says: say("没有此冻结", "there is no such hold"), rules: [] });
    if (held.releasedAt !== undefined)
      return refuse({ code: "nothing-to-do", says: say("此冻结已解除", "this hold has been released"), rules: [] });
    const reason = clean(given, true);
    return reason === "" ? reasonNeeded : accept([{ type: "holdReleased", ...asked, key, hold: id, reason }]);
  },
  led: (_policy, event, { hold: id }) => event.type === "holdReleased" && event.hold === id,
};
