import type { Locale, Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { SurveyFigures } from "../survey/figures.ts";
import type { Interval } from "../survey/interval.ts";
import type { Tally } from "../survey/tally.ts";
import type { House } from "./look/look.ts";
import { SURVEY_WORDS as WORDS } from "./survey-words.ts";

/** What a letter to staff about a counted survey is written from. */
export type SurveyLetterData = {
  readonly locale: Locale;
  readonly org: House;
  readonly policy: Policy;
  readonly survey: Policy["surveys"][number];
  /** What the campaign is called. */
  readonly title: string;
  /** The last day on which an answer counted, of the office. */
  readonly closesOn: string;
  readonly figures: SurveyFigures;
  readonly tally: Tally;
  /** What a question is called. */
  readonly questions: ReadonlyMap<string, Text>;
  /** The campaign in the console. */
  readonly page: string;
};

const two = (mean: number): string => mean.toFixed(2);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** An interval in brackets, where there is one. */
const within = (between: Interval | undefined, say: (edge: number) => string): string =>
  between === undefined ? "" : ` [${say(between.from)} – ${say(between.to)}]`;

/** A share of those who answered, with its interval. */
export const shareText = (
  { share, shareBetween, satisfied, answers }: SurveyFigures["questions"][number],
  locale: Locale,
): string =>
  answers === 0
    ? WORDS.nobody[locale]
    : `${WORDS.satisfied[locale](share.shown ?? "–", `${satisfied}/${answers}`)}${within(shareBetween, percent)}`;

/** A mean with its interval. */
export const meanText = (mean: number, between: Interval | undefined, locale: Locale): string =>
  `${WORDS.mean[locale](two(mean))}${within(between, two)}`;

/** A rate by its own words: what of what, and whether it reached what the regulation asks. */
export const rateText = ({ rate, rateBetween }: SurveyFigures, { valid, wentOut }: Tally, locale: Locale): string => {
  const met = rate.met === null ? "" : ` · ${WORDS.target[locale](rate.met)}`;
  return `${rate.shown ?? "–"} (${valid}/${wentOut})${within(rateBetween, percent)}${met}`;
};
