import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../api/routes/routes.ts";
import { visitRoutes } from "../api/routes/visits.ts";
import { scheduleViews } from "../api/visit-schedules.ts";
import { weekVisits } from "../api/visit-week.ts";
import { visitView } from "../api/visiting.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import { holders, notOfRoles } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { VisitCommand } from "../obligation/visit-decide.ts";
import { policiesOf } from "../record/intake.ts";
import { caseVisits } from "../record/obligations/case-visits.ts";
import { changeObligation, type LoadedObligation, loadObligation } from "../record/obligations/change.ts";
import { listOf } from "../record/obligations/obligations.ts";
import { obligationsBetween, weekOf } from "../record/obligations/week.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey, originOf } from "./request.ts";
import type { obligationDeps } from "./rhythm-wiring.ts";
import { feedPath } from "./visit-feed.ts";

type Deps = ReturnType<typeof obligationDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfVisit = InOrg & { readonly params: { readonly objectId: string; readonly visitId: string } };

/** Who sees a visit and whom it is of: those who make it, and those who read everything of the regulation. */
export const readersOf = ({ policy, schedule }: Pick<LoadedObligation, "policy" | "schedule">) => [
  ...schedule.by,
  ...holders(policy, "read"),
];

const refOf = ({ params: { org, objectId, visitId } }: OfVisit) => ({ org, object: objectId, id: visitId });

/** One visit. */
export const show = async (deps: Deps, input: OfVisit): Answer => {
  const by = byOf(input.event, input.params.org);
  const route = visitRoutes.plannedVisit;
  const found = await loadObligation(deps, refOf(input));
  if (found === undefined) return reply(route, refuse({ code: "no-such-visit" }), input.locale);
  const foreign = notOfRoles(found.policy, by, readersOf(found), found.schedule.rules);
  return reply(
    route,
    foreign === undefined ? accept(visitView(found, inReader(deps, input))) : refuse(foreign),
    input.locale,
  );
};

/** The week of whoever asks: their own visits, and those of their roles. */
export const week = async (
  deps: Deps,
  { params, query, event, locale }: InOrg & { readonly query: { readonly week?: CivilDate | undefined } },
): Answer => {
  const { sub, roles } = byOf(event, params.org);
  const org = await deps.orgs.org(params.org);
  if (org === undefined) return reply(visitRoutes.visitWeek, refuse({ code: "no-such-org" }), locale);
  const [from, to] = weekOf(query.week ?? civilDate(deps.now(), org.timeZone));
  const schedules = (await policiesOf(deps.orgs, org, deps.now())).flatMap((policy) => policy.schedules);
  const together = schedules.filter(({ by }) => by.length > 1 && by.some((role) => roles.includes(role)));
  const lists = [
    listOf({ sub }),
    ...roles.map((role) => listOf({ roles: [role] })),
    ...new Set(together.map(({ by }) => listOf({ roles: by }))),
  ];
  const planned = await obligationsBetween(deps, { org: org.id, lists, zone: org.timeZone }, [from, to]);
  const owed = await caseVisits(deps, org, roles, [from, to]);
  const visits = [...weekVisits(planned.visits, owed.visits, inReader(deps, { params, event, locale }))];
  const isCut = planned.isCut || owed.isCut;
  const feeds = lists.map((of) => ({ of, url: `${originOf(event)}${feedPath(org.linkKey, org.id, of)}` }));
  return reply(visitRoutes.visitWeek, accept({ from, to, visits, isCut, feeds }), locale);
};

/** Obeys a command of staff to a visit, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfVisit, asked: VisitCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const key = idempotencyKey(input.event);
  const changed = await changeObligation(deps, refOf(input), { ...asked, key }, by);
  return reply(route, changed.ok ? accept(visitView(changed.value, inReader(deps, input))) : changed, input.locale);
};

/** By which regulations something is visited, and what whoever asks has to do with it. */
export const showSchedules = async (deps: Deps, input: InOrg): Answer => {
  const { by, now, locale } = inReader(deps, input);
  const route = visitRoutes.visitSchedules;
  const org = await deps.orgs.org(input.params.org);
  if (org === undefined) return reply(route, refuse({ code: "no-such-org" }), locale);
  return reply(route, accept(scheduleViews(await policiesOf(deps.orgs, org, now), by, locale)), locale);
};
