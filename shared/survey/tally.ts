import * as z from "zod";
import type { Survey } from "../policy/follow-up.ts";
import { isValid, type SurveyAnswer } from "./answer.ts";
import { questionsOf } from "./survey.ts";

/** What became of one invitation, as far as figures care. */
type Fate = "waiting" | "sent" | "notSent" | "noAddress" | "bounced" | "suppressed" | "unsubscribed";

const times = z.number().int();
const Fates = z.strictObject({
  waiting: times,
  sent: times,
  notSent: times,
  noAddress: times.default(0),
  bounced: times,
  suppressed: times,
  unsubscribed: times,
}) satisfies z.ZodType<Record<Fate, number>>;

/** One invitation as it is counted: what became of it, what was answered, and by what it is told apart. */
export type Counted = {
  readonly fate: Fate;
  /** Whether its mail, or what stands for it, went out at all: bounced ones went out too. */
  readonly wentOut: boolean;
  readonly answer?: SurveyAnswer | undefined;
  /** By dimension of the audience: `department`, `category`, `period`. */
  readonly groups: Readonly<Record<string, string>>;
};

/** How often each score was given, for each question. */
const Scores = z.record(z.string(), z.record(z.string(), z.number().int()));
export type Scores = z.infer<typeof Scores>;

const Group = z.strictObject({
  invited: z.number().int(),
  wentOut: z.number().int(),
  valid: z.number().int(),
  scores: Scores,
});

/** Everything that figures of a survey are made of; two of them add up to that of both. */
export const Tally = z.strictObject({
  invited: z.number().int(),
  wentOut: z.number().int(),
  fates: Fates,
  answered: z.number().int(),
  valid: z.number().int(),
  comments: z.number().int(),
  /** Reached, and without an answer; what was counted earlier does not say it. */
  silent: z.number().int().optional(),
  scores: Scores,
  /** The same of each group, by `department=Sales`. */
  groups: z.record(z.string(), Group),
  /** Columns of so many values that they tell nobody apart: a name, a room. They have no groups. */
  crowded: z.array(z.string()).default([]),
});
export type Tally = z.infer<typeof Tally>;

const noScores = (survey: Pick<Survey, "dimensions">): Scores =>
  Object.fromEntries(questionsOf(survey).map(({ id }) => [id, {}]));

/** A tally of nobody. */
export const emptyTally = (survey: Pick<Survey, "dimensions">): Tally => ({
  invited: 0,
  wentOut: 0,
  fates: { waiting: 0, sent: 0, notSent: 0, noAddress: 0, bounced: 0, suppressed: 0, unsubscribed: 0 },
  answered: 0,
  valid: 0,
  comments: 0,
  silent: 0,
  scores: noScores(survey),
  groups: {},
  crowded: [],
});

/** A tally is part of one item, which may have 400 KB: ten columns of so many groups are half of it. */
const MOST_VALUES = 50;

const score = (into: Scores, { scores }: SurveyAnswer): void => {
  for (const [question, given] of Object.entries(scores)) {
    const histogram = into[question];
    if (histogram !== undefined) histogram[given] = (histogram[given] ?? 0) + 1;
  }
};

/** The group of a value, opened where it is the first of it; undefined where its column tells nobody apart. */
const groupOf = (survey: Pick<Survey, "dimensions">, tally: Tally, by: string, value: string) => {
  if (tally.crowded.includes(by)) return undefined;
  const key = `${by}=${value}`;
  const there = tally.groups[key];
  if (there !== undefined) return there;
  const others = Object.keys(tally.groups).filter((one) => one.startsWith(`${by}=`));
  if (others.length >= MOST_VALUES) {
    tally.crowded.push(by);
    for (const one of others) delete tally.groups[one];
    return undefined;
  }
  const group = { invited: 0, wentOut: 0, valid: 0, scores: noScores(survey) };
  tally.groups[key] = group;
  return group;
};

/**
 * Counts one more invitation into a tally, in place: a hundred thousand are counted while they are read, page by page,
 * and none of them is kept.
 */
export const count = (survey: Pick<Survey, "dimensions">, tally: Tally, one: Counted): void => {
  const valid = one.answer !== undefined && isValid(one.answer);
  tally.invited += 1;
  tally.fates[one.fate] += 1;
  if (one.wentOut) tally.wentOut += 1;
  if (one.answer !== undefined) tally.answered += 1;
  if (one.answer?.comment !== undefined) tally.comments += 1;
  if (one.fate === "sent" && one.answer === undefined) tally.silent = (tally.silent ?? 0) + 1;
  if (valid) tally.valid += 1;
  if (valid && one.answer !== undefined) score(tally.scores, one.answer);
  for (const [by, value] of Object.entries(one.groups)) {
    const group = groupOf(survey, tally, by, value);
    if (group === undefined) continue;
    group.invited += 1;
    if (one.wentOut) group.wentOut += 1;
    if (valid) group.valid += 1;
    if (valid && one.answer !== undefined) score(group.scores, one.answer);
  }
};
