import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs, holders, notOfRoles } from "../case/roles.ts";
import type { Inspection } from "./inspection.ts";
import { approvalOf, dutyOf, type Ground, isInspected, rectifiersOf, signersOf, verifiersOf } from "./sides.ts";

/** Who inspects and verifies by a schedule: they know of it beforehand, and who goes. */
const inspectingSide = (ground: Ground): readonly string[] => [...ground.schedule.by, ...verifiersOf(ground)];

/** Everybody whom findings of such an inspection may concern. */
const concerned = (ground: Ground, { filed: { lines } }: Inspection): readonly string[] => [
  ...inspectingSide(ground),
  ...signersOf(ground),
  ...rectifiersOf(ground),
  ...dutyOf(ground.schedule).inspects,
  ...lines.flatMap(({ of }) => approvalOf(ground, of)?.by ?? []),
  ...holders(ground.policy, "read"),
];

const isNamed = ({ filed, findings }: Inspection, by: Actor): boolean =>
  by.kind === "staff" &&
  (filed.head?.sub === by.sub || findings.some(({ assigned }) => assigned?.rectifier.sub === by.sub));

/** Whether a schedule comes unannounced, and somebody is of those it comes to (GSS-04). */
export const isHiddenFrom = (ground: Ground, by: Actor): boolean =>
  !dutyOf(ground.schedule).announced && isInspected(ground, by);

/**
 * Why somebody may not read an inspection. Who is inspected without notice reads what was found, to put it right, and
 * nothing of an inspection that found nothing: it would tell them when the next may come (AS-37).
 */
export const notToRead = (ground: Ground, current: Inspection, by: Actor): Refusal | undefined => {
  if (isNamed(current, by)) return undefined;
  const { policy, schedule } = ground;
  if (isHiddenFrom(ground, by) && current.findings.length === 0)
    return notOfRoles(policy, { ...by, ...{ roles: [] } } as Actor, schedule.by, schedule.rules);
  return notOfRoles(policy, by, concerned(ground, current), schedule.rules);
};

/** Whether a reader learns who inspected: of a covert inspection only the inspecting side does. */
export const knowsPeople = (ground: Ground, by: Actor): boolean =>
  dutyOf(ground.schedule).mode !== "covert" || (!isInspected(ground, by) && actsAs(by, inspectingSide(ground)));
