import * as z from "zod";
import type { FieldFault } from "../case/fault.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import { Slug } from "../policy/terms.ts";
import { OVERALL, questionsOf } from "./survey.ts";

/** As much as a customer may write in one answer. */
const COMMENT_MAX = 4000;

/** What a customer has answered so far; what was saved later stands in the place of what was saved before (AS-111, D-10). */
export const SurveyAnswer = z.strictObject({
  at: Instant,
  scores: z.record(Slug, z.number().int()),
  comment: z.string().optional(),
});
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** What arrives from a form or the interface: each score as it was sent, before the questionnaire has been asked. */
export type RawAnswer = { readonly scores: Readonly<Record<string, unknown>>; readonly comment?: string | undefined };

const faults = (survey: Survey, { scores, comment }: RawAnswer): readonly FieldFault[] => {
  const questions = new Set(questionsOf(survey).map(({ id }) => id));
  const scale = new Set(survey.scale.map(({ value }) => value));
  const rule = survey.rules[0];
  const wrong = Object.entries(scores).flatMap(([id, score]): readonly FieldFault[] => {
    const path = `/scores/${id}`;
    if (!questions.has(id))
      return [{ path, code: "unknown-field", says: say("问卷没有这一项", "The questionnaire does not ask this") }];
    if (typeof score === "number" && scale.has(score)) return [];
    const of = [...scale].join(", ");
    return [{ path, code: "invalid", rule, says: say(`请在 ${of} 中选择`, `Choose one of ${of}`) }];
  });
  if (comment === undefined) return wrong;
  if (!survey.comments && comment !== "")
    return [
      ...wrong,
      { path: "/comment", code: "unknown-field", says: say("本问卷不收意见", "This survey takes no comment") },
    ];
  if (comment.length > COMMENT_MAX)
    return [
      ...wrong,
      { path: "/comment", code: "too-long", says: say(`最多 ${COMMENT_MAX} 字`, `At most ${COMMENT_MAX} characters`) },
    ];
  return wrong;
};

/** The scores of a sheet in the order of the questions, so that the same answers are the same item. */
const ordered = (survey: Survey, scores: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(
    questionsOf(survey).flatMap(({ id }) => (typeof scores[id] === "number" ? [[id, scores[id]]] : [])),
  );

/**
 * Reads an answer by the questionnaire of the regulation. Any part may be missing: it can be saved and gone on with;
 * every part that is there must fit.
 */
export const readAnswer = (
  survey: Survey,
  raw: RawAnswer,
  at: Instant,
): Result<SurveyAnswer, readonly FieldFault[]> => {
  const wrong = faults(survey, raw);
  if (wrong.length > 0) return refuse(wrong);
  const comment = raw.comment === undefined || raw.comment.trim() === "" ? {} : { comment: raw.comment };
  return accept({ at, scores: ordered(survey, raw.scores), ...comment });
};

/** Whether an answer counts: the overall question is answered. */
export const isValid = ({ scores }: Pick<SurveyAnswer, "scores">): boolean => scores[OVERALL] !== undefined;

/** Whether nothing of the questionnaire is open any more. */
export const isComplete = (survey: Survey, { scores }: Pick<SurveyAnswer, "scores">): boolean =>
  questionsOf(survey).every(({ id }) => scores[id] !== undefined);
