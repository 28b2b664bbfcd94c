import type { Survey } from "./follow-up.ts";
import type { Policy } from "./policy.ts";

/**
 * Who gets the analysis of a survey's campaign (PRV-22): the roles to which the regulation has a report go that covers a
 * campaign and is made from this survey, or from the schedule that sends it. Where it names none, those who make the survey.
 */
export const analysisReaders = ({ schedules }: Pick<Policy, "schedules">, survey: Survey): readonly string[] => {
  const sources = new Set([
    survey.id,
    ...schedules.flatMap(({ id, duty }) => (duty.is === "survey" && duty.survey === survey.id ? [id] : [])),
  ]);
  const named = schedules.flatMap(({ duty }) =>
    duty.is === "report" && duty.covers === "campaign" && duty.inputs.some((one) => sources.has(one)) ? duty.to : [],
  );
  return [...new Set(named.length > 0 ? named : survey.by)];
};
