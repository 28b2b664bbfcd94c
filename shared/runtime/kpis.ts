import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { kpiSheet } from "../api/kpi-sheet.ts";
import { figureView } from "../api/kpi-view.ts";
import type { FigureList, GivenBody } from "../api/kpis.ts";
import type { Refused } from "../api/refused.ts";
import { kpiRoutes } from "../api/routes/kpis.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import type { Refusal } from "../case/fault.ts";
import { actsAs, mayNot } from "../case/roles.ts";
import type { OrgId } from "../kernel/ids.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { windowNamed } from "../kpi/period.ts";
import type { Capability } from "../policy/capability.ts";
import type { Policy } from "../policy/policy.ts";
import { figuresOf } from "../record/figures/figures-of.ts";
import { giveFigure } from "../record/figures/give.ts";
import { policiesOf, policyOf } from "../record/intake.ts";
import { answerSheet } from "./answer-sheet.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import type { kpiDeps } from "./rhythm-wiring.ts";

export type KpiDeps = ReturnType<typeof kpiDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
export type KpiInput<Q> = {
  readonly params: { readonly org: OrgId };
  readonly query: Q;
  readonly event: HttpEvent;
  readonly locale: Locale;
};
type AsOf = z.infer<(typeof kpiRoutes)["kpis"]["query"]>;

/** Readers of its cases see the figures of a regulation, and so does whoever brings one. */
const mayNotSee = (policy: Policy, by: Actor, may: Capability): Refusal | undefined =>
  may === "read" && policy.kpis.some(({ broughtBy }) => actsAs(by, broughtBy)) ? undefined : mayNot(policy, by, may);

/** A regulation in force whose figures somebody may see, and the others of the company. */
export const measured = async (
  deps: KpiDeps,
  { params, query, event }: KpiInput<{ readonly policy?: string | undefined }>,
  may: Capability,
) => {
  const by = byOf(event, params.org);
  const found = await policyOf(deps, params.org, query.policy);
  if (!found.ok) return found;
  const foreign = mayNotSee(found.value.policy, by, may);
  return foreign === undefined ? accept({ ...found.value, by }) : refuse(foreign);
};

const listOf = async (deps: KpiDeps, input: KpiInput<AsOf>, may: Capability): Promise<Result<FigureList, Refused>> => {
  const found = await measured(deps, input, may);
  if (!found.ok) return found;
  const { org, policy, by, now } = found.value;
  const { locale, query } = input;
  const on = query.on ?? civilDate(now, policy.calendar.timeZone);
  const [figures, all] = await Promise.all([
    figuresOf(deps, { org: org.id, policy, on, earlier: query.earlier }),
    policiesOf(deps.orgs, org, now),
  ]);
  const seen = all.filter((one) => one.kpis.length > 0 && mayNotSee(one, by, may) === undefined);
  return accept({
    policy: { id: policy.id, title: policy.title[locale] },
    on,
    items: figures.map((figure) => figureView(policy, figure, by, locale)),
    others: seen.map(({ id, title }) => ({ id, title: title[locale] })),
  });
};

/** The figures of a regulation as of a day. */
export const listKpis = async (deps: KpiDeps, input: KpiInput<AsOf>): Answer =>
  reply(kpiRoutes.kpis, await listOf(deps, input, "read"), input.locale);

/** The same as a sheet. */
export const exportKpis = async (
  deps: KpiDeps,
  input: KpiInput<AsOf & { readonly format: "csv" | "xlsx" }>,
): Answer => {
  const found = await listOf(deps, input, "export");
  if (!found.ok) return reply(kpiRoutes.exportKpis, found, input.locale);
  const { policy, on } = found.value;
  return answerSheet(`${input.params.org}-${policy.id}-${on}`, input.query.format, kpiSheet(found.value, input.locale));
};

/** Writes down what nothing counts, once for each Idempotency-Key, and shows the figure as it then is. */
export const giveKpi = async (
  deps: KpiDeps,
  input: KpiInput<{ readonly policy?: string | undefined }> & {
    readonly params: { readonly kpi: string; readonly period: string };
    readonly body: z.infer<typeof GivenBody>;
  },
): Answer => {
  const { params, event, locale, body } = input;
  const found = await measured(deps, input, "read");
  if (!found.ok) return reply(kpiRoutes.giveKpi, found, locale);
  const { org, policy, by, now } = found.value;
  const key = idempotencyKey(event) ?? now;
  const { kpi, period } = params;
  const given = await giveFigure(deps, { org: org.id, policy, kpi, period, by, key }, body);
  if (!given.ok) return reply(kpiRoutes.giveKpi, given, locale);
  const named = policy.kpis.find(({ id }) => id === kpi);
  const window = named === undefined ? undefined : windowNamed(named, period);
  const today = civilDate(now, policy.calendar.timeZone);
  // as of today where the period still runs, so that whoever writes stays where they are
  const on = window === undefined || today <= window[1] ? today : window[1];
  return reply(
    kpiRoutes.giveKpi,
    await listOf(deps, { ...input, query: { ...input.query, on, earlier: 5 } }, "read"),
    locale,
  );
};
