import type { Instant } from "../../kernel/instant.ts";
import { OPINION_STAGES, type OpinionRule, type OpinionStage } from "../../policy/opinions.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";

/** How far an opinion is, and since when. */
export type OpinionAt = { readonly stage: OpinionStage; readonly since: Instant };

/** What a regulation makes of the opinions of one of its surveys; undefined where it only counts them. */
export const opinionRule = ({ surveys }: Pick<Policy, "surveys">, survey: string): OpinionRule | undefined =>
  surveys.find(({ id }) => id === survey)?.opinions;

/** Whether one stage comes after another. */
export const isFurther = (stage: OpinionStage, than: OpinionStage): boolean =>
  OPINION_STAGES.indexOf(stage) > OPINION_STAGES.indexOf(than);

/** How far the opinion of a case is by what has happened to it; undefined for a case that was none. */
export const stageOf = (policy: Policy, { opinion, happened }: Case): OpinionAt | undefined => {
  if (opinion === undefined) return undefined;
  const rule = opinionRule(policy, opinion.survey);
  const reached = OPINION_STAGES.flatMap((stage): OpinionAt[] => {
    const event = rule?.[stage];
    const since = event === undefined ? undefined : happened[event];
    return since === undefined ? [] : [{ stage, since }];
  });
  return reached.at(-1) ?? { stage: "collated", since: opinion.at };
};

/** What the campaign does not know yet of its opinion, and since when; undefined when it knows. */
export const opinionNews = (policy: Policy, current: Case): OpinionAt | undefined => {
  const now = stageOf(policy, current);
  const told = current.timeline.findLast((event) => event.type === "opinionTold");
  return now === undefined || told?.stage === now.stage ? undefined : now;
};
