import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../api/routes/routes.ts";
import { planView } from "../api/visit-plans.ts";
import { holders, notOfRoles } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { PlanCommand } from "../obligation/plan-decide.ts";
import { planApprover } from "../policy/occurrences.ts";
import { changePlan, loadPlan } from "../record/obligations/plans.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import type { obligationDeps } from "./rhythm-wiring.ts";

type Deps = ReturnType<typeof obligationDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type OfPlan = {
  readonly params: { readonly org: OrgId; readonly schedule: string; readonly year: number };
  readonly query: { readonly policy?: string | undefined };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** The plan of a year, for those who make it, approve it, or read everything. */
export const showPlan = async (deps: Deps, route: Route, { params, query, event, locale }: OfPlan): Answer => {
  const by = byOf(event, params.org);
  const found = await loadPlan(deps, { ...params, policy: query.policy });
  if (!found.ok) return reply(route, found, locale);
  const { policy, schedule, record } = found.value;
  const roles = [...schedule.by, planApprover(schedule) ?? [], holders(policy, "read")].flat();
  const foreign = notOfRoles(policy, by, roles, schedule.rules);
  const reader = { by, locale };
  const shown = foreign === undefined ? accept(planView({ policy, schedule }, record, reader)) : refuse(foreign);
  return reply(route, shown, locale);
};

/** Obeys a command of staff to the plan of a year, once for each Idempotency-Key. */
export const obeyPlan = async (deps: Deps, route: Route, input: OfPlan, asked: PlanCommand): Answer => {
  const { params, query, event, locale } = input;
  const by = byOf(event, params.org);
  const ref = { ...params, policy: query.policy };
  const changed = await changePlan(deps, ref, { ...asked, key: idempotencyKey(event) }, by);
  if (!changed.ok) return reply(route, changed, locale);
  const { ground, record } = changed.value;
  return reply(route, accept(planView(ground, record, { by, locale })), locale);
};
