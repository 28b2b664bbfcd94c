import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { type FileCommand, readInspection } from "../../inspection/file.ts";
import { inspectionOf } from "../../inspection/inspection.ts";
import { inspections as inspectionsOf, notToInspect } from "../../inspection/sides.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { OrgId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import { rulebookOf } from "../rulebook.ts";
import { grownInspection, type InspectionDeps, type LoadedInspection, loadInspection, pointed } from "./change.ts";
import type { InspectionRecord } from "./inspections.ts";

export type FileRequest = {
  readonly org: OrgId;
  readonly policy: string | undefined;
  readonly schedule: string;
  /** The same for the same key: what is sent again is the same inspection. */
  readonly id: string;
  readonly key: string | undefined;
  readonly command: FileCommand;
  readonly by: Asked["by"];
};

const unknown = (policy: Policy): Refusal => {
  const known = inspectionsOf(policy)
    .map(({ id }) => id)
    .join(", ");
  return { code: "unknown-inspection", says: say(`制度的检查有：${known}`, `it has: ${known}`), rules: [] };
};

/** Whether what stands under a key is what was sent again. */
const isSame = ({ current: { filed } }: LoadedInspection, { command, by }: FileRequest): boolean => {
  const { subject, department, people, object } = filed;
  const said = { subject, department, people, object, lines: filed.lines.length };
  const again = {
    subject: command.subject,
    department: command.department,
    people: command.people,
    object: command.object,
    lines: command.lines.length,
  };
  return canonicalJson(filed.by) === canonicalJson(by) && canonicalJson(said) === canonicalJson(again);
};

/**
 * Files an inspection by the regulation in force, whole or not at all. Sent again under its key it is the one that stands:
 * a phone that lost the answer sends until it gets one. What it fulfils and whom it is told to follow from its wake-up.
 */
export const fileInspection = async (
  deps: InspectionDeps,
  request: FileRequest,
): Promise<Result<LoadedInspection, Refusal | IntakeRefusal>> => {
  const { org, id, by, command, key } = request;
  const found = await policyOf(deps, org, request.policy);
  if (!found.ok) return found;
  const { policy, ref, now } = found.value;
  const schedule = inspectionsOf(policy).find((one) => one.id === request.schedule);
  if (schedule === undefined) return refuse(unknown(policy));
  const foreign = notToInspect({ policy, schedule }, by);
  if (foreign !== undefined) return refuse(foreign);
  const before = await loadInspection(deps, { org, id });
  if (before !== undefined) return isSame(before, request) ? accept(before) : refuse({ code: "key-reused", rules: [] });
  const read = readInspection({ policy, schedule }, command, now);
  if (!read.ok) return read;
  const { object } = read.value;
  if (object !== undefined && (await deps.obligations.object({ org, id: object })) === undefined) {
    const says = say("台账中没有此编号", "nothing in the ledger has this number");
    return refuse({
      code: "bad-fields",
      fields: [{ path: "/object", code: "unknown-object", says }],
      rules: schedule.rules,
    });
  }
  const rulebook = await rulebookOf(deps.orgs, { org, policy: ref });
  const filed = { type: "filed" as const, at: now, by, key, ...read.value };
  const empty: InspectionRecord = {
    ...{ kind: "inspection", org, id, version: 0, policy: ref, timeline: [] },
    filed: { list: policy.id, at: filed.doneAt },
  };
  const record = grownInspection({ ...rulebook, schedule }, empty, [filed], now);
  await pointed(deps, record, record.timeline);
  if ((await deps.inspections.save(record)) === "saved")
    return accept({ ...rulebook, record, schedule, current: inspectionOf(record.timeline) });
  const standing = await loadInspection(deps, { org, id });
  return standing !== undefined && isSame(standing, request)
    ? accept(standing)
    : refuse({ code: "key-reused", rules: [] });
};
