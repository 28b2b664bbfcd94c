import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { notOfRoles } from "../../case/roles.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { ObjectBody, VisitedObject } from "../../visiting/object.ts";
import { visitSchedules } from "../../visiting/slots.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import type { VisitDeps } from "./change.ts";

export type PutRequest = {
  readonly org: OrgId;
  readonly policy: string | undefined;
  readonly id: string;
  readonly body: ObjectBody;
  readonly by: Asked["by"];
};

/**
 * Puts something on the list of what is visited, or changes it; the same again changes nothing that anybody sees. Its
 * visits follow within a minute.
 */
export const putObject = async (
  deps: VisitDeps,
  { org, policy: asked, id, body, by }: PutRequest,
): Promise<Result<VisitedObject, Refusal | IntakeRefusal>> => {
  const found = await policyOf(deps, org, asked);
  if (!found.ok) return found;
  const { policy, now } = found.value;
  const schedules = visitSchedules(policy);
  const schedule = schedules.find((one) => one.id === body.schedule);
  const known = schedules.map((one) => one.id).join(", ");
  if (schedule === undefined)
    return refuse({ code: "unknown-schedule", says: say(`制度的回访计划有：${known}`, `it has: ${known}`), rules: [] });
  const foreign = notOfRoles(policy, by, schedule.by, schedule.rules);
  if (foreign !== undefined) return refuse(foreign);
  for (;;) {
    const before = await deps.visits.object({ org, id });
    const { version, listedAt } = before ?? { version: 0, listedAt: now };
    const next = {
      ...body,
      kind: "visited",
      org,
      id,
      policy: policy.id,
      version,
      listedAt,
      changedAt: now,
      wakeAt: now,
    } as const;
    if ((await deps.visits.saveObject(next)) === "saved") return accept(next);
  }
};
