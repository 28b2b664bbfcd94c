import * as z from "zod";
import { CaseId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import { OPINION_STAGES, OpinionStage } from "../policy/opinions.ts";
import type { SurveyAnswer } from "./answer.ts";
import { type Question, questionsOf } from "./survey.ts";

/** What became of an opinion: the case that deals with it, as that case told the campaign last. */
export const CollatedOpinion = z.strictObject({
  caseId: CaseId,
  number: z.string(),
  department: z.string(),
  collatedAt: Instant,
  /** Which answer was collated: a later one stands beside it (AS-111). */
  answeredAt: Instant,
  stage: OpinionStage,
});
export type CollatedOpinion = z.infer<typeof CollatedOpinion>;

/** How far an opinion is; `open` while nobody has collated it. */
export const OpinionState = z.enum(["open", ...OPINION_STAGES]);
export type OpinionState = z.infer<typeof OpinionState>;

/** A question that was answered with what the scale does not call satisfied. */
export type Unsatisfied = { readonly question: Question; readonly score: number; readonly label: Text };

type Answered = { readonly answer?: SurveyAnswer | undefined; readonly opinion?: CollatedOpinion | undefined };

/** What somebody was not satisfied with, in the order of the questions. */
export const unsatisfiedIn = (survey: Survey, { scores }: Pick<SurveyAnswer, "scores">): readonly Unsatisfied[] =>
  questionsOf(survey).flatMap((question) => {
    const score = scores[question.id];
    const answer = survey.scale.find(({ value }) => value === score);
    return answer === undefined || answer.satisfied ? [] : [{ question, score: answer.value, label: answer.label }];
  });

/** Whether somebody gave an opinion: a low answer or a comment, or one that was collated and has changed since. */
export const hasOpinion = (survey: Survey, { answer, opinion }: Answered): boolean =>
  opinion !== undefined ||
  (answer !== undefined && (answer.comment !== undefined || unsatisfiedIn(survey, answer).length > 0));

/** Whether the customer has answered anew since their opinion was collated. */
export const hasChanged = ({ answer, opinion }: Answered): boolean =>
  opinion !== undefined && answer !== undefined && answer.at !== opinion.answeredAt;

/** How far an opinion is. */
export const stateOfOpinion = ({ opinion }: Answered): OpinionState => opinion?.stage ?? "open";

/** What somebody said, as a case tells it: their comment, else what they were not satisfied with in the scale's words. */
export const wordsOf = (survey: Survey, answer: SurveyAnswer, locale: keyof Text): string =>
  answer.comment ??
  unsatisfiedIn(survey, answer)
    .map(({ question, label }) => [question.title[locale], label[locale]].join(locale === "zh-CN" ? "：" : ": "))
    .join("\n");
