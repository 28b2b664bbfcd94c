import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { type PersonErasureBody, pageAt, personErasureView } from "../api/erasures.ts";
import type { Refused } from "../api/refused.ts";
import { privacyRoutes } from "../api/routes/privacy.ts";
import { clean } from "../case/clean.ts";
import { notAnOfficer } from "../case/keeping/officer.ts";
import type { ErasureId, OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { type Locale, say } from "../kernel/text.ts";
import { markOfPerson, type PersonOrder } from "../privacy/order.ts";
import type { Org } from "../record/org.ts";
import { beginWithCases, goThrough } from "../record/person-erasure.ts";
import type { ForgetDeps, OrderDeps } from "../record/person-orders.ts";
import { log } from "./log.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import { erasureIdFor } from "./secrets.ts";

type Input = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type Ordering = Input & { readonly body: z.infer<typeof PersonErasureBody> };
type Looking = Input & {
  readonly params: { readonly erasure: ErasureId };
  readonly query: { readonly cursor?: string | undefined };
};
type Answered = Promise<APIGatewayProxyStructuredResultV2>;

const unknown = {
  code: "unknown-erasure",
  says: say("没有此删除决定", "there is no such order"),
  rules: [],
} as const satisfies Refused;

/** The company, for somebody who looks after data under one of its regulations at least. */
export const officersOrg = async (
  { orgs }: Pick<OrderDeps, "orgs">,
  { params, event }: Pick<Input, "params" | "event">,
): Promise<Result<Org, Refused>> => {
  const by = byOf(event, params.org);
  const org = await orgs.org(params.org);
  if (org === undefined) return refuse({ code: "no-such-org" });
  const policies = await Promise.all(org.policies.map(({ ref }) => orgs.policy(org.id, ref)));
  const refusals = policies.map((policy) => notAnOfficer(policy, by, []));
  const [first] = refusals;
  return first !== undefined && refusals.every((one) => one !== undefined) ? refuse(first) : accept(org);
};

/** The order as it was made now, or before with the same key. */
const begun = async (
  { orders, now }: OrderDeps,
  { params: { org }, event, body }: Ordering,
): Promise<Result<PersonOrder, Refused>> => {
  const mark = markOfPerson(body);
  if (!mark.ok) return refuse({ code: "bad-fields", fields: mark.error, rules: [] });
  const id = erasureIdFor(org, idempotencyKey(event));
  const reason = clean(body.reason, true);
  const asked = await orders.digest(org, `order\n${mark.value}\n${reason}`);
  const order: PersonOrder = {
    ...{
      org,
      id,
      version: 1,
      mark: await orders.digest(org, mark.value),
      asked,
      by: byOf(event, org),
      at: now(),
      reason,
    },
    ...{ people: [{ email: body.email, phone: body.phone }], stage: "cases", held: false },
    ...{ pages: 0, ordered: 0, kept: 0, gone: 0, left: 0 },
  };
  if ((await orders.begin(order)) === "begun") return accept(order);
  const before = (await orders.load(order)) ?? order;
  return before.asked === asked ? accept(before) : refuse({ code: "key-reused", rules: [] });
};

const shown = async (deps: OrderDeps, order: PersonOrder, n: number, zone: string, locale: Locale) =>
  personErasureView(order, await deps.orders.page(order, n), { n, zone, locale });

/**
 * Orders the erasure of one person's data: it goes through the first cases at once and leaves the others to the schedule,
 * which carries out what is ordered. With the same key it is the same order, and what has come of it by then.
 */
export const orderPerson = async (deps: OrderDeps, input: Ordering): Answered => {
  const route = privacyRoutes.erasePerson;
  const org = await officersOrg(deps, input);
  if (!org.ok) return reply(route, org, input.locale);
  const order = await begun(deps, input);
  if (!order.ok) return reply(route, order, input.locale);
  if (order.value.pages === 0) await beginWithCases(deps, order.value);
  const now = (await deps.orders.load(order.value)) ?? order.value;
  return reply(route, accept(await shown(deps, now, 0, org.value.timeZone, input.locale)), input.locale);
};

/** What has come of an order so far, a page of cases at a time. */
export const showPerson = async (deps: OrderDeps, input: Looking): Answered => {
  const route = privacyRoutes.personErasure;
  const org = await officersOrg(deps, input);
  if (!org.ok) return reply(route, org, input.locale);
  const order = await deps.orders.load({ org: input.params.org, id: input.params.erasure });
  if (order === undefined) return reply(route, refuse(unknown), input.locale);
  const n = pageAt(input.query.cursor);
  return reply(route, accept(await shown(deps, order, n, org.value.timeZone, input.locale)), input.locale);
};

/** Goes on with every order that has not gone through everything; one that fails keeps none of the others back. */
export const goOnWithOrders = async (deps: ForgetDeps, timeLeft: () => boolean): Promise<void> => {
  for (const ref of await deps.orders.waiting()) {
    if (!timeLeft()) return;
    try {
      await goThrough(deps, ref, timeLeft);
    } catch (error) {
      log("ORDER_FAILED", {
        org: ref.org,
        erasure: ref.id,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
};
