import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { notOfRoles } from "../../case/roles.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { OrgId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { type DutyObject, ObjectBody, retiredOf, schedulesOf } from "../../obligation/object.ts";
import { objectSchedules, unknownSchedule } from "../../obligation/slots.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Schedule } from "../../policy/schedule.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import type { ObligationDeps } from "./change.ts";

export type PutRequest = {
  readonly org: OrgId;
  readonly policy: string | undefined;
  readonly id: string;
  readonly body: ObjectBody;
  readonly by: Asked["by"];
};

type Listing = Pick<PutRequest, "org" | "id" | "body">;

/** What is stored of an object once this is said of it; undefined when it says so already. */
const nextOf = (before: DutyObject | undefined, policy: Policy, now: Instant, said: Listing) => {
  const { org, id, body } = said;
  const isSame = before !== undefined && canonicalJson(ObjectBody.strip().parse(before)) === canonicalJson(body);
  if (isSame) return undefined;
  const { version = 0, listedAt = now, standing = [], under = [], lastDone = {}, planned } = before ?? {};
  const wakeAt = retiredOf({ standing }) === undefined ? now : undefined;
  const kept = { kind: "visited", org, id, policy: policy.id, version, listedAt, changedAt: now } as const;
  return { ...body, ...kept, standing, under, lastDone, planned, wakeAt };
};

/** Why somebody may not say this of an object: others look after what it says, or what it said before. */
const notTheirs = (policy: Policy, before: DutyObject | undefined, body: ObjectBody, by: Asked["by"]) => {
  const schedules = objectSchedules(policy);
  const under = (said: Pick<ObjectBody, "schedule" | "also">) =>
    schedules.filter(({ id }) => schedulesOf(said).includes(id));
  if (under(body).length < schedulesOf(body).length) return unknownSchedule(schedules).error;
  if (before !== undefined && before.policy !== policy.id)
    return {
      code: "object-taken",
      says: say("此编号已用于其他制度的回访对象", "another regulation visits something of this number"),
      rules: [],
    } as const;
  const mine = (of: readonly Schedule[]) =>
    notOfRoles(
      policy,
      by,
      of.flatMap((one) => one.by),
      of[0]?.rules ?? [],
    );
  const former = before === undefined ? [] : under(before);
  return mine(under(body)) ?? (former.length === 0 ? undefined : mine(former));
};

/**
 * Puts something on the list of what is visited, or changes it, over what stands there now; the same again writes nothing.
 * What was retired stays so (a list of last year brings nothing back). Its visits follow within a minute.
 */
export const listObject = async (
  { obligations, now }: Pick<ObligationDeps, "obligations" | "now">,
  policy: Policy,
  said: Listing,
  by: Asked["by"],
): Promise<Result<DutyObject, Refusal>> => {
  for (;;) {
    const before = await obligations.object(said);
    const refused = notTheirs(policy, before, said.body, by);
    if (refused !== undefined) return refuse(refused);
    const next = nextOf(before, policy, now(), said);
    if (next === undefined && before !== undefined) return accept(before);
    if (next !== undefined && (await obligations.saveObject(next)) === "saved") return accept(next);
  }
};

/** The same by the regulation in force that is asked for. */
export const putObject = async (
  deps: ObligationDeps,
  { org, policy: asked, id, body, by }: PutRequest,
): Promise<Result<DutyObject, Refusal | IntakeRefusal>> => {
  const found = await policyOf(deps, org, asked);
  return found.ok ? listObject(deps, found.value.policy, { org, id, body }, by) : found;
};
