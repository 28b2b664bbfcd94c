import * as z from "zod";
import { owedLetter } from "../case/owed-letter.ts";
import type { Instant } from "../kernel/instant.ts";
import { analysisReaders } from "../policy/analysis.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import type { Commended } from "./commended.ts";

/**
 * A letter that a campaign owes to a role of its regulation: the figures to those who decide on them (PRV-22, OSS-10), or
 * praise to be published (OSS-12).
 */
export const CampaignLetter = z.strictObject({
  ...owedLetter,
  is: z.enum(["analysis", "commendation"]),
});
export type CampaignLetter = z.infer<typeof CampaignLetter>;

/** The letters that are owed once a campaign is counted. */
export const lettersOf = (
  policy: Policy,
  survey: Survey,
  commended: readonly Commended[],
  at: Instant,
): readonly CampaignLetter[] => {
  const letter = (is: CampaignLetter["is"], to: string): CampaignLetter => ({
    id: `${is}-${to}`,
    is,
    to,
    owedAt: at,
    state: { is: "waiting", attempts: 0 },
  });
  const praise = commended.length === 0 ? undefined : survey.commendation?.to;
  return [
    ...analysisReaders(policy, survey).map((to) => letter("analysis", to)),
    ...(praise === undefined ? [] : [letter("commendation", praise)]),
  ];
};
