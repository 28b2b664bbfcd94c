import type { Block } from "./block.ts";
import { sayDay } from "./date.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import type { SurveyLetterData } from "./survey-letter.ts";
import { SURVEY_WORDS } from "./survey-words.ts";
import { type Letter, written } from "./written.ts";

const WORDS = SURVEY_WORDS.commendation;

/** Asks a role to commend whom customers were very satisfied with, with a draft of what may be published (OSS-12, AS-113). */
export const commendationLetter = (data: SurveyLetterData): Letter => {
  const { locale, org, policy, survey, title, closesOn, figures, questions, page } = data;
  const s = sentencesIn(locale);
  const named = figures.commended.map((one) => {
    const what = questions.get(one.question)?.[locale] ?? one.question;
    const role = policy.roles.find(({ id }) => id === one.department)?.title[locale] ?? one.department;
    return { ...one, what: role === undefined ? what : WORDS.of[locale](role, what) };
  });
  const aspects = named.map(({ what, mean, answers }) => WORDS.aspect[locale](what, mean.toFixed(2), answers));
  const praised = named.map(({ what }) => what).join(s.join);
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale](title, `${survey.commendation?.from ?? ""}`) },
    { is: "list", items: aspects },
    { is: "quote", label: WORDS.draft[locale], text: WORDS.notice[locale](praised) },
    { is: "button", label: SURVEY_WORDS.open[locale], url: page },
  ];
  const subject = WORDS.subject[locale](oneLine(title, 80), sayDay(closesOn, locale));
  return written(
    org,
    locale,
    { subject, preview: `${sayDay(closesOn, locale)} · ${aspects[0] ?? ""}`, heading: subject, blocks },
    [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic],
  );
};
