import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs, holders, notOfRoles } from "../case/roles.ts";
import { say } from "../kernel/text.ts";
import type { Corrective } from "../policy/liability.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { Filed } from "./event.ts";
import type { Finding } from "./finding.ts";

/** The regulation and the recurring inspection of it that something was inspected by. */
export type Ground = { readonly policy: Policy; readonly schedule: Schedule };

/** The event of the policies that has happened when a finding is recorded and after which its signature is given. */
const FOUND = "findingRecorded";

/** The recurring inspections of a regulation. */
export const inspections = ({ schedules }: Policy): readonly Schedule[] =>
  schedules.filter(({ duty }) => duty.is === "inspection");

/** The duty of a recurring inspection. @throws on a schedule of anything else. */
export const dutyOf = ({ duty, id }: Schedule) => {
  if (duty.is !== "inspection") throw new Error(`${id} is no schedule of inspections`);
  return duty;
};

/** By which of the regulation's rules a finding is put right: one that names the inspection, else one that names none. */
export const procedureOf = ({ policy, schedule }: Ground): Corrective | undefined => {
  const rules = policy.corrective.flatMap((one) => (one.trigger.on === "finding" ? [{ one, of: one.trigger.of }] : []));
  return (rules.find(({ of }) => of.includes(schedule.id)) ?? rules.find(({ of }) => of.length === 0))?.one;
};

/** Which event is the beginning of a finding for the clocks of the regulation. */
export const foundOf = (ground: Ground): string => {
  const trigger = procedureOf(ground)?.trigger;
  return trigger?.on === "finding" ? trigger.found : FOUND;
};

const rolesOf = ({ policy }: Ground, named: readonly string[]): readonly string[] =>
  named.filter((role) => policy.roles.some(({ id }) => id === role));

/** Who signs for a finding before anything is done about it (PSI-08); nobody where no regulation asks for it. */
export const signersOf = ({ policy }: Ground): readonly string[] =>
  policy.signoffs.find(({ after }) => after === FOUND)?.by ?? [];

/** Who sees to it that it is put right; whoever inspects writes it down for somebody outside of the company (BCE-10). */
export const rectifiersOf = (ground: Ground): readonly string[] => {
  const named = rolesOf(ground, procedureOf(ground)?.by ?? []);
  if (named.length > 0) return named;
  return procedureOf(ground) === undefined ? holders(ground.policy, "note") : ground.schedule.by;
};

/** Who verifies: the inspecting side, never the one that is inspected (PSI-09). */
export const verifiersOf = (ground: Ground): readonly string[] => {
  const { verifiedBy } = dutyOf(ground.schedule);
  const named = verifiedBy === undefined ? (procedureOf(ground)?.verifiedBy ?? []) : [verifiedBy];
  const roles = rolesOf(ground, named);
  return roles.length > 0 ? roles : ground.schedule.by;
};

const isPerson = (by: Actor, sub: string | undefined): boolean => by.kind === "staff" && by.sub === sub;

/** Whether somebody is of the side that is inspected, whatever else they are (ITS-01, decision 020). */
export const isInspected = ({ schedule }: Ground, by: Actor): boolean => actsAs(by, dutyOf(schedule).inspects);

const sameSide = (ground: Ground, rules: readonly string[]): Refusal => ({
  code: "same-side",
  says: say(
    "被检查的一方及其人员不能检查或验证自己的工作",
    "whoever is inspected, or answers for it, neither inspects nor verifies it",
  ),
  rules: rules.length > 0 ? rules : ground.schedule.rules,
});

/** Why somebody may not hand such an inspection in (AS-79). */
export const notToInspect = (ground: Ground, by: Actor): Refusal | undefined => {
  const { policy, schedule } = ground;
  if (isInspected(ground, by)) return sameSide(ground, schedule.rules);
  return notOfRoles(policy, by, schedule.by, schedule.rules);
};

/** Why somebody may not sign: a head who is named signs in person. */
export const notToSign = (ground: Ground, { head }: Filed, by: Actor): Refusal | undefined => {
  const { policy } = ground;
  const rules = policy.signoffs.find(({ after }) => after === FOUND)?.rules ?? [];
  if (head?.sub !== undefined && !isPerson(by, head.sub))
    return { code: "not-your-role", needs: [say(head.name, head.name)], rules };
  return notOfRoles(policy, by, signersOf(ground), rules);
};

/** Why somebody may not say who puts it right: that is for the responsible side, or for whoever found it (PSI-12). */
export const notToAssign = (ground: Ground, by: Actor): Refusal | undefined =>
  notOfRoles(
    ground.policy,
    by,
    [...signersOf(ground), ...rectifiersOf(ground), ...ground.schedule.by],
    procedureOf(ground)?.rules ?? [],
  );

/** Why somebody may not say that it is put right. */
export const notToRectify = (ground: Ground, { assigned }: Finding, by: Actor): Refusal | undefined =>
  isPerson(by, assigned?.rectifier.sub)
    ? undefined
    : notOfRoles(ground.policy, by, [...rectifiersOf(ground), ...signersOf(ground)], procedureOf(ground)?.rules ?? []);

/** Why somebody may not verify it: who is inspected, who signed for it, who put it right (PSI-09, AS-34). */
export const notToVerify = (
  ground: Ground,
  { signed, rectified, assigned }: Finding,
  by: Actor,
): Refusal | undefined => {
  const rules = procedureOf(ground)?.rules ?? ground.schedule.rules;
  const verifiers = verifiersOf(ground);
  const answering = [...rectifiersOf(ground), ...signersOf(ground)].filter((role) => !verifiers.includes(role));
  const outside = rolesOf(ground, procedureOf(ground)?.by ?? []).length === 0;
  const own =
    isPerson(by, signed?.sub) || isPerson(by, assigned?.rectifier.sub) || (!outside && isPerson(by, rectified?.sub));
  if (own || isInspected(ground, by) || actsAs(by, answering)) return sameSide(ground, rules);
  return notOfRoles(ground.policy, by, verifiers, rules);
};

/** Who approves what lies outside of its limit, by which rules; undefined where the regulation asks nobody. */
export const approvalOf = ({ policy }: Pick<Ground, "policy">, of: { checklist: string; item: string } | undefined) => {
  const items = policy.checklists.find(({ id }) => id === of?.checklist)?.items;
  const beyond = items?.find(({ id }) => id === of?.item)?.beyond;
  return beyond?.leads === "approval" ? beyond : undefined;
};
