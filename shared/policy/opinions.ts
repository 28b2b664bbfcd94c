import * as z from "zod";
import { say, type Text } from "../kernel/text.ts";
import { Fact, Name, Rules } from "./terms.ts";

/** How far an opinion is by the events of its case, in their order (domain model 3.3). */
export const OPINION_STAGES = ["collated", "delivered", "measured", "rectified", "visited"] as const;
export const OpinionStage = z.enum(OPINION_STAGES);
export type OpinionStage = z.infer<typeof OpinionStage>;

const TITLES: Readonly<Record<OpinionStage, Text>> = {
  collated: say("已汇总", "Collated"),
  delivered: say("已送达责任部门", "Delivered to the department"),
  measured: say("已书面反馈措施", "Measures in writing"),
  rectified: say("已整改", "Rectified"),
  visited: say("已回访", "Visited"),
};

export const stageTitle = (stage: OpinionStage): Text => TITLES[stage];

/**
 * How what a customer finds wrong in a survey becomes a case: collated by those who run the survey, given to a department,
 * dealt with, and told to whoever said it (IPP-11 … 13, ITS-24).
 */
export const OpinionRule = z.strictObject({
  rules: Rules,
  /** What has happened to such a case as it is collated; clocks start on it. */
  collated: Name,
  /** What its case knows from the beginning, beside the customer's words: by this it takes its own way. */
  facts: z.record(Name, Fact).default({}),
  /** The events by which an opinion is counted as delivered, answered with measures, rectified and visited. */
  delivered: Name.optional(),
  measured: Name.optional(),
  rectified: Name.optional(),
  visited: Name.optional(),
});
export type OpinionRule = z.infer<typeof OpinionRule>;
