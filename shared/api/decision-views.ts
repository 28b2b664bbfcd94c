import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { approvalsOf } from "../case/approvals/approvals.ts";
import { VERDICTS } from "../case/approvals/event.ts";
import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { readLiability } from "../case/liability/liability.ts";
import { costsOf, totalsOf } from "../case/money/costs.ts";
import { titles } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { sayVerdict } from "./lines/decisions.ts";
import { whoIs } from "./who.ts";

const Named = z.object({ value: z.string(), label: z.string() });
const Deed = z.object({ at: z.string(), by: z.string() });

/** What the house decides about a case, for staff alone: approvals, promises, costs, liability. */
export const Decisions = {
  approvals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      rules: z.array(z.string()),
      needed: z.union([z.boolean(), z.literal("unknown")]),
      state: z.enum(["open", "refused", "given"]),
      toReview: z.array(z.string()).meta({ description: "titles of the roles whose review is missing" }),
      approvers: z.array(z.string()).meta({ description: "titles of the roles of which any one may approve" }),
      verdicts: z
        .array(Deed.extend({ verdict: z.enum(VERDICTS), says: z.string(), remark: z.string().optional() }))
        .meta({ description: "every word on it so far, the first first" }),
    }),
  ),
  promises: z.array(Deed.extend({ amount: z.string(), said: z.string() })),
  costs: z.object({
    items: z.array(
      Deed.extend({
        cost: z.string(),
        title: z.string(),
        kind: z.string().optional(),
        amount: z.string(),
        bearer: z.string(),
        bookedAs: z.string().optional(),
        charge: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
    totals: z.array(z.object({ bearer: z.string(), amount: z.string() })),
  }),
  liability: z
    .object({
      settled: z.boolean(),
      class: Named.optional(),
      tracked: z.boolean().optional().meta({ description: "false: improvement is not followed up" }),
      answers: z.array(z.object({ question: z.string(), title: z.string(), answer: Named })),
      open: z.array(z.string()).meta({ description: "triage questions that are not answered yet" }),
      shares: z.array(z.object({ department: z.string(), percent: z.number() })),
      signedBy: z.array(z.string()),
      toSign: z.array(z.string()),
      judgements: z
        .array(Deed.extend({ class: z.string().optional(), settled: z.boolean() }))
        .meta({ description: "every judgement on it, the first first" }),
    })
    .optional(),
};
const DecisionsView = z.object(Decisions);
type DecisionsView = z.infer<typeof DecisionsView>;

type Done = Pick<CaseEvent, "at" | "by">;

/** When and by whom, on the office's wall and in the reader's language. */
const deedOf = (policy: Policy, { at, by }: Done, locale: Locale): z.infer<typeof Deed> => ({
  at: withOffset(at, policy.calendar.timeZone),
  by: whoIs(policy, by, "staff", locale),
});

const verdictsOn = (policy: Policy, { timeline }: Case, approval: string, locale: Locale) =>
  timeline.flatMap((event) =>
    event.type !== "verdictGiven" || event.approval !== approval
      ? []
      : [
          {
            ...deedOf(policy, event, locale),
            verdict: event.verdict,
            says: sayVerdict[event.verdict][locale],
            remark: event.remark,
          },
        ],
  );

const liabilityView = (policy: Policy, current: Case, locale: Locale): DecisionsView["liability"] => {
  const read = readLiability(policy, current);
  if (read === undefined) return undefined;
  const { rule, open, settled, signedBy, toSign } = read;
  const named = (roles: readonly string[]) => titles(policy, roles).map((title) => title[locale]);
  const chosen = rule.classes.find(({ value }) => value === read.class);
  return {
    settled,
    class: chosen && { value: chosen.value, label: chosen.label[locale] },
    tracked: chosen?.tracked,
    answers: rule.questions.flatMap(({ id, title, answers }) => {
      const value = read.answers[id] ?? current.facts[id];
      const found = answers.find((answer) => answer.value === value);
      return found === undefined
        ? []
        : [{ question: id, title: title[locale], answer: { value: found.value, label: found.label[locale] } }];
    }),
    open: [...open],
    shares: [...(read.shares ?? [])],
    signedBy: named(rule.decidedBy.filter((role) => signedBy.includes(role))),
    toSign: named(toSign),
    judgements: current.timeline.flatMap((event) =>
      event.type !== "liabilityJudged"
        ? []
        : [
            {
              ...deedOf(policy, event, locale),
              class: rule.classes.find(({ value }) => value === event.class)?.label[locale],
              settled: event.settled,
            },
          ],
    ),
  };
};

/** What has been decided about a case and what is missing, in one language. */
export const decisionsView = (policy: Policy, current: Case, locale: Locale): DecisionsView => {
  const costs = costsOf(policy, current);
  return {
    approvals: approvalsOf(policy, current).map(({ rule, needed, state, toReview }) => ({
      id: rule.id,
      title: rule.title[locale],
      rules: rule.rules,
      needed,
      state,
      toReview: titles(policy, toReview).map((title) => title[locale]),
      approvers: titles(policy, rule.approvedBy).map((title) => title[locale]),
      verdicts: verdictsOn(policy, current, rule.id, locale),
    })),
    promises: current.timeline.flatMap((event) =>
      event.type === "promiseMade"
        ? [{ ...deedOf(policy, event, locale), amount: event.amount, said: event.said }]
        : [],
    ),
    costs: {
      items: costs.map(({ rule, booked }) => ({
        ...deedOf(policy, booked, locale),
        cost: rule.id,
        title: rule.title[locale],
        kind: booked.kind,
        amount: booked.amount,
        bearer: rule.bearer[locale],
        bookedAs: rule.bookedAs?.[locale],
        charge: rule.charge,
        note: booked.note,
      })),
      totals: totalsOf(costs).map(({ bearer, amount }) => ({ bearer: bearer[locale], amount })),
    },
    liability: liabilityView(policy, current, locale),
  };
};
