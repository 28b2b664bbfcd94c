import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { caseRoutes } from "../api/routes/cases.ts";
import type { Route } from "../api/routes/routes.ts";
import { caseView } from "../api/staff.ts";
import type { CaseList } from "../api/views.ts";
import type { PhotoLinks } from "../aws/photo-links.ts";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { Command } from "../case/decide.ts";
import type { Refusal } from "../case/fault.ts";
import { mayNot } from "../case/roles.ts";
import { CaseId, type OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { type Deps, type Loaded, loadCase } from "../record/change.ts";
import { listRow, type QueueRow } from "../record/columns.ts";
import { changeCase } from "../record/command.ts";
import { type IntakeRefusal, intakeOf, intakesOf } from "../record/intake.ts";
import type { Org } from "../record/org.ts";
import { seenVersion } from "../record/record.ts";
import { shownTo } from "./customer.ts";
import { reply } from "./reply.ts";
import { type HttpEvent, idempotencyKey, ifMatch } from "./request.ts";
import { staffOf } from "./staff.ts";

type Desk = Deps & { readonly photos: PhotoLinks };
type Input = { readonly params: { org: OrgId; caseId: CaseId }; readonly event: HttpEvent; readonly locale: Locale };

const byOf = (event: HttpEvent, org: string) => staffOf(event.requestContext.authorizer?.jwt?.claims, org);

/** The company's settings are read beside the case, not before it: a command stays at one read and one write of the case. */
const show = async (
  desk: Desk,
  route: Route,
  found: Loaded,
  by: Actor,
  locale: Locale,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const name = { "zh-CN": found.record.org, en: found.record.org };
  const shown = await shownTo(desk, desk.photos, found, { id: found.record.org, name }, locale);
  return reply(route, accept(caseView(shown, by)), locale, { etag: `"${seenVersion(found.record)}"` });
};

export const showCase = async (
  desk: Desk,
  { params, event, locale }: Input,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = byOf(event, params.org);
  const found = await loadCase(desk, { kind: "case", org: params.org, id: params.caseId });
  if (found === undefined) return reply(caseRoutes.case, refuse({ code: "no-such-case" }), locale);
  const foreign = mayNot(found.rulebook.policy, by, caseRoutes.case.may);
  return foreign === undefined
    ? show(desk, caseRoutes.case, found, by, locale)
    : reply(caseRoutes.case, refuse(foreign), locale);
};

/** Obeys a command of a member of staff, once for each Idempotency-Key, and shows the case as it then is. */
export const command = async (
  desk: Desk,
  route: Route,
  { params, event, locale }: Input,
  asked: Command,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const by = byOf(event, params.org);
  const key = idempotencyKey(event);
  const target = { kind: "case", org: params.org, id: params.caseId } as const;
  const changed = await changeCase(desk, target, { ...asked, key }, { by, ifVersion: ifMatch(event) });
  return changed.ok ? show(desk, route, changed.value, by, locale) : reply(route, changed, locale);
};

const rowOf = (
  row: QueueRow,
  states: ReadonlyMap<string, string>,
  zone: string,
  now: string,
): CaseList["items"][number] => ({
  caseId: row.id,
  number: row.number,
  state: { id: row.state, says: states.get(row.state) ?? row.state },
  receivedAt: withOffset(row.receivedAt, zone),
  clock: row.clock,
  due: row.due === undefined ? undefined : withOffset(row.due, zone),
  overdue: row.due !== undefined && row.due < now,
  category: row.category,
  evidenceComplete: row.evidenceComplete,
});

const rowsOf = async (
  desk: Desk,
  org: OrgId,
  { id: policy, intake }: Policy,
  query: { number?: string | undefined; cursor?: string | undefined; limit: number },
) => {
  if (query.number === undefined) return desk.records.queue(org, intake?.receivedBy ?? "", query);
  const id = CaseId.safeParse(await desk.records.idOfNumber(org, policy, query.number));
  const found = id.success ? await loadCase(desk, { kind: "case", org, id: id.data }) : undefined;
  return { items: found === undefined ? [] : [listRow(found.rulebook, found.record)], cursor: undefined };
};

/** What the states of a desk's cases are called: one role may receive the complaints of several policies. */
const statesAt = async (desk: Desk, org: Org, { policy }: Rulebook, locale: Locale) => {
  const others = (await intakesOf(desk.orgs, org, desk.now())).filter(
    ({ intake }) => intake?.receivedBy === policy.intake?.receivedBy,
  );
  const states = [...others, policy].flatMap(({ workflow }) => workflow?.states ?? []);
  return new Map(states.map(({ id, title }) => [id, title[locale]]));
};

/**
 * Open cases of the desk that receives a policy's complaints, most urgent first: those of other policies too, where the
 * same role receives them.
 */
export const listCases = async (
  desk: Desk,
  org: OrgId,
  query: { policy?: string | undefined; number?: string | undefined; cursor?: string | undefined; limit: number },
  event: HttpEvent,
  locale: Locale,
): Promise<Result<CaseList, IntakeRefusal | Refusal>> => {
  const by = byOf(event, org);
  const found = await intakeOf(desk, org, query.policy);
  if (!found.ok) return found;
  const { policy } = found.value.rulebook;
  const foreign = mayNot(policy, by, caseRoutes.cases.may);
  if (foreign !== undefined) return refuse(foreign);
  const states = await statesAt(desk, found.value.org, found.value.rulebook, locale);
  const page = await rowsOf(desk, org, policy, query);
  const now = desk.now();
  const items = page.items.map((row) => rowOf(row, states, policy.calendar.timeZone, now));
  return accept({ items, cursor: page.cursor });
};
