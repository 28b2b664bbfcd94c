import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import type { CellFault } from "../../case/import-columns.ts";
import { actsAs, notOfRoles } from "../../case/roles.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { readObjects, takenElsewhere } from "../../obligation/object-file.ts";
import { objectSchedules } from "../../obligation/slots.ts";
import { inTurns } from "../in-turns.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import type { ObligationDeps } from "./change.ts";
import { listObject } from "./put-object.ts";

type Port = Pick<ObligationDeps, "obligations" | "orgs" | "now">;
type NotForThem = Refusal | IntakeRefusal;
type BadRows = { readonly code: "bad-rows"; readonly faults: readonly CellFault[] };

/** A regulation in force that visits something, for whoever makes any of its visits: they look after the lists. */
export const visitingDesk = async (
  deps: Pick<Port, "orgs" | "now">,
  { org, policy: asked, by }: { readonly org: OrgId; readonly policy: string | undefined; readonly by: Asked["by"] },
) => {
  const found = await policyOf(deps, org, asked);
  if (!found.ok) return found;
  const { policy } = found.value;
  const roles = objectSchedules(policy).flatMap((schedule) => schedule.by);
  const foreign = notOfRoles(policy, by, [...new Set(roles)], []);
  return foreign === undefined ? accept(policy) : refuse(foreign);
};

/**
 * Takes what is to be visited from a file: all of it or nothing. Everything is read first and every row that is wrong is
 * named; what stands on the list already is written anew only where it changed, so that the same file again, or one that
 * was killed in the middle, comes to the same.
 */
export const importObjects = async (
  deps: Port,
  asked: {
    readonly org: OrgId;
    readonly policy: string | undefined;
    readonly by: Asked["by"];
    readonly lines: readonly (readonly string[])[];
    readonly dryRun: boolean;
  },
): Promise<Result<{ readonly rows: number; readonly faults: readonly CellFault[] }, NotForThem | BadRows>> => {
  const { org, by } = asked;
  const desk = await visitingDesk(deps, asked);
  if (!desk.ok) return desk;
  const policy = desk.value;
  const { rows, objects, faults: wrong } = readObjects(policy, asked.lines, (schedule) => actsAs(by, schedule.by));
  const others = await inTurns(objects, async ({ row, id }) => {
    const before = await deps.obligations.object({ org, id });
    return before !== undefined && before.policy !== policy.id ? [takenElsewhere(row)] : [];
  });
  const faults = [...wrong, ...others.flat()].sort((a, b) => a.row - b.row);
  if (asked.dryRun) return accept({ rows, faults });
  if (faults.length > 0) return refuse({ code: "bad-rows", faults });
  await inTurns(objects, async ({ row, id, body }) => {
    const listed = await listObject(deps, policy, { org, id, body }, by);
    if (!listed.ok) throw new Error(`row ${row} was right and is refused: ${listed.error.code}`);
  });
  return accept({ rows, faults: [] });
};
