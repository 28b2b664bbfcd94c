import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { RoutingRule } from "../../policy/follow-up.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import { along } from "./along.ts";
import { type Assignment, awaited, standing } from "./routing.ts";
import { unknownAssignment } from "./sayings.ts";

export type TakeOver = { readonly do: "takeOver"; readonly assignment: number };
export type GiveBack = { readonly do: "giveBack"; readonly assignment: number; readonly reason: string };

type Known = { readonly one: Assignment; readonly rule: RoutingRule };

const known = (policy: Policy, { routing }: Case, assignment: number): Known | undefined => {
  const one = routing.assignments.find((each) => each.assignment === assignment);
  const rule = policy.routing.find(({ id }) => id === one?.route);
  return one === undefined || rule === undefined ? undefined : { one, rule };
};

/** It is for the role that it was given to, and where a person of it was named, for that person alone. */
const notTheirs = (policy: Policy, { one, rule }: Known, by: Actor): Refusal | undefined => {
  const foreign = notOfRoles(policy, by, [one.role], rule.rules);
  if (foreign !== undefined || one.person?.sub === undefined) return foreign;
  const named = one.person.name;
  return by.kind === "staff" && by.sub === one.person.sub
    ? undefined
    : { code: "not-your-role", needs: [say(named, named)], rules: rule.rules };
};

const overtaken = ({ rules }: RoutingRule): Refusal => ({
  code: "nothing-to-do",
  says: say("此交办已接手、退回或另行交办", "this was taken over, given back or given to somebody else"),
  rules,
});

/** Why somebody cannot say now that they have what was given to them. */
export const closedToTake = (policy: Policy, current: Case, assignment: number, by: Actor): Refusal | undefined => {
  const found = known(policy, current, assignment);
  if (found === undefined) return unknownAssignment;
  const foreign = notTheirs(policy, found, by);
  if (foreign !== undefined) return foreign;
  return awaited(current.routing)?.assignment === assignment ? undefined : overtaken(found.rule);
};

/** Why somebody cannot give back what was given to them, whether they have taken it over or not. */
export const closedToReturn = (policy: Policy, current: Case, assignment: number, by: Actor): Refusal | undefined => {
  const found = known(policy, current, assignment);
  if (found === undefined) return unknownAssignment;
  const foreign = notTheirs(policy, found, by);
  if (foreign !== undefined) return foreign;
  return standing(current.routing)?.assignment === assignment ? undefined : overtaken(found.rule);
};

/** Whoever says that they have it answers for it from then on; both names stay (ITS-07, A-47). */
export const takeOver: Act<TakeOver> = {
  decide: (rulebook, current, { assignment, key }, asked) => {
    const closed = closedToTake(rulebook.policy, current, assignment, asked.by);
    if (closed !== undefined) return refuse(closed);
    const moved = along(rulebook, current, known(rulebook.policy, current, assignment)?.rule.taken, asked);
    return moved.ok ? accept([{ type: "assignmentTaken", ...asked, key, assignment }, ...moved.value]) : moved;
  },
  led: (_policy, event, { assignment }) => event.type === "assignmentTaken" && event.assignment === assignment,
};

/** Gives it back with a reason: whoever had it before has it again. */
export const giveBack: Act<GiveBack> = {
  decide: (rulebook, current, { assignment, reason: given, key }, asked) => {
    const closed = closedToReturn(rulebook.policy, current, assignment, asked.by);
    if (closed !== undefined) return refuse(closed);
    const reason = clean(given, true);
    const rules = known(rulebook.policy, current, assignment)?.rule.rules ?? [];
    if (reason === "") {
      const says = say("退回须写明原因", "say why it is given back");
      return refuse({
        code: "bad-fields",
        fields: [{ path: "/reason", code: "required", rule: rules[0], says }],
        rules,
      });
    }
    const moved = along(rulebook, current, known(rulebook.policy, current, assignment)?.rule.returned, asked);
    return moved.ok
      ? accept([{ type: "assignmentReturned", ...asked, key, assignment, reason }, ...moved.value])
      : moved;
  },
  led: (_policy, event, { assignment }) => event.type === "assignmentReturned" && event.assignment === assignment,
};
