import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { RoutingRule } from "../../policy/follow-up.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act, Decision } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { actsAs, notOfRoles } from "../roles.ts";
import { notNow } from "../step.ts";
import { along } from "./along.ts";
import type { Opinion } from "./routing.ts";
import { unknownRoute } from "./sayings.ts";

export type GiveOpinion = {
  readonly do: "giveOpinion";
  readonly route: string;
  readonly text: string;
  readonly agrees?: boolean | undefined;
};

/** A route by which departments are heard, and which moves the case when they disagree. */
export const hears = ({ kind, step }: RoutingRule): boolean => kind === "arbitrate" && step !== undefined;

/** Opinions since the last ruling: those before it have been ruled on. */
export const openOpinions = (policy: Policy, rule: RoutingRule, { routing, timeline }: Case): readonly Opinion[] => {
  const steps = policy.workflow?.steps ?? [];
  const disputed = steps.find(({ id }) => id === rule.step)?.to;
  const rulings = steps.filter(({ from }) => disputed !== undefined && from.includes(disputed)).map(({ id }) => id);
  const ruled = timeline.findLast((event) => event.type === "step" && rulings.includes(event.step))?.at;
  return routing.opinions.filter(({ route, at }) => route === rule.id && (ruled === undefined || at > ruled));
};

/** Why somebody's department cannot be heard now. */
export const closedToOpine = (policy: Policy, rule: RoutingRule, by: Actor): Refusal | undefined =>
  notOfRoles(policy, by, rule.by, rule.rules);

const bad = (path: string, says: Text, rules: readonly string[]): Decision =>
  refuse({ code: "bad-fields", fields: [{ path, code: "required", rule: rules[0], says }], rules });

/**
 * Records what a department holds. Once two disagree, the case goes to whoever rules between them, and nobody else moves it
 * on (ITS-16). Whether they do, the second says: no machine reads it out of their words.
 */
export const giveOpinion: Act<GiveOpinion> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const rule = policy.routing.find((one) => one.id === command.route && hears(one));
    if (rule === undefined) return refuse(unknownRoute);
    const { rules } = rule;
    const foreign = closedToOpine(policy, rule, asked.by);
    if (foreign !== undefined) return refuse(foreign);
    const step = policy.workflow?.steps.find(({ id }) => id === rule.step);
    const late = step === undefined ? undefined : notNow(rulebook, current, step);
    if (late !== undefined) return refuse(late);
    const role = rule.by.find((one) => actsAs(asked.by, [one])) ?? "";
    const others = openOpinions(policy, rule, current).filter((one) => one.role !== role);
    const text = clean(command.text, true);
    if (text === "") return bad("/text", say("请写明意见", "an opinion needs words"), rules);
    const agrees = others.length === 0 ? undefined : command.agrees;
    if (others.length > 0 && agrees === undefined) {
      return bad(
        "/agrees",
        say("请说明与其他部门意见是否一致", "say whether it agrees with the other department"),
        rules,
      );
    }
    const { key, route } = command;
    const moved = agrees === false ? along(rulebook, current, rule.step, asked) : accept([]);
    return moved.ok
      ? accept([{ type: "opinionGiven", ...asked, key, route, role, text, agrees }, ...moved.value])
      : moved;
  },
  led: (_policy, event, { route, text }) =>
    event.type === "opinionGiven" && event.route === route && event.text === clean(text, true),
};
