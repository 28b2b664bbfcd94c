import type * as z from "zod";
import type { Reading } from "../api/row.ts";
import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { mayNot } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import type { Now } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Capability } from "../policy/capability.ts";
import type { Deps } from "../record/change.ts";
import { type IntakeRefusal, intakeOf } from "../record/intake.ts";
import { versionOf } from "../record/list.ts";
import type { Org } from "../record/org.ts";
import type { HttpEvent } from "./request.ts";
import { staffOf } from "./staff.ts";

/** What a member of staff asks of a whole company. */
export type StaffInput<Q extends z.ZodType> = {
  readonly params: { readonly org: OrgId };
  readonly query: z.infer<Q>;
  readonly event: HttpEvent;
  readonly locale: Locale;
};

type Staff = Extract<Actor, { kind: "staff" }>;

/** Who asks, when and in which language. @throws Answered 403 for whoever has no role in the company. */
export const inReader = (
  { now }: { readonly now: Now },
  { params, event, locale }: Omit<StaffInput<z.ZodType>, "query">,
): Reading & { readonly by: Staff } => ({
  by: staffOf(event.requestContext.authorizer?.jwt?.claims, params.org),
  now: now(),
  locale,
});

/** A company and what a reader may see of it: those versions of its regulations, or all of them. */
export type Readable = { readonly org: Org; readonly versions: ReadonlySet<string> | undefined };
export type NotReadable = IntakeRefusal | Refusal;

/**
 * The company, and of which of its regulations somebody may see, or carry away, cases; with `policy`, of that one alone.
 * Refused where there is none. Costs one read of the company and of each version that this process has not met.
 */
export const readable = async (
  deps: Deps,
  { org: id, policy, by, may }: { org: string; policy?: string | undefined; by: Actor; may: Capability },
): Promise<Result<Readable, NotReadable>> => {
  if (policy !== undefined) {
    const desk = await intakeOf(deps, id, policy);
    if (!desk.ok) return desk;
  }
  const org = await deps.orgs.org(id);
  if (org === undefined) return refuse({ code: "no-such-org" });
  const refs = org.policies.filter(({ ref }) => policy === undefined || ref.id === policy);
  const policies = await Promise.all(refs.map(({ ref }) => deps.orgs.policy(org.id, ref)));
  const refusals = policies.map((one) => mayNot(one, by, may));
  const [first] = refusals;
  if (first !== undefined && refusals.every((one) => one !== undefined)) return refuse(first);
  if (refusals.every((one) => one === undefined)) return accept({ org, versions: undefined });
  return accept({ org, versions: new Set(policies.filter((_, at) => refusals[at] === undefined).map(versionOf)) });
};
