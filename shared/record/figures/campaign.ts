import { startOfDay } from "../../calendar/zone.ts";
import type { Total } from "../../kpi/figure.ts";
import { periodAt } from "../../kpi/period.ts";
import type { KpiFormula } from "../../policy/kpi.ts";
import { figuresOf } from "../../survey/figures.ts";
import { OVERALL } from "../../survey/survey.ts";
import type { Tally } from "../../survey/tally.ts";
import type { LoadedCampaign } from "../campaigns/change.ts";
import type { FigureDeps, KeptPart } from "./figures.ts";
import { SURVEYS } from "./figures-of.ts";

type Counted = Pick<LoadedCampaign, "record" | "policy" | "survey" | "current">;

/** What a tally says of a figure; nothing of one that no survey feeds. */
const totalFor = (
  { policy, survey }: Counted,
  tally: Tally,
  formula: KpiFormula["is"] | undefined,
): Total | undefined => {
  if (formula === "response-rate") return { numerator: tally.valid, denominator: tally.wentOut };
  if (formula !== "satisfied-share") return undefined;
  const overall = figuresOf(policy, survey, tally).questions.find(({ question }) => question === OVERALL);
  return overall === undefined ? undefined : { numerator: overall.satisfied, denominator: overall.answers };
};

/** What a campaign that was counted adds to the figures that its survey feeds: in the period in which it was sent. */
const partsOfCampaign = (found: Counted, tally: Tally): readonly KeptPart[] => {
  const { record, policy, survey, current } = found;
  const { sendOn } = current.plan;
  const at = startOfDay(sendOn, policy.calendar.timeZone);
  return policy.kpis.flatMap((kpi) => {
    const total = survey.kpis.includes(kpi.id) ? totalFor(found, tally, kpi.formula?.is) : undefined;
    const period = periodAt(policy, kpi, at) ?? SURVEYS;
    return total === undefined ? [] : [{ ...total, at, of: record.id, member: sendOn, kpi: kpi.id, period }];
  });
};

/**
 * Adds a campaign to the figures of its regulation once it is counted, which never changes. Done before the campaign says
 * so, and again where it died in between: the same rows once more.
 */
export const keepCampaign = async ({ figures }: FigureDeps, found: Counted, tally: Tally): Promise<void> => {
  const put = partsOfCampaign(found, tally);
  if (put.length > 0) await figures.apply({ org: found.record.org, policy: found.policy.id }, { put, drop: [] });
};
