import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { wordsIn } from "../case/opinion/receipt.ts";
import { stageOf } from "../case/opinion/stage.ts";
import type { Locale } from "../kernel/text.ts";
import { OpinionStage, stageTitle } from "../policy/opinions.ts";
import type { Policy } from "../policy/policy.ts";
import { questionsOf } from "../survey/survey.ts";
import { Shown } from "./shown.ts";

/** One answer on the scale of a survey, in words. */
export const ScoreView = z.object({
  question: z.string(),
  title: z.string(),
  score: z.number().int(),
  label: z.string(),
  satisfied: z.boolean(),
});

/** Where a case came from that was said in a survey, as it was collated. */
export const OpinionOrigin = z.object({
  campaignId: z.string(),
  opinionId: z.string().meta({ description: "of the campaign, where what the customer says by now can be read" }),
  survey: z.object({ id: z.string(), title: z.string() }),
  campaign: z.string(),
  department: z.string(),
  collatedAt: Shown,
  collatedBy: z.string(),
  answeredAt: Shown,
  stage: z.object({ id: OpinionStage, says: z.string() }),
  scores: z.array(ScoreView),
  words: z.string().optional(),
});

/** Answers in the order of the questions, in the words of the scale; what the survey no longer asks stands by its name. */
export const scoreViews = (
  { surveys }: Pick<Policy, "surveys">,
  survey: string,
  scores: Readonly<Record<string, number>>,
  locale: Locale,
): z.infer<typeof ScoreView>[] => {
  const found = surveys.find(({ id }) => id === survey);
  const known = found === undefined ? [] : questionsOf(found);
  const gone = Object.keys(scores).filter((id) => !known.some((question) => question.id === id));
  return [
    ...known.map(({ id, title }) => ({ id, title: title[locale] })),
    ...gone.map((id) => ({ id, title: id })),
  ].flatMap(({ id, title }) => {
    const score = scores[id];
    if (score === undefined) return [];
    const answer = found?.scale.find(({ value }) => value === score);
    const label = answer?.label[locale] ?? String(score);
    return [{ question: id, title, score, label, satisfied: answer?.satisfied ?? false }];
  });
};

export const opinionOrigin = (
  policy: Policy,
  told: Case,
  locale: Locale,
): z.infer<typeof OpinionOrigin> | undefined => {
  const { opinion } = told;
  const at = stageOf(policy, told);
  if (opinion === undefined || at === undefined) return undefined;
  const zone = policy.calendar.timeZone;
  const survey = policy.surveys.find(({ id }) => id === opinion.survey);
  const [first] = told.told;
  return {
    campaignId: opinion.campaign,
    opinionId: opinion.invitation,
    survey: { id: opinion.survey, title: survey?.title[locale] ?? opinion.survey },
    campaign: opinion.title,
    department: opinion.department,
    collatedAt: withOffset(opinion.at, zone),
    collatedBy: opinion.by.kind === "staff" ? opinion.by.name : opinion.by.kind,
    answeredAt: withOffset(opinion.answeredAt, zone),
    stage: { id: at.stage, says: stageTitle(at.stage)[locale] },
    scores: scoreViews(policy, opinion.survey, opinion.scores, locale),
    words: first?.type === "received" ? wordsIn(policy, first.answers) : undefined,
  };
};
