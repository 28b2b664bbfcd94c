import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { analysisReaders } from "../policy/analysis.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import { Name } from "../policy/terms.ts";
import type { Commended } from "./commended.ts";

/**
 * A letter that a campaign owes to a role of its regulation: the figures to those who decide on them (PRV-22, OSS-10), or
 * praise to be published (OSS-12). It holds no text and no address: both are made when it leaves.
 */
export const CampaignLetter = z.strictObject({
  /** Deterministic: the same cause cannot owe the same letter twice. */
  id: z.string(),
  is: z.enum(["analysis", "commendation"]),
  to: Name,
  owedAt: Instant,
  state: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("waiting"), attempts: z.number().int().nonnegative(), after: Instant.optional() }),
    z.strictObject({ is: z.literal("sent"), at: Instant, messageId: z.string() }),
    z.strictObject({ is: z.literal("notSent"), at: Instant, why: z.string() }),
  ]),
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

/** When a letter is to leave; undefined once it has, or will not. */
export const leavesAt = ({ state, owedAt }: CampaignLetter): Instant | undefined =>
  state.is === "waiting" ? (state.after ?? owedAt) : undefined;
