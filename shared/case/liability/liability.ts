import { holds } from "../../policy/holds.ts";
import type { Liability } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Facts } from "../../policy/terms.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import type { Share } from "./event.ts";

type Judgement = {
  readonly answers: Readonly<Record<string, string>>;
  readonly class?: string | undefined;
  readonly shares?: readonly Share[] | undefined;
  /** The roles that have signed exactly this. */
  readonly signedBy: readonly string[];
};

/** How far the decision on liability has come; for staff alone, and never for whoever filed. */
export type LiabilityReading = Judgement & {
  readonly rule: Liability;
  /** Triage questions without an answer, by their id. */
  readonly open: readonly string[];
  /** Those who have not signed yet. */
  readonly toSign: readonly string[];
  readonly settled: boolean;
};

/** What is known of the case, the answers to the triage questions among it. */
export const factsWith = ({ facts }: Case, answers: Facts): Facts => ({ ...facts, ...answers });

const content = ({ answers, class: of, shares }: Omit<Judgement, "signedBy">): string =>
  JSON.stringify([Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)), of ?? null, shares ?? null]);

type Said = Omit<Judgement, "signedBy"> & { readonly roles: readonly string[] };

/** One more word on liability: the same again is one more signature, anything else begins anew. */
export const judging = (before: Judgement, { roles, ...said }: Said): Judgement => {
  const merged = {
    answers: { ...before.answers, ...said.answers },
    class: said.class ?? before.class,
    shares: said.shares ?? before.shares,
  };
  const again = content(merged) === content(before);
  return { ...merged, signedBy: [...new Set([...(again ? before.signedBy : []), ...roles])] };
};

/** What an event says of liability: a judgement, or a step that sets the fact which holds the class. */
const saidBy = (rule: Liability, event: CaseEvent): Said | undefined => {
  if (event.type === "liabilityJudged") {
    const answers = Object.fromEntries(Object.entries(event.answers).map(([name, value]) => [name, String(value)]));
    return { answers, class: event.class, shares: event.shares, roles: event.roles };
  }
  const of = event.type === "step" && rule.fact !== undefined ? event.answers[rule.fact] : undefined;
  if (typeof of !== "string") return undefined;
  return { answers: {}, class: of, roles: event.by.kind === "staff" ? event.by.roles : [] };
};

/** Whether a judgement is complete but for signatures: a class, every question answered, shares where they are asked. */
export const isComplete = (policy: Policy, rule: Liability, current: Case, judged: Judgement): boolean =>
  judged.class !== undefined &&
  openQuestions(rule, current, judged.answers).length === 0 &&
  (rule.shares === undefined || judged.shares !== undefined) &&
  holds(policy, rule.classes.find(({ value }) => value === judged.class)?.when, factsWith(current, judged.answers))
    .is === true;

const openQuestions = ({ questions }: Liability, { facts }: Case, answers: Facts): readonly string[] =>
  questions.map(({ id }) => id).filter((id) => answers[id] === undefined && facts[id] === undefined);

/**
 * The class of liability once it is decided: by the fact that holds it, where the regulation has one, which a step may set
 * as well; else by everybody who must sign.
 */
export const decidedClass = (policy: Policy, current: Case): Liability["classes"][number] | undefined => {
  const { fact, classes } = policy.liability ?? { classes: [] };
  const read = fact === undefined ? readLiability(policy, current) : undefined;
  const of = fact === undefined ? (read?.settled ? read.class : undefined) : current.facts[fact];
  return classes.find(({ value }) => value === of);
};

/** The decision on liability as a case's timeline tells it; undefined where the regulation has none. */
export const readLiability = (policy: Policy, current: Case): LiabilityReading | undefined => {
  const rule = policy.liability;
  if (rule === undefined) return undefined;
  const judged = current.timeline.reduce<Judgement>(
    (so, event) => {
      const said = saidBy(rule, event);
      return said === undefined ? so : judging(so, said);
    },
    { answers: {}, signedBy: [] },
  );
  const toSign = rule.decidedBy.filter((role) => !judged.signedBy.includes(role));
  return {
    ...judged,
    rule,
    open: openQuestions(rule, current, judged.answers),
    toSign,
    settled: toSign.length === 0 && isComplete(policy, rule, current, judged),
  };
};
