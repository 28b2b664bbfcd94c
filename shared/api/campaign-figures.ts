import * as z from "zod";
import type { Locale } from "../kernel/text.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import { figuresOf } from "../survey/figures.ts";
import { questionsOf } from "../survey/survey.ts";
import type { Tally } from "../survey/tally.ts";
import { groupTitle } from "./group-title.ts";

const Share = z.object({
  value: z.number().nullable(),
  shown: z
    .string()
    .nullable()
    .meta({ examples: ["49.8 %"] }),
  met: z.boolean().nullable(),
});
const Between = z.object({ from: z.number(), to: z.number() }).meta({ description: "95 % confidence" });

const QuestionView = z.object({
  question: z.string(),
  title: z.string(),
  answers: z.number().int(),
  satisfied: z.number().int(),
  share: Share,
  shareBetween: Between.optional(),
  mean: z.number().optional(),
  meanBetween: Between.optional(),
  histogram: z.record(z.string(), z.number().int()),
});

/** What came of a campaign, counted. */
export const FiguresView = z.object({
  invited: z.number().int(),
  sent: z.number().int().meta({ description: "went out, those that came back among them" }),
  bounced: z.number().int(),
  suppressed: z.number().int(),
  unsubscribed: z.number().int(),
  notSent: z.number().int(),
  noAddress: z.number().int().meta({ description: "no e-mail address is known" }),
  waiting: z.number().int(),
  silent: z.number().int().optional().meta({
    description: "reached, and without an answer: once it is closed their links have expired",
  }),
  answered: z.number().int(),
  valid: z.number().int(),
  rate: Share,
  rateBetween: Between.optional(),
  insufficient: z.boolean().meta({ description: "INSUFFICIENT_RESPONSE: the rate missed its target" }),
  questions: z.array(QuestionView),
  groups: z.array(
    z.object({
      by: z.string(),
      value: z.string(),
      invited: z.number().int(),
      rate: Share,
      questions: z.array(QuestionView),
    }),
  ),
  crowded: z.array(z.string()).meta({ description: "columns of too many values to tell groups apart by them" }),
  commended: z
    .array(
      z.object({
        question: z.string(),
        title: z.string(),
        department: z.string().optional().meta({ description: "of those whom it served; absent: of all" }),
        mean: z.number(),
        answers: z.number().int(),
      }),
    )
    .meta({ description: "so well answered that a commendation is due" }),
});

/** The figures of a tally, in their reader's language. */
export const figuresView = ({ policy, survey }: LoadedCampaign, tally: Tally, locale: Locale) => {
  const titles = new Map(questionsOf(survey).map(({ id, title }) => [id, title[locale]]));
  const { questions, groups, crowded, commended, ...figures } = figuresOf(policy, survey, tally);
  const titled = (all: typeof questions) => all.map((one) => ({ ...one, title: titles.get(one.question) ?? "" }));
  return {
    invited: tally.invited,
    sent: tally.wentOut,
    bounced: tally.fates.bounced,
    suppressed: tally.fates.suppressed,
    unsubscribed: tally.fates.unsubscribed,
    notSent: tally.fates.notSent,
    noAddress: tally.fates.noAddress,
    waiting: tally.fates.waiting,
    silent: tally.silent,
    answered: tally.answered,
    valid: tally.valid,
    ...figures,
    crowded: [...crowded],
    commended: commended.map(({ department, ...one }) => ({
      ...one,
      title: titles.get(one.question) ?? "",
      ...(department === undefined
        ? {}
        : { department: groupTitle(policy, { by: "department", value: department }, locale) }),
    })),
    questions: titled(questions),
    groups: groups.map((group) => ({
      ...group,
      value: groupTitle(policy, group, locale),
      questions: titled(group.questions),
    })),
  };
};
