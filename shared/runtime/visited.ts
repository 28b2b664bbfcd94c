import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refused } from "../api/refused.ts";
import type { Route } from "../api/routes/routes.ts";
import { visitRoutes } from "../api/routes/visits.ts";
import { objectView, visitView } from "../api/visiting.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { actsAs } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { type DutyObject, type ObjectBody, schedulesOf } from "../obligation/object.ts";
import type { StandingCommand } from "../obligation/standing.ts";
import { isHiddenFrom } from "../obligation/unannounced.ts";
import { policyOf } from "../record/intake.ts";
import { grounded } from "../record/obligations/change.ts";
import { findObjects } from "../record/obligations/find-objects.ts";
import { putObject } from "../record/obligations/put-object.ts";
import { changeStanding } from "../record/obligations/retire-object.ts";
import { inReader } from "./reader.ts";
import { reply } from "./reply.ts";
import { type HttpEvent, idempotencyKey } from "./request.ts";
import type { obligationDeps } from "./rhythm-wiring.ts";
import { readersOf } from "./visits.ts";

type Deps = ReturnType<typeof obligationDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfObject = InOrg & { readonly params: { readonly objectId: string } };
type Reader = ReturnType<typeof inReader>;

/** The regulation in force now by which an object is visited; undefined where it does so no more. */
const groundOf = async (deps: Deps, { org, policy: id, schedule: of, also, kind }: DutyObject) => {
  const found = await policyOf(deps, org, id);
  if (!found.ok) return undefined;
  const { policy } = found.value;
  const schedules = policy.schedules.filter(
    (one) => kind === "house" || schedulesOf({ schedule: of, also }).includes(one.id),
  );
  return { policy, schedules };
};

/** An object as somebody may see it; undefined where it is nobody's business whose role they have. */
const seen = async (deps: Deps, object: DutyObject, reader: Reader) => {
  const ground = await groundOf(deps, object);
  const roles = ground?.schedules.flatMap((schedule) => readersOf({ policy: ground.policy, schedule })) ?? [];
  return ground === undefined || !actsAs(reader.by, roles) ? undefined : objectView(ground, object, reader);
};

/** The object as it is now, to whoever changed it. */
const answered = async (deps: Deps, route: Route, stored: Result<DutyObject, Refused>, reader: Reader): Answer => {
  if (!stored.ok) return reply(route, stored, reader.locale);
  const shown = await seen(deps, stored.value, reader);
  return reply(route, shown === undefined ? refuse({ code: "no-such-object" }) : accept(shown), reader.locale);
};

/** Puts what is visited on the list. */
export const put = async (
  deps: Deps,
  input: OfObject & { readonly query: { readonly policy?: string | undefined }; readonly body: ObjectBody },
): Answer => {
  const reader = inReader(deps, input);
  const { params, query, body } = input;
  const asked = { org: params.org, policy: query.policy, id: params.objectId, body, by: reader.by };
  return answered(deps, visitRoutes.putObject, await putObject(deps, asked), reader);
};

/** Takes an object off the list, or puts it back, once for each Idempotency-Key. */
export const setStanding = async (deps: Deps, route: Route, input: OfObject, asked: StandingCommand): Answer => {
  const reader = inReader(deps, input);
  const { org, objectId: id } = input.params;
  const command = { ...asked, key: idempotencyKey(input.event) };
  return answered(deps, route, await changeStanding(deps, { org, id }, command, reader.by), reader);
};

/** A page of what is visited, without what is nobody's business whose role may not see it. */
export const objects = async (
  deps: Deps,
  input: InOrg & { readonly query: { q?: string | undefined; cursor?: string | undefined; limit: number } },
): Answer => {
  const reader = inReader(deps, input);
  const page = await findObjects(deps, input.params.org, input.query);
  const items = await Promise.all(page.items.map((one) => seen(deps, one, reader)));
  const shown = items.filter((one) => one !== undefined);
  return reply(visitRoutes.objects, accept({ items: shown, cursor: page.cursor }), reader.locale);
};

/** What an object owes in a period, or ever, as far as it concerns whoever asks, and itself. */
export const objectVisits = async (
  deps: Deps,
  input: OfObject & { readonly query: { readonly from?: CivilDate | undefined; readonly to?: CivilDate | undefined } },
): Answer => {
  const reader = inReader(deps, input);
  const route = visitRoutes.objectVisits;
  const object = await deps.obligations.object({ org: input.params.org, id: input.params.objectId });
  const shown = object && (await seen(deps, object, reader));
  if (object === undefined || shown === undefined)
    return reply(route, refuse({ code: "no-such-object" }), reader.locale);
  const records = await deps.obligations.obligationsOf(object, input.query.from, input.query.to);
  const found = await Promise.all(records.map((record) => grounded(deps, record, object)));
  const items = found
    .filter((one) => actsAs(reader.by, readersOf(one)) && !isHiddenFrom(one, reader.by, reader.now))
    .map((one) => visitView(one, reader));
  return reply(route, accept({ object: shown, items }), reader.locale);
};
