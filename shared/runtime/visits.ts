import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { dutyList } from "../api/duties.ts";
import type { Route } from "../api/routes/routes.ts";
import { visitRoutes } from "../api/routes/visits.ts";
import { scheduleViews } from "../api/visit-schedules.ts";
import { weekVisits } from "../api/visit-week.ts";
import { visitView } from "../api/visiting.ts";
import { addMonths, type CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import { holders, notOfRoles } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { unknownSchedule } from "../obligation/slots.ts";
import { isHiddenFrom } from "../obligation/unannounced.ts";
import { policiesOf, policyOf } from "../record/intake.ts";
import { caseVisits } from "../record/obligations/case-visits.ts";
import { type LoadedObligation, loadObligation, type ObligationCommand } from "../record/obligations/change.ts";
import { obligationsEnding } from "../record/obligations/ending.ts";
import { obey } from "../record/obligations/fulfil.ts";
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
  if (found === undefined || isHiddenFrom(found, by, deps.now()))
    return reply(route, refuse({ code: "no-such-visit" }), input.locale);
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
  const by = byOf(event, params.org);
  const { sub, roles } = by;
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
  const listed = await obligationsBetween(deps, { org: org.id, lists, zone: org.timeZone }, [from, to]);
  const planned = { ...listed, visits: listed.visits.filter((one) => !isHiddenFrom(one, by, deps.now())) };
  const owed = await caseVisits(deps, org, roles, [from, to]);
  const visits = [...weekVisits(planned.visits, owed.visits, inReader(deps, { params, event, locale }))];
  const isCut = planned.isCut || owed.isCut;
  const feeds = lists.map((of) => ({ of, url: `${originOf(event)}${feedPath(org.linkKey, org.id, of)}` }));
  return reply(visitRoutes.visitWeek, accept({ from, to, visits, isCut, feeds }), locale);
};

/** Obeys a command of staff to a visit, once for each Idempotency-Key. */
export const obeyVisit = async (deps: Deps, route: Route, input: OfVisit, asked: ObligationCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const key = idempotencyKey(input.event);
  const before = await loadObligation(deps, refOf(input));
  if (before === undefined || isHiddenFrom(before, by, deps.now()))
    return reply(route, refuse({ code: "no-such-visit" }), input.locale);
  const changed = await obey(deps, refOf(input), { ...asked, key }, by);
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

/** No list of a schedule is longer. */
const MONTHS = 12;

/** What a schedule asked for in a period, for those who do it and those who read everything. */
export const ofSchedule = async (
  deps: Deps,
  input: InOrg & {
    readonly params: { readonly schedule: string };
    readonly query: { readonly policy?: string | undefined; readonly from: CivilDate; readonly to: CivilDate };
  },
): Answer => {
  const { by, locale } = inReader(deps, input);
  const { params, query } = input;
  const route = visitRoutes.scheduleDuties;
  const found = await policyOf(deps, params.org, query.policy);
  if (!found.ok) return reply(route, found, locale);
  const { policy } = found.value;
  const schedule = policy.schedules.find(({ id }) => id === params.schedule);
  if (schedule === undefined) return reply(route, unknownSchedule(policy.schedules), locale);
  const foreign = notOfRoles(policy, by, readersOf({ policy, schedule }), schedule.rules);
  if (foreign !== undefined) return reply(route, refuse(foreign), locale);
  const [to = query.to] = [query.to, addMonths(query.from, MONTHS)].toSorted();
  const of = { org: params.org, policy: policy.id, schedule: schedule.id };
  const rows = await obligationsEnding(deps, of, [query.from, to]);
  return reply(route, accept(dutyList({ policy, schedule }, rows, locale)), locale);
};
