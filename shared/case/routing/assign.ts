import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { RoutingRule } from "../../policy/follow-up.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import { sayCondition } from "../../policy/wording.ts";
import type { Act, Decision } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { holders, notOfRoles, titles } from "../roles.ts";
import { along } from "./along.ts";
import { routeClosed } from "./needs.ts";
import { unknownRoute } from "./sayings.ts";

export type Assign = {
  readonly do: "assign";
  readonly route: string;
  /** One of those to whom the route gives; absent where there is one. */
  readonly role?: string | undefined;
  readonly person?: { readonly sub?: string | undefined; readonly name: string } | undefined;
  /** Nobody of that role is there: whoever stands in gets it (ITS-07). */
  readonly absent?: boolean | undefined;
  readonly note?: string | undefined;
  /** To the step that goes with the route. */
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
};

const GIVES: ReadonlySet<RoutingRule["kind"]> = new Set([
  "first-contact",
  "assign",
  "transfer",
  "substitute",
  "escalate",
  "dispatch",
  "lead",
]);

/** The roles to whom a route gives a case; none where it only tells, consults or orders levels. */
export const giftedBy = ({ roles }: Policy, { kind, to }: RoutingRule): readonly string[] =>
  GIVES.has(kind) ? to.filter((role) => roles.some(({ id }) => id === role)) : [];

/** Who may use a route. One stands in for whoever is away: those who give to them do so, and they themselves. */
export const usersOf = (policy: Policy, rule: RoutingRule): readonly string[] => {
  if (rule.kind === "substitute") {
    const givers = policy.routing.filter((one) => one.id !== rule.id && one.to.some((role) => rule.by.includes(role)));
    return [...new Set([...givers.flatMap(({ by }) => by), ...rule.by])];
  }
  return rule.by.length > 0 ? rule.by : holders(policy, "register");
};

/** Why somebody cannot use a route now. */
export const closedRoute = (policy: Policy, rule: RoutingRule, current: Case, by: Actor): Refusal | undefined => {
  const { rules } = rule;
  const foreign = notOfRoles(policy, by, usersOf(policy, rule), rules);
  if (foreign !== undefined) return foreign;
  if (rule.when !== undefined && holds(policy, rule.when, current.facts).is !== true) {
    return { code: "not-for-this-case", only: sayCondition(policy, rule.when), rules };
  }
  return routeClosed(policy, rule, current);
};

const bad = (path: string, says: Text, rules: readonly string[]): Decision =>
  refuse({ code: "bad-fields", fields: [{ path, code: "invalid", rule: rules[0], says }], rules });

/** To whom it goes: the role named, or who stands in for it. Undefined where the regulation names nobody for that. */
const recipient = (policy: Policy, role: string, absent: boolean): { role: string; insteadOf?: string } | undefined => {
  if (!absent) return { role };
  const stand = policy.routing.find(({ kind, by }) => kind === "substitute" && by.includes(role));
  const [other] = stand === undefined ? [] : giftedBy(policy, stand);
  return other === undefined ? undefined : { role: other, insteadOf: role };
};

/**
 * Gives a case to a role by a route of the regulation, with the step that goes with it. Whoever had it answers for it until
 * the other says that they have it; one that nobody has taken over yet is overtaken by the next.
 */
export const assign: Act<Assign> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const rule = policy.routing.find(({ id }) => id === command.route);
    const roles = rule === undefined ? [] : giftedBy(policy, rule);
    if (rule === undefined || roles.length === 0) return refuse(unknownRoute);
    const { rules } = rule;
    const closed = closedRoute(policy, rule, current, asked.by);
    if (closed !== undefined) return refuse(closed);
    const chosen = command.role ?? (roles.length === 1 ? roles[0] : undefined);
    if (chosen === undefined || !roles.includes(chosen)) {
      const names = titles(policy, roles).map((title, at) =>
        say(`${roles[at]}（${title["zh-CN"]}）`, `${roles[at]} (${title.en})`),
      );
      return bad(
        "/role",
        say(`请选择：${names.map((one) => one["zh-CN"]).join("、")}`, `one of ${names.map(({ en }) => en).join(", ")}`),
        rules,
      );
    }
    const to = recipient(policy, chosen, command.absent ?? false);
    if (to === undefined)
      return bad("/absent", say("制度未规定由谁代理", "the regulation names nobody who stands in"), rules);
    const moved = along(rulebook, current, rule.step, asked, command.answers);
    if (!moved.ok) return moved;
    const assignment = current.routing.assignments.length + 1;
    const name = clean(command.person?.name ?? "", false);
    const person = name === "" ? undefined : { sub: command.person?.sub, name };
    const note = clean(command.note ?? "", true) || undefined;
    const { key, route } = command;
    return accept([{ type: "assigned", ...asked, key, assignment, route, ...to, person, note }, ...moved.value]);
  },
  led: (_policy, event, { route }) => event.type === "assigned" && event.route === route,
};
