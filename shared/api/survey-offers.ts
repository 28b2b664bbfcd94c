import * as z from "zod";
import type { Actor } from "../case/actor.ts";
import { actsAs, titles } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import { sayTarget } from "../policy/kpi-words.ts";
import type { Policy } from "../policy/policy.ts";
import { rolesFor } from "../survey/acts.ts";
import { questionsOf } from "../survey/survey.ts";

const Named = z.object({ id: z.string(), title: z.string() });

/** What the regulation wants of a figure that a survey feeds. */
export const TargetView = z.object({
  title: z.string(),
  wanted: z.string().meta({ examples: ["≥ 50 %"] }),
  striven: z.boolean().meta({ description: "striven for: missing it is no failure" }),
  rules: z.array(z.string()),
});

const SurveyOffer = z.object({
  policy: Named,
  id: z.string(),
  title: z.string(),
  rules: z.array(z.string()),
  audience: z.string().meta({ description: "whom the regulation wants asked, in words" }),
  mayPlan: z.boolean().meta({ description: "whether the caller may plan a campaign of it" }),
  by: z.array(z.string()).meta({ description: "the roles that plan it" }),
  approval: z.array(z.string()).meta({ description: "the roles that approve a plan" }),
  after: z.string().optional().meta({ description: "sent with each such event, and not by a plan" }),
  questions: z.array(Named),
  scale: z.array(z.object({ value: z.number().int(), label: z.string(), satisfied: z.boolean() })),
  comments: z.boolean(),
  collates: z.boolean().meta({ description: "whether what customers find wrong becomes cases" }),
  targets: z.array(TargetView),
});

/** The surveys that a company's regulations have, each as its form will ask it. */
export const SurveyOffers = z.object({ items: z.array(SurveyOffer) }).meta({ id: "SurveyOffers" });
export type SurveyOffers = z.infer<typeof SurveyOffers>;

/** What the regulation wants of the figures that a survey feeds; nothing of those that it merely names. */
export const targetsOf = (
  { kpis }: Pick<Policy, "kpis">,
  survey: Pick<Survey, "kpis">,
  locale: Locale,
): z.infer<typeof TargetView>[] =>
  kpis
    .filter(({ id, target }) => survey.kpis.includes(id) && target !== null)
    .map((kpi) => ({
      title: kpi.title[locale],
      wanted: sayTarget(kpi) ?? "",
      striven: kpi.aspiration,
      rules: kpi.rules,
    }));

/** One survey of a regulation, as whoever plans a campaign chooses it. */
export const surveyOffer = (
  policy: Policy,
  survey: Survey,
  by: Actor,
  locale: Locale,
): SurveyOffers["items"][number] => ({
  policy: { id: policy.id, title: policy.title[locale] },
  id: survey.id,
  title: survey.title[locale],
  rules: survey.rules,
  audience: survey.audience[locale],
  mayPlan: actsAs(by, survey.by),
  by: titles(policy, survey.by).map((title) => title[locale]),
  approval: titles(policy, rolesFor(survey, "approve")).map((title) => title[locale]),
  after: survey.after,
  questions: questionsOf(survey).map(({ id, title }) => ({ id, title: title[locale] })),
  scale: survey.scale.map(({ value, label, satisfied }) => ({ value, label: label[locale], satisfied })),
  comments: survey.comments,
  collates: survey.opinions !== undefined,
  targets: targetsOf(policy, survey, locale),
});
