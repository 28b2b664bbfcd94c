import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { RoutingRule } from "../../policy/follow-up.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import { listed } from "../../policy/wording.ts";
import type { Act } from "../act.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import type { Guard } from "../guards.ts";
import { notOfRoles, titles } from "../roles.ts";
import { unknownRoute } from "./sayings.ts";

export type RecordNeed = {
  readonly do: "recordNeed";
  readonly route: string;
  readonly need: number;
  readonly text: string;
};

/** One thing that must be there before a route; `recordable` where no event of the workflow is what brings it. */
type Need = { readonly need: number; readonly says: Text; readonly recordable: boolean; readonly met: boolean };

/** Which of the things that must be there before a route are there; the first is 1. */
export const needsOf = (rule: RoutingRule, { happened, routing }: Case): readonly Need[] =>
  rule.needs.map(({ on, ...says }, at) => ({
    need: at + 1,
    says,
    recordable: on === undefined,
    met:
      (on !== undefined && happened[on] !== undefined) ||
      routing.needs.some(({ route, need }) => route === rule.id && need === at + 1),
  }));

/** Whether a level of service was tried and its failure recorded; a route without such an event, whether it was used. */
const failed = ({ id, failed: event }: RoutingRule, { happened, routing }: Case): boolean =>
  event === undefined ? routing.assignments.some(({ route }) => route === id) : happened[event] !== undefined;

/** Why a route is not open yet: a level before it was not tried in vain, or something that it needs is not there. */
export const routeClosed = (policy: Policy, rule: RoutingRule, current: Case): Refusal | undefined => {
  const before = policy.routing.filter((one) => rule.after.includes(one.id) && !failed(one, current));
  if (before.length > 0) {
    const first = listed(before.map(({ title }) => title));
    return {
      code: "level-not-failed",
      says: say(`须先记录以下级别未能解决：${first["zh-CN"]}`, `first record that this did not solve it: ${first.en}`),
      rules: rule.rules,
    };
  }
  const missing = needsOf(rule, current).filter(({ met }) => !met);
  if (missing.length === 0) return undefined;
  const what = listed(missing.map(({ says }) => says));
  if (rule.kind !== "consult") {
    return {
      code: "route-needs",
      says: say(`须先具备：${what["zh-CN"]}`, `needed first: ${what.en}`),
      rules: rule.rules,
    };
  }
  const who = listed(titles(policy, rule.to));
  const says = say(`须先有${who["zh-CN"]}的答复：${what["zh-CN"]}`, `${who.en} must answer first: ${what.en}`);
  return { code: "consultation-open", says, rules: rule.rules };
};

/** Steps that wait for a route: levels in their order, an authorisation, a consultation (ITS-27, ITS-28, MCH-13, DTS-16). */
export const routed: Guard = ({ policy }, current, step) =>
  policy.routing
    .filter((rule) => rule.blocks.includes(step.id) && holds(policy, rule.when, current.facts).is === true)
    .map((rule) => routeClosed(policy, rule, current))
    .find((closed) => closed !== undefined);

/** Who may say that what a route needs is there: who uses the route, and who takes the steps that wait for it. */
export const needRecorders = (policy: Policy, { by, blocks }: RoutingRule): readonly string[] => [
  ...new Set([
    ...by,
    ...(policy.workflow?.steps ?? []).filter(({ id }) => blocks.includes(id)).flatMap((step) => step.by),
  ]),
];

const NEEDED = say("请写明内容，如授权人和时间", "say what was given, by whom and when");

/** Records that something which a route needs is there, in words, by name and time (ITS-27: the customer's authorisation). */
export const recordNeed: Act<RecordNeed> = {
  decide: ({ policy }, current, { route, need, text: given, key }, asked) => {
    const rule = policy.routing.find(({ id }) => id === route);
    const found = rule === undefined ? undefined : needsOf(rule, current).find((one) => one.need === need);
    if (rule === undefined || found === undefined || !found.recordable) return refuse(unknownRoute);
    const { rules } = rule;
    const foreign = notOfRoles(policy, asked.by, needRecorders(policy, rule), rules);
    if (foreign !== undefined) return refuse(foreign);
    if (found.met) return refuse({ code: "nothing-to-do", says: say("此项已具备", "this is there already"), rules });
    const text = clean(given, true);
    if (text === "") {
      return refuse({
        code: "bad-fields",
        fields: [{ path: "/text", code: "required", rule: rules[0], says: NEEDED }],
        rules,
      });
    }
    return accept([{ type: "needRecorded", ...asked, key, route, need, text }]);
  },
  led: (_policy, event, { route, need }) =>
    event.type === "needRecorded" && event.route === route && event.need === need,
};
