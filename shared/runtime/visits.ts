import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Route } from "../api/routes/routes.ts";
import { visitRoutes } from "../api/routes/visits.ts";
import { weekVisits } from "../api/visit-week.ts";
import { objectView, visitView } from "../api/visiting.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { actsAs, holders, notOfRoles } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { policyOf } from "../record/intake.ts";
import { caseVisits } from "../record/visits/case-visits.ts";
import { changeVisit, type LoadedVisit, loadVisit } from "../record/visits/change.ts";
import { putObject } from "../record/visits/put-object.ts";
import { changeStanding } from "../record/visits/retire-object.ts";
import { listOf } from "../record/visits/visits.ts";
import { visitsBetween, weekOf } from "../record/visits/week.ts";
import type { VisitCommand } from "../visiting/decide.ts";
import type { ObjectBody, VisitedObject } from "../visiting/object.ts";
import type { StandingCommand } from "../visiting/standing.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey, originOf } from "./request.ts";
import type { visitDeps } from "./rhythm-wiring.ts";
import { feedPath } from "./visit-feed.ts";

type Deps = ReturnType<typeof visitDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfObject = InOrg & { readonly params: { readonly objectId: string } };
type OfVisit = OfObject & { readonly params: { readonly visitId: string } };

/** Who sees a visit and whom it is of: those who make it, and those who read everything of the regulation. */
const readersOf = ({ policy, schedule }: Pick<LoadedVisit, "policy" | "schedule">) => [
  ...schedule.by,
  ...holders(policy, "read"),
];

/** Puts what is visited on the list. */
export const put = async (
  deps: Deps,
  input: OfObject & { readonly query: { readonly policy?: string | undefined }; readonly body: ObjectBody },
): Answer => {
  const { params, event, query, body, locale } = input;
  const by = byOf(event, params.org);
  const stored = await putObject(deps, { org: params.org, policy: query.policy, id: params.objectId, body, by });
  return reply(visitRoutes.putObject, stored.ok ? accept(objectView(stored.value)) : stored, locale);
};

/** Takes an object off the list, or puts it back, once for each Idempotency-Key. */
export const setStanding = async (deps: Deps, route: Route, input: OfObject, asked: StandingCommand): Answer => {
  const { params, event, locale } = input;
  const by = byOf(event, params.org);
  const command = { ...asked, key: idempotencyKey(event) };
  const changed = await changeStanding(deps, { org: params.org, id: params.objectId }, command, by);
  return reply(route, changed.ok ? accept(objectView(changed.value)) : changed, locale);
};

/** Whether somebody may see an object, by the regulation in force now. */
const maySee = async (deps: Deps, by: Actor, { org, policy: id, schedule: of }: VisitedObject): Promise<boolean> => {
  const found = await policyOf(deps, org, id);
  if (!found.ok) return false;
  const { policy } = found.value;
  const schedule = policy.schedules.find((one) => one.id === of);
  return schedule !== undefined && actsAs(by, readersOf({ policy, schedule }));
};

/** A page of what is visited, without what is nobody's business whose role may not see it. */
export const objects = async (
  deps: Deps,
  { params, query, event, locale }: InOrg & { readonly query: { cursor?: string | undefined; limit: number } },
): Answer => {
  const by = byOf(event, params.org);
  const page = await deps.visits.objects(params.org, query.limit, query.cursor);
  const seen = await Promise.all(page.items.map(async (one) => ((await maySee(deps, by, one)) ? [one] : [])));
  return reply(visitRoutes.objects, accept({ items: seen.flat().map(objectView), cursor: page.cursor }), locale);
};

/** All visits of an object. */
export const objectVisits = async (deps: Deps, { params, event, locale }: OfObject): Answer => {
  const by = byOf(event, params.org);
  const route = visitRoutes.objectVisits;
  const object = await deps.visits.object({ org: params.org, id: params.objectId });
  if (object === undefined || !(await maySee(deps, by, object)))
    return reply(route, refuse({ code: "no-such-object" }), locale);
  const records = await deps.visits.visitsOf(object);
  const found = await Promise.all(records.map(({ org, object: of, id }) => loadVisit(deps, { org, object: of, id })));
  return reply(
    route,
    accept({ items: found.filter((one) => one !== undefined).map((one) => visitView(one, locale)) }),
    locale,
  );
};

const refOf = ({ params: { org, objectId, visitId } }: OfVisit) => ({ org, object: objectId, id: visitId });

/** One visit. */
export const show = async (deps: Deps, input: OfVisit): Answer => {
  const by = byOf(input.event, input.params.org);
  const route = visitRoutes.plannedVisit;
  const found = await loadVisit(deps, refOf(input));
  if (found === undefined) return reply(route, refuse({ code: "no-such-visit" }), input.locale);
  const foreign = notOfRoles(found.policy, by, readersOf(found), found.schedule.rules);
  return reply(route, foreign === undefined ? accept(visitView(found, input.locale)) : refuse(foreign), input.locale);
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
  const lists = [listOf({ sub }), ...roles.map((role) => listOf({ role }))];
  const planned = await visitsBetween(deps, { org: org.id, lists, zone: org.timeZone }, [from, to]);
  const owed = await caseVisits(deps, org, roles, [from, to]);
  const visits = [...weekVisits(planned.visits, owed.visits, locale)];
  const isCut = planned.isCut || owed.isCut;
  const feeds = lists.map((of) => ({ of, url: `${originOf(event)}${feedPath(org.linkKey, org.id, of)}` }));
  return reply(visitRoutes.visitWeek, accept({ from, to, visits, isCut, feeds }), locale);
};

/** Obeys a command of staff to a visit, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfVisit, asked: VisitCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const key = idempotencyKey(input.event);
  const changed = await changeVisit(deps, refOf(input), { ...asked, key }, by);
  return reply(route, changed.ok ? accept(visitView(changed.value, input.locale)) : changed, input.locale);
};
