import { say, type Text } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";

/** What the customer is asked to rate on the scale of the survey. */
export type Question = { readonly id: string; readonly title: Text };

/** The question that makes an answer valid. */
export const OVERALL = "overall";

const overall: Question = { id: OVERALL, title: say("总体满意程度", "Overall") };

/**
 * The questions of a survey in their order: what it asks of each dimension, and the whole at the end where no dimension
 * is the whole already. A survey without dimensions asks of the whole alone.
 */
export const questionsOf = ({ dimensions }: Pick<Survey, "dimensions">): readonly Question[] =>
  dimensions.some(({ id }) => id === OVERALL)
    ? dimensions.map(({ id, title }) => ({ id, title }))
    : [...dimensions.map(({ id, title }) => ({ id, title })), overall];

/** Whether the scale calls a score satisfied; a score that the scale does not have is nobody's. */
export const isSatisfied = ({ scale }: Pick<Survey, "scale">, score: number): boolean =>
  scale.some(({ value, satisfied }) => value === score && satisfied);
