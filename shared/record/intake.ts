import { civilDate } from "../calendar/zone.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Deps } from "./change.ts";
import { inForce, type Org } from "./org.ts";
import { rulebookOf } from "./rulebook.ts";

/** A policy as people choose it. */
type PolicyName = { readonly id: string; readonly title: Text };

export type IntakeRefusal =
  | { readonly code: "no-such-org" }
  | { readonly code: "no-policy-in-force" }
  /** `policies` are those that the company uses. */
  | { readonly code: "no-such-policy"; readonly policies: readonly PolicyName[] }
  /** `policies` are those of the company that have an intake (AS-129). */
  | { readonly code: "policy-has-no-intake"; readonly policy: string; readonly policies: readonly PolicyName[] };

type Port = Pick<Deps, "orgs" | "now">;

/**
 * The policies of a company in force at a moment, in the order in which it names them. Costs one read for each version
 * that this process has not met before.
 */
export const policiesOf = (orgs: Port["orgs"], org: Org, now: Instant): Promise<readonly Policy[]> => {
  const date = civilDate(now, org.timeZone);
  const ids = [...new Set(org.policies.map(({ ref }) => ref.id))];
  const refs = ids.flatMap((id) => inForce(org, id, date) ?? []);
  return Promise.all(refs.map((ref) => orgs.policy(org.id, ref)));
};

const nameOf = ({ id, title }: Policy): PolicyName => ({ id, title });

/** The policies in force that take complaints: what a reporter may choose among (AS-129). */
export const intakesOf = async (orgs: Port["orgs"], org: Org, now: Instant): Promise<readonly Policy[]> =>
  (await policiesOf(orgs, org, now)).filter(({ intake }) => intake !== undefined);

/** A regulation of a company in force now: the one asked for, else that of its own form; none of them needs an intake. */
export const policyOf = async ({ orgs, now: clock }: Port, orgId: string, asked?: string) => {
  const org = await orgs.org(orgId);
  if (org === undefined) return refuse({ code: "no-such-org" } as const);
  const now = clock();
  const ref = inForce(org, asked ?? org.intakePolicy, civilDate(now, org.timeZone));
  if (ref === undefined)
    return refuse({ code: "no-such-policy", policies: (await policiesOf(orgs, org, now)).map(nameOf) } as const);
  return accept({ org, ref, policy: await orgs.policy(org.id, ref), now });
};

/**
 * The policy a complaint received now would be judged by: the one asked for, else that of the company's own form. What was
 * received `before` is judged by what was in force then.
 */
export const intakeOf = async ({ orgs, now: clock }: Port, orgId: string, asked?: string, before?: Instant) => {
  const org = await orgs.org(orgId);
  if (org === undefined) return refuse({ code: "no-such-org" } as const);
  const now = clock();
  if (asked !== undefined && !org.policies.some(({ ref }) => ref.id === asked)) {
    return refuse({ code: "no-such-policy", policies: (await policiesOf(orgs, org, now)).map(nameOf) } as const);
  }
  const ref = inForce(org, asked ?? org.intakePolicy, civilDate(earliest(now, before) ?? now, org.timeZone));
  if (ref === undefined) return refuse({ code: "no-policy-in-force" } as const);
  const rulebook = await rulebookOf(orgs, { org: org.id, policy: ref });
  const { intake } = rulebook.policy;
  if (intake === undefined) {
    const policies = (await intakesOf(orgs, org, now)).map(nameOf);
    return refuse({ code: "policy-has-no-intake", policy: ref.id, policies } as const);
  }
  return accept({ org, ref, rulebook, intake, now });
};
