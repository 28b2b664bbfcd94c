import { say, type Text } from "../../kernel/text.ts";
import { listed } from "../../policy/wording.ts";
import type { Guard } from "../guards.ts";
import { titles } from "../roles.ts";
import { askings } from "./asked.ts";

const planned = (title: Text, by: Text): Text =>
  say(`须先制定“${title["zh-CN"]}”（由${by["zh-CN"]}办理）`, `“${title.en}” comes first; it is for: ${by.en}`);

const verified = (title: Text, by: Text): Text =>
  say(`“${title["zh-CN"]}”尚未由${by["zh-CN"]}验证`, `“${title.en}” is not verified yet; that is for: ${by.en}`);

const carriedOut = (title: Text): Text =>
  say(`“${title["zh-CN"]}”尚未完成`, `“${title.en}” has not been carried out yet`);

/** An action that the regulation makes mandatory must exist, and must have worked, before what it blocks. */
export const correctiveAction: Guard = ({ policy }, current, step) => {
  for (const { rule, is, rules, actions, settled } of askings(policy, current)) {
    if (is !== "owed" || settled || !rule.blocks.includes(step.id)) continue;
    const by = listed(titles(policy, rule.by));
    if (actions.every(({ state }) => state === "OPEN")) {
      return { code: "action-missing", says: planned(rule.title, by), rules };
    }
    const waits = actions.some(({ state }) => state === "DONE");
    const verifiers = listed(titles(policy, rule.verifiedBy));
    const says = waits && rule.verifiedBy.length > 0 ? verified(rule.title, verifiers) : carriedOut(rule.title);
    return { code: "action-unverified", says, rules };
  }
  return undefined;
};
