import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { partView } from "../api/kpi-view.ts";
import type { FigureParts } from "../api/kpis.ts";
import { kpiRoutes } from "../api/routes/kpis.ts";
import { type Reading, type RowView, shownRow } from "../api/row.ts";
import { mayNot } from "../case/roles.ts";
import { CampaignId, CaseId, type OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import { windowNamed } from "../kpi/period.ts";
import { houseId } from "../obligation/house.ts";
import type { Policy } from "../policy/policy.ts";
import { loadCampaign } from "../record/campaigns/change.ts";
import { loadCase } from "../record/change.ts";
import { rowOf } from "../record/columns.ts";
import { dutyPage } from "../record/figures/duties.ts";
import type { FigureRow } from "../record/figures/figures.ts";
import { SURVEYS } from "../record/figures/figures-of.ts";
import { partsIn } from "../record/figures/sum.ts";
import { inTurns } from "../record/in-turns.ts";
import { type KpiDeps, type KpiInput, measured } from "./kpis.ts";
import { reply } from "./reply.ts";

/** The case of a part as this reader may see it in any list; undefined once it is deleted, or is not for them. */
const caseOfPart = async (
  deps: KpiDeps,
  org: OrgId,
  { of }: FigureRow,
  reading: Reading,
): Promise<RowView | undefined> => {
  const id = CaseId.safeParse(of);
  const found = id.success ? await loadCase(deps, { kind: "case", org, id: id.data }) : undefined;
  return found === undefined || mayNot(found.rulebook.policy, reading.by, "read") !== undefined
    ? undefined
    : shownRow(found.rulebook.policy, rowOf(found.rulebook, found.record), reading);
};

const campaignOfPart = async (deps: KpiDeps, org: OrgId, { of }: FigureRow) => {
  const id = CampaignId.safeParse(of);
  const found = id.success ? await loadCampaign(deps, { org, id: id.data }) : undefined;
  return found === undefined ? undefined : { campaignId: found.record.id, title: found.current.plan.title };
};

/** What was owed, and of what: nothing in particular where the company itself owes it. */
const dutyOfPart = (policy: Policy, { of, member }: FigureRow, locale: Locale) => {
  const [bearer = "", id = ""] = of.split("/");
  const schedule = policy.schedules.find((one) => one.id === member);
  const object = bearer === houseId(policy.id) ? undefined : bearer;
  return { title: schedule?.title[locale] ?? member, object, day: id.slice(0, 10) };
};

type Parts = KpiInput<z.infer<(typeof kpiRoutes)["kpiParts"]["query"]>> & {
  readonly params: { readonly kpi: string; readonly period: string };
};

/** What makes up a figure of a period by now, the latest first: cases with their number, or surveys. */
export const listParts = async (deps: KpiDeps, input: Parts): Promise<APIGatewayProxyStructuredResultV2> => {
  const { params, query, locale } = input;
  const route = kpiRoutes.kpiParts;
  const found = await measured(deps, input, "read");
  if (!found.ok) return reply(route, found, locale);
  const { org, policy, by, now } = found.value;
  const kpi = policy.kpis.find(({ id }) => id === params.kpi);
  const isNamed = kpi !== undefined && (kpi.period === "survey" || windowNamed(kpi, params.period) !== undefined);
  if (!isNamed)
    return reply(
      route,
      refuse({
        code: "unknown-figure",
        says: say("没有此项指标或时期", "There is no such figure or period"),
        rules: [],
      }),
      locale,
    );
  const period = kpi.period === "survey" ? SURVEYS : params.period;
  const key = { org: org.id, policy: policy.id, kpi: kpi.id, period };
  const { formula } = kpi;
  const window = windowNamed(kpi, params.period);
  const page =
    formula?.is === "duties" && window !== undefined
      ? await dutyPage(deps, { of: { org: org.id, policy: policy.id }, formula, window, now }, query)
      : await partsIn(deps.figures, key, now, query);
  const items = await inTurns(page.items, async (row): Promise<FigureParts["items"][number]> => {
    const [ofCase, campaign] = await Promise.all([
      caseOfPart(deps, params.org, row, { by, now, locale }),
      campaignOfPart(deps, params.org, row),
    ]);
    const duty = formula?.is === "duties" ? dutyOfPart(policy, row, locale) : undefined;
    return partView(policy, kpi, row, { case: ofCase, campaign, duty, locale });
  });
  return reply(route, accept({ items, cursor: page.cursor }), locale);
};
