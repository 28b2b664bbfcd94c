import type * as z from "zod";
import type { FieldProblem } from "../api/problem.ts";
import type { Locale, Text } from "../kernel/text.ts";
import { type Html, html } from "../mail/html.ts";
import type { Survey } from "../policy/follow-up.ts";
import { isComplete, type SurveyAnswer } from "../survey/answer.ts";
import { questionsOf } from "../survey/survey.ts";
import { page } from "./page.ts";
import { surveyWords } from "./survey-words.ts";

/** The names of what the questionnaire's form sends. */
export const SURVEY_INPUTS = { score: "score.", comment: "comment" } as const;

type Problem = z.infer<typeof FieldProblem>;

type SurveyPage = {
  readonly org: Text;
  readonly survey: Survey;
  readonly locale: Locale;
  readonly nonce: string;
  /** Until when an answer counts, said for the reader; absent once that is over. */
  readonly until: string | undefined;
  readonly answer: Pick<SurveyAnswer, "scores" | "comment"> | undefined;
  readonly problems?: readonly Problem[] | undefined;
  /** It was just saved. */
  readonly saved: boolean;
  readonly stop: string;
};

const question = ({ survey, locale, answer }: SurveyPage, { id, title }: { id: string; title: Text }): Html => {
  const name = `${SURVEY_INPUTS.score}${id}`;
  return html`<fieldset class="scale"><legend>${title[locale]}</legend>${survey.scale.map(({ value, label }) => {
    const input = `${name}.${value}`;
    return html`<label for="${input}"><input type="radio" id="${input}" name="${name}" value="${value}"${answer?.scores[id] === value && html` checked`}> ${label[locale]}</label>`;
  })}</fieldset>`;
};

const status = (view: SurveyPage): Html | false => {
  const s = surveyWords[view.locale];
  if (view.problems !== undefined && view.problems.length > 0)
    return html`<div role="alert" class="problems"><ul>${view.problems.map(({ says }) => html`<li>${says}</li>`)}</ul></div>`;
  if (!view.saved || view.answer === undefined) return false;
  const whole = isComplete(view.survey, view.answer);
  return html`<p role="status" class="done">${whole ? s.thanks : s.savedPart}</p>`;
};

/** The questionnaire: plain radios and a text, so that it works on any phone; what was saved before is filled in. */
export const surveyPage = (view: SurveyPage): string => {
  const { org, survey, locale, nonce, until, answer, stop } = view;
  const s = surveyWords[locale];
  const title = survey.title[locale];
  const body =
    until === undefined
      ? html`<div class="card narrow"><h1>${title}</h1><p role="status">${s.ended}</p>${answer !== undefined && html`<p>${s.counted}</p>`}</div>`
      : html`<form method="post" class="card plainform"><h1>${title}</h1>${status(view)}<p class="quiet">${s.lead(until)}</p>
${questionsOf(survey).map((one) => question(view, one))}
${
  survey.comments &&
  html`<p><label for="comment">${s.comment}</label><textarea id="comment" name="${SURVEY_INPUTS.comment}" rows="5" maxlength="4000">${answer?.comment ?? ""}</textarea></p>`
}
<p><button class="button" type="submit">${answer === undefined ? s.send : s.change}</button></p><p class="hint">${s.parts}</p>
<p class="hint"><a href="${stop}">${s.stop}</a></p></form>`;
  return page({ locale, nonce, org: org[locale], title, body });
};

/** Asks before nothing more is sent, since mail programs open links by themselves; and says so once it is done. */
export const stopPage = ({
  org,
  locale,
  nonce,
  stopped,
}: {
  readonly org: Text;
  readonly locale: Locale;
  readonly nonce: string;
  readonly stopped: boolean;
}): string => {
  const s = surveyWords[locale];
  return page({
    locale,
    nonce,
    org: org[locale],
    title: s.stop,
    body: html`<div class="card narrow"><h1>${s.stop}</h1>${
      stopped
        ? html`<p role="status">${s.stopped(org[locale])}</p>`
        : html`<form method="post"><p>${s.stopAsk(org[locale])}</p><p><button class="button" type="submit">${s.stopDo}</button></p></form>`
    }</div>`,
  });
};
