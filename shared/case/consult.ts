import { say } from "../kernel/text.ts";
import { holds } from "../policy/holds.ts";
import { listed } from "../policy/wording.ts";
import type { Guard } from "./guards.ts";
import { titles } from "./roles.ts";

/**
 * Somebody whom the case makes necessary to ask has not answered yet (CCF-18): the clock of the consultation says by which
 * event they do. A consultation without a clock is asked for in words alone.
 */
export const consultation: Guard = ({ policy }, current, step) => {
  const open = policy.routing.find(({ kind, blocks, when, within }) => {
    const answered = policy.clocks.find(({ id }) => id === within)?.stop;
    if (kind !== "consult" || answered === undefined || !blocks.includes(step.id)) return false;
    return holds(policy, when, current.facts).is === true && current.happened[answered] === undefined;
  });
  if (open === undefined) return undefined;
  const who = listed(titles(policy, open.to));
  const needs = listed(open.needs);
  const says = say(`须先有${who["zh-CN"]}的答复：${needs["zh-CN"]}`, `${who.en} must answer first: ${needs.en}`);
  return { code: "consultation-open", says, rules: open.rules };
};
