import type { Block, Row } from "./block.ts";
import { sayDay } from "./date.ts";
import { oneLine } from "./plain.ts";
import { sentencesIn } from "./sentences.ts";
import { meanText, rateText, type SurveyLetterData, shareText } from "./survey-letter.ts";
import { SURVEY_WORDS } from "./survey-words.ts";
import { type Letter, written } from "./written.ts";

const WORDS = SURVEY_WORDS.analysis;

/** Why somebody who was invited has not answered, each apart, and none of what does not occur. */
const lostRows = ({ tally, locale }: SurveyLetterData): readonly Row[] => {
  const { fates, silent = 0 } = tally;
  const { row } = SURVEY_WORDS;
  const all = [
    [row.silent, silent],
    [row.bounced, fates.bounced],
    [row.suppressed, fates.suppressed],
    [row.unsubscribed, fates.unsubscribed],
    [row.notSent, fates.notSent + fates.waiting],
    [row.noAddress, fates.noAddress],
  ] as const;
  return all.flatMap(([label, times]) => (times === 0 ? [] : [{ label: label[locale], value: `${times}` }]));
};

const questionRows = ({ figures, questions, locale }: SurveyLetterData): readonly Row[] =>
  figures.questions.map((one) => ({
    label: questions.get(one.question)?.[locale] ?? one.question,
    value: [
      shareText(one, locale),
      ...(one.mean === undefined ? [] : [meanText(one.mean, one.meanBetween, locale)]),
    ].join(" · "),
  }));

/** The figures of a survey, to those who decide what to improve (PRV-22, OSS-10). */
export const analysisLetter = (data: SurveyLetterData): Letter => {
  const { locale, org, policy, survey, title, closesOn, figures, tally, page } = data;
  const s = sentencesIn(locale);
  const { row } = SURVEY_WORDS;
  const rate = figures.rate.shown ?? "–";
  const blocks: readonly Block[] = [
    { is: "words", text: WORDS.says[locale] },
    ...(figures.insufficient ? [{ is: "words", text: WORDS.insufficient[locale] } as const] : []),
    {
      is: "facts",
      rows: [
        { label: row.asked[locale], value: `${tally.invited}` },
        { label: row.rate[locale], value: rateText(figures, tally, locale) },
        ...lostRows(data),
        { label: row.comments[locale], value: `${tally.comments}` },
      ],
    },
    { is: "facts", rows: questionRows(data) },
    { is: "words", text: WORDS.brackets[locale] },
    ...(survey.analysis.length === 0
      ? []
      : ([
          { is: "words", text: WORDS.workOut[locale] },
          { is: "list", items: survey.analysis.map((one) => one[locale]) },
        ] as const)),
    { is: "button", label: SURVEY_WORDS.open[locale], url: page },
  ];
  const draft = {
    subject: WORDS.subject[locale](oneLine(title, 80), sayDay(closesOn, locale), rate),
    preview: `${sayDay(closesOn, locale)} · ${row.rate[locale]} ${rateText(figures, tally, locale)}`,
    heading: WORDS.heading[locale](title),
    blocks,
  };
  return written(org, locale, draft, [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic]);
};
