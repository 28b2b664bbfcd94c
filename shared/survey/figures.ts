import type { Survey } from "../policy/follow-up.ts";
import type { Kpi, KpiFormula } from "../policy/kpi.ts";
import type { Policy } from "../policy/policy.ts";
import { type Verdict, verdict } from "../policy/verdict.ts";
import { type Commended, commendedAmong } from "./commended.ts";
import { countOf, type Histogram, type Interval, meanInterval, meanOf, shareInterval } from "./interval.ts";
import { isSatisfied, OVERALL, questionsOf } from "./survey.ts";
import type { Scores, Tally } from "./tally.ts";

/** What is known of one question among some answers. */
type QuestionFigure = {
  readonly question: string;
  readonly answers: number;
  readonly satisfied: number;
  /** Satisfied of those who answered it, in per cent. */
  readonly share: Verdict;
  readonly shareBetween: Interval | undefined;
  readonly mean: number | undefined;
  readonly meanBetween: Interval | undefined;
  readonly histogram: Histogram;
};

type GroupFigure = {
  readonly by: string;
  readonly value: string;
  readonly invited: number;
  readonly rate: Verdict;
  readonly questions: readonly QuestionFigure[];
};

export type SurveyFigures = {
  /** Distinct valid answers of all that went out (AS-110, OSS-09). */
  readonly rate: Verdict;
  readonly rateBetween: Interval | undefined;
  /** The answers are too few for the regulation to lean on: the analysis says so (AS-110). */
  readonly insufficient: boolean;
  readonly questions: readonly QuestionFigure[];
  readonly groups: readonly GroupFigure[];
  /** Columns of too many values to tell groups apart by them. */
  readonly crowded: readonly string[];
  /**
   * What is so well answered that a commendation is due (OSS-12, AS-113): nothing where the answers are too few for the
   * regulation to lean on (OSS-09).
   */
  readonly commended: readonly Commended[];
};

type Target = Pick<Kpi, "operator" | "target" | "unit">;

const NO_TARGET: Target = { operator: ">=", target: null, unit: "percent" };

const questionFigure = (survey: Survey, question: string, histogram: Histogram, target: Target): QuestionFigure => {
  const answers = countOf(histogram);
  const satisfied = Object.entries(histogram)
    .filter(([score]) => isSatisfied(survey, Number(score)))
    .reduce((sum, [, times]) => sum + times, 0);
  return {
    question,
    answers,
    satisfied,
    share: verdict(question === OVERALL ? target : NO_TARGET, { numerator: satisfied, denominator: answers }),
    shareBetween: shareInterval(satisfied, answers),
    mean: meanOf(histogram),
    meanBetween: meanInterval(
      histogram,
      survey.scale.map(({ value }) => value),
    ),
    histogram,
  };
};

/** What the regulation wants of a figure that this survey feeds. */
const targetOf = (policy: Policy, survey: Survey, formula: KpiFormula["is"]): Target =>
  policy.kpis.find((kpi) => kpi.formula?.is === formula && survey.kpis.includes(kpi.id)) ?? NO_TARGET;

const questionFigures = (survey: Survey, scores: Scores, target: Target): readonly QuestionFigure[] =>
  questionsOf(survey).map(({ id }) => questionFigure(survey, id, scores[id] ?? {}, target));

/**
 * The figures of a campaign: shares are judged unrounded (3.6), no data is apart from missed, and a rate below its target
 * flags the whole (INSUFFICIENT_RESPONSE, AS-110).
 */
export const figuresOf = (policy: Policy, survey: Survey, tally: Tally): SurveyFigures => {
  const target = targetOf(policy, survey, "satisfied-share");
  const rate = verdict(targetOf(policy, survey, "response-rate"), {
    numerator: tally.valid,
    denominator: tally.wentOut,
  });
  const questions = questionFigures(survey, tally.scores, target);
  const groups = Object.entries(tally.groups).map(([key, group]): GroupFigure => {
    const at = key.indexOf("=");
    return {
      by: key.slice(0, at),
      value: key.slice(at + 1),
      invited: group.invited,
      rate: verdict(NO_TARGET, { numerator: group.valid, denominator: group.wentOut }),
      questions: questionFigures(survey, group.scores, target),
    };
  });
  const insufficient = rate.met === false;
  return {
    rate,
    rateBetween: shareInterval(tally.valid, tally.wentOut),
    insufficient,
    questions,
    groups: groups.sort((a, b) => (`${a.by} ${a.value}` < `${b.by} ${b.value}` ? -1 : 1)),
    crowded: tally.crowded,
    commended: insufficient ? [] : commendedAmong(survey, { questions, groups }),
  };
};
