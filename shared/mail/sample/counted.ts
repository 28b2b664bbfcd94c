import { figuresOf } from "../../survey/figures.ts";
import { questionsOf } from "../../survey/survey.ts";
import { count, emptyTally } from "../../survey/tally.ts";
import { analysisLetter } from "../analysis.ts";
import { commendationLetter } from "../commendation.ts";
import type { House } from "../look/look.ts";
import type { Letter } from "../written.ts";
import type { Stage } from "./story.ts";

/** Twelve who were asked, nine of whom gave the best score: of the regulation's survey, the one that commends where it does. */
export const countedLetter = (
  { rulebook: { policy }, now, locale }: Stage,
  org: House,
  kind: "analysis" | "commendation",
): Letter => {
  const surveys = policy.surveys.filter(({ commendation }) => kind === "analysis" || commendation !== undefined);
  const [survey] = surveys;
  if (survey === undefined) throw new Error(`${policy.id} counts no survey`);
  const best = Math.max(...survey.scale.map(({ value }) => value));
  const questions = questionsOf(survey);
  const scores = Object.fromEntries(questions.map(({ id }) => [id, best]));
  const tally = emptyTally(survey);
  for (let n = 0; n < 12; n += 1) {
    const answer = n < 9 ? { scores, at: now } : undefined;
    count(survey, tally, { fate: "sent", wentOut: true, answer, groups: {} });
  }
  const data = {
    ...{ locale, org, policy, survey, tally, title: survey.title[locale], closesOn: now.slice(0, 10) },
    figures: figuresOf(policy, survey, tally),
    questions: new Map(questions.map(({ id, title }) => [id, title])),
    page: "https://example.com/",
  };
  return kind === "analysis" ? analysisLetter(data) : commendationLetter(data);
};
