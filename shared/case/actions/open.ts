import { type both, say } from "../../kernel/text.ts";
import type { Opens } from "../open.ts";
import { actsAs } from "../roles.ts";
import { askings } from "./asked.ts";
import { doneFields, planFields, verificationFields } from "./fields.ts";
import { closedToFinish, closedToVerify } from "./finish.ts";
import { closedToPlan } from "./plan.ts";

const titled = (verb: { zh: string; en: string }, title: ReturnType<typeof both>) =>
  say(`${verb.zh}：${title["zh-CN"]}`, `${verb.en}: ${title.en}`);

/** Planning what is owed or was sent back; one that nobody demands is offered to those who may take it. */
const plans: Opens = ({ policy }, current, by) =>
  askings(policy, current)
    .filter(({ rule, is, actions }) => {
      if (is === "not-tracked") return false;
      const waits = actions.some(({ state }) => state === "OPEN" || state === "REOPENED");
      return waits || (is === "owed" && actions.length === 0) || (is === "free" && actsAs(by, rule.by));
    })
    .map(({ rule, rules }) => ({
      act: "planAction",
      of: rule.id,
      title: titled({ zh: "制定措施", en: "Plan the action" }, rule.title),
      rules,
      path: "actions",
      given: { corrective: rule.id },
      fields: planFields(policy, rule),
      closed: closedToPlan(policy, current, rule, by),
    }));

/** Saying that a planned action is done, and verifying one that is. */
const turns: Opens = ({ policy }, current, by) =>
  current.actions.flatMap((action) => {
    const rule = policy.corrective.find(({ id }) => id === action.corrective);
    const { plan, state, id } = action;
    if (rule === undefined || plan === undefined || state === "VERIFIED") return [];
    const known = { action: { ...action, plan }, rule };
    const common = { of: id, rules: rule.rules, given: {} };
    if (state !== "DONE") {
      const title = titled({ zh: "措施已完成", en: "Action done" }, rule.title);
      const closed = closedToFinish(policy, known, by);
      return [{ ...common, act: "finishAction", title, path: `actions/${id}/done`, fields: doneFields, closed }];
    }
    if (rule.verifiedBy.length === 0) return [];
    const title = titled({ zh: "验证措施", en: "Verify the action" }, rule.title);
    const closed = closedToVerify(policy, known, by);
    const path = `actions/${id}/verification`;
    return [{ ...common, act: "verifyAction", title, path, fields: verificationFields, closed }];
  });

/** What can be done now about the corrective actions of a case. */
export const openActions: Opens = (...asked) => [...plans(...asked), ...turns(...asked)];
