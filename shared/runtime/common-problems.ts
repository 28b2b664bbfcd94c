import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { actionView, commonView } from "../api/common-problems.ts";
import { inspectionRoutes } from "../api/routes/inspections.ts";
import type { Route } from "../api/routes/routes.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { periodOf } from "../calendar/period.ts";
import { mayNot } from "../case/roles.ts";
import type { ActionCommand } from "../inspection/action.ts";
import type { ActionId, OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { obeyAction } from "../record/inspections/actions.ts";
import { problemsOf } from "../record/inspections/lists.ts";
import { policyOf } from "../record/intake.ts";
import type { inspectionDeps } from "./inspection-wiring.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";

type Deps = ReturnType<typeof inspectionDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type Input = {
  readonly params: { readonly org: OrgId };
  readonly query: { readonly policy?: string | undefined; readonly on: CivilDate };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

/** The common problems of the quarter that holds a day. */
export const showProblems = async (deps: Deps, input: Input): Answer => {
  const { org } = input.params;
  const reading = inReader(deps, input);
  const route = inspectionRoutes.commonProblems;
  const found = await policyOf(deps, org, input.query.policy);
  if (!found.ok) return reply(route, found, input.locale);
  const { policy } = found.value;
  const foreign = mayNot(policy, reading.by, "read");
  if (foreign !== undefined) return reply(route, refuse(foreign), input.locale);
  const demands = await problemsOf(deps, { org, policy, period: periodOf(input.query.on, "quarter") });
  return reply(route, accept(commonView(policy, demands, reading)), input.locale);
};

/** Obeys a command to the action on a common problem, once for each Idempotency-Key. */
export const obeyProblem = async (
  deps: Deps,
  route: Route,
  input: Input & { readonly params: { readonly actionId: ActionId } },
  asked: ActionCommand,
): Answer => {
  const { org, actionId: id } = input.params;
  const by = byOf(input.event, org);
  const found = await policyOf(deps, org, input.query.policy);
  if (!found.ok) return reply(route, found, input.locale);
  const { policy, ref } = found.value;
  const command = { ...asked, key: idempotencyKey(input.event) };
  const obeyed = await obeyAction(deps, { org, policy, ref, id, on: input.query.on }, command, by);
  return reply(route, obeyed.ok ? accept(actionView(policy, obeyed.value.timeline)) : obeyed, input.locale);
};
