import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { type Claim, type ClaimStage, claimOf } from "../case/claim/claim.ts";
import { type Finding, findingsOf } from "../case/claim/findings.ts";
import { papersOf } from "../case/claim/papers.ts";
import { claimPeriod, lastMoment } from "../case/claim/period.ts";
import { assessedHeads, refusedPart, sumOf } from "../case/claim/sum.ts";
import type { Rulebook } from "../case/clocks.ts";
import { type Locale, say, type Text } from "../kernel/text.ts";

const Ground = z.object({ code: z.string(), says: z.string(), rules: z.array(z.string()) });

/** What whoever claims is told: where it stands, why it was refused, what was agreed on. */
export const ClaimStatus = z
  .object({
    state: z.object({ id: z.string(), says: z.string() }),
    refusal: z
      .object({ reason: z.string(), grounds: z.array(Ground) })
      .optional()
      .meta({ description: "the reason that was given, and the rules that say no" }),
    agreed: z
      .string()
      .optional()
      .meta({ description: "the sum agreed on, in yuan", examples: ["700.00"] }),
  })
  .meta({ id: "ClaimStatus" });
type ClaimStatus = z.infer<typeof ClaimStatus>;

/** The whole claim: what is missing and why, and how the sum came about. */
export const ClaimView = ClaimStatus.extend({
  filedAt: z.string().optional(),
  until: z.string().optional().meta({ description: "the end of the period for claims" }),
  findings: z.array(Ground).meta({ description: "what stands against the claim now, each with its rule" }),
  documents: z.array(
    z.object({
      document: z.string(),
      title: z.string(),
      rules: z.array(z.string()),
      have: z.number(),
      need: z.number(),
      missing: z.array(z.string()).meta({ examples: [["second copy"]] }),
      instead: z
        .string()
        .optional()
        .meta({ description: "what stands in its place", examples: ["market-price"] }),
    }),
  ),
  heads: z.array(
    z.object({
      of: z.string(),
      title: z.string(),
      rules: z.array(z.string()),
      pays: z.string(),
      refused: z.string().optional().meta({ description: "what is claimed and not paid by this rule" }),
    }),
  ),
  sum: z.string().optional().meta({ description: "what all heads pay: the most that may be agreed on" }),
  payee: z.string().optional(),
  rungs: z.array(z.string()).meta({ description: "where it was disputed, in order" }),
}).meta({ id: "Claim" });
type ClaimView = z.infer<typeof ClaimView>;

const STAGES: Readonly<Record<ClaimStage, Text>> = {
  open: say("尚未提出", "Not made yet"),
  filed: say("已提出", "Filed"),
  checked: say("已核对", "Checked"),
  accepted: say("已受理", "Accepted"),
  refused: say("不予受理", "Refused"),
  assessed: say("已核定", "Assessed"),
  agreed: say("已达成一致", "Agreed"),
  disputed: say("有争议", "Disputed"),
  paid: say("已支付", "Paid"),
};

const ground =
  (locale: Locale) =>
  ({ code, says, rules }: Finding) => ({ code, says: says[locale], rules: [...rules] });

/** A claim that lacks papers is asked to bring them; that is no ground to refuse it. */
const isGround = ({ code }: Finding): boolean => code !== "claim-incomplete";

const statusOf = (rulebook: Rulebook, current: Case, claim: Claim, locale: Locale): ClaimStatus => ({
  state: { id: claim.stage.toUpperCase(), says: STAGES[claim.stage][locale] },
  refusal:
    claim.refusal === undefined
      ? undefined
      : {
          reason: claim.refusal.reason,
          grounds: findingsOf(rulebook, current, claim).filter(isGround).map(ground(locale)),
        },
  agreed: claim.agreed,
});

/** A claim as whoever filed sees it; undefined where there is none, or where it is the company's own. */
export const claimStatus = (rulebook: Rulebook, current: Case, locale: Locale): ClaimStatus | undefined => {
  const claim = claimOf(rulebook.policy, current);
  return claim === undefined || claim.rules.internal ? undefined : statusOf(rulebook, current, claim, locale);
};

/** A claim as staff see it. */
export const claimView = (rulebook: Rulebook, current: Case, locale: Locale): ClaimView | undefined => {
  const { policy } = rulebook;
  const claim = claimOf(policy, current);
  if (claim === undefined) return undefined;
  const zone = policy.calendar.timeZone;
  const until = lastMoment(claimPeriod(rulebook, current.facts));
  const { rules, filedAt, payee, rungs } = claim;
  const labelled = (choices: readonly { value: string; label: Text }[], value: string): string =>
    choices.find((one) => one.value === value)?.label[locale] ?? value;
  return {
    ...statusOf(rulebook, current, claim, locale),
    filedAt: filedAt === undefined ? undefined : withOffset(filedAt, zone),
    until: until === undefined ? undefined : withOffset(until, zone),
    findings: findingsOf(rulebook, current, claim).map(ground(locale)),
    documents: papersOf(policy, current, claim).map(({ document, have, missing, instead }) => ({
      document: document.id,
      title: document.title[locale],
      rules: [...document.rules],
      have,
      need: document.copies,
      missing: missing.map((one) => one[locale]),
      instead,
    })),
    heads: assessedHeads(current).map((head) => {
      const rule = rules.compensation.find(({ id }) => id === head.of);
      return {
        of: head.of,
        title: rule?.title[locale] ?? head.of,
        rules: [...(rule?.rules ?? [])],
        pays: head.pays,
        refused: refusedPart(head),
      };
    }),
    sum: sumOf(current),
    payee: payee === undefined ? undefined : labelled(rules.payees, payee),
    rungs: rungs.map((rung) => labelled(rules.dispute, rung)),
  };
};
