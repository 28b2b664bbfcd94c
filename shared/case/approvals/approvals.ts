import type { Approval } from "../../policy/authority.ts";
import { groupsOf, type Holds, holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Fact } from "../../policy/terms.ts";
import { measuresIn } from "../../policy/within.ts";
import type { Case } from "../case.ts";
import type { VerdictGiven } from "./event.ts";

type Seen = Readonly<Record<string, Fact>>;

/** How far an approval of a case has come. */
export type ApprovalReading = {
  readonly rule: Approval;
  /** Whether this case needs it, or which facts would tell. */
  readonly needed: Holds["is"];
  readonly unknown: readonly string[];
  /** What has to be there before anybody can look at it: facts and steps of the policy. */
  readonly unseen: { readonly facts: readonly string[]; readonly steps: readonly string[] };
  readonly seen: Seen;
  /** Reviewers who have not looked at it as it is now. */
  readonly toReview: readonly string[];
  readonly state: "open" | "refused" | "given";
};

const need = (policy: Policy, { when, value, reviewedBy, approvedBy }: Approval, { facts }: Case): Holds => {
  if (reviewedBy.length + approvedBy.length === 0) return { is: false };
  const asked = holds(policy, when, facts);
  if (asked.is !== true || value === undefined) return asked;
  const measured = facts[value.fact];
  if (measured === undefined) return { is: "unknown", missingFacts: [value.fact] };
  return { is: measuresIn(value.needs, measured) };
};

const factsSeen = ({ when, value, sees }: Approval): readonly string[] => [
  ...new Set([
    ...(when === undefined ? [] : groupsOf(when).flatMap(Object.keys)),
    ...(value === undefined ? [] : [value.fact]),
    ...sees.facts,
  ]),
];

const lastTaken = ({ timeline }: Case, step: string) =>
  timeline.findLast((event) => event.type === "step" && event.step === step)?.at;

/** What an approval is about, as it is now: a yes to something else is no yes to this. */
const seenNow = (rule: Approval, current: Case): Seen => {
  const facts = factsSeen(rule).flatMap((name): [string, Fact][] => {
    const fact = current.facts[name];
    return fact === undefined ? [] : [[name, fact]];
  });
  const steps = rule.sees.steps.flatMap((step): [string, Fact][] => {
    const at = lastTaken(current, step);
    return at === undefined ? [] : [[step, at]];
  });
  return Object.fromEntries([...facts, ...steps]);
};

const same = (a: Seen, b: Seen): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value);

/** The words about an approval that count: about what is there now, and since the last no. */
const counting = ({ id }: Approval, { timeline }: Case, seen: Seen): readonly VerdictGiven[] => {
  const all = timeline.filter(
    (event): event is VerdictGiven => event.type === "verdictGiven" && event.approval === id && same(event.seen, seen),
  );
  return all.slice(all.findLastIndex(({ verdict }) => verdict === "refuse") + 1);
};

const refusedLast = ({ id }: Approval, { timeline }: Case): boolean => {
  const last = timeline.findLast((event) => event.type === "verdictGiven" && event.approval === id);
  return last?.type === "verdictGiven" && last.verdict === "refuse";
};

/** A step that is itself the yes, taken after everything that was to be looked at. */
const byStep = ({ givenBy, sees }: Approval, current: Case): boolean => {
  const given = givenBy
    .flatMap((step) => lastTaken(current, step) ?? [])
    .sort()
    .at(-1);
  return given !== undefined && sees.steps.every((step) => (lastTaken(current, step) ?? "") <= given);
};

/** One approval of a case as its timeline tells it: what was approved and has changed since is not approved. */
export const readApproval = (policy: Policy, current: Case, rule: Approval): ApprovalReading => {
  const asked = need(policy, rule, current);
  const seen = seenNow(rule, current);
  const words = counting(rule, current, seen);
  const toReview = rule.reviewedBy.filter(
    (role) => !words.some(({ verdict, roles }) => verdict === "review" && roles.includes(role)),
  );
  const said = rule.approvedBy.length === 0 || words.some(({ verdict }) => verdict === "approve");
  const given = rule.givenBy.length > 0 ? byStep(rule, current) : toReview.length === 0 && said;
  return {
    rule,
    needed: asked.is,
    unknown: asked.is === "unknown" ? asked.missingFacts : [],
    unseen: {
      facts: rule.sees.facts.filter((name) => current.facts[name] === undefined),
      steps: rule.sees.steps.filter((step) => lastTaken(current, step) === undefined),
    },
    seen,
    toReview,
    state: given ? "given" : refusedLast(rule, current) && words.length === 0 ? "refused" : "open",
  };
};

/** Every approval that a case needs or may need; what the house decides apart from cases is not among them. */
export const approvalsOf = (policy: Policy, current: Case): readonly ApprovalReading[] =>
  policy.approvals
    .filter(({ about }) => about === "case")
    .map((rule) => readApproval(policy, current, rule))
    .filter(({ needed }) => needed !== false);
