import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { Channel, type VisitRule } from "../../policy/follow-up.ts";
import type { Policy } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import type { Act, Asked } from "../act.ts";
import { Answers, keyed } from "../actor.ts";
import { bringing, brought } from "../bring.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import { isFinal } from "../final.ts";
import { momentOf } from "../moment.ts";
import { notOfRoles } from "../roles.ts";
import { type VisitReading, visitsOf } from "./visits.ts";
import { badChannel, badDoneAt, badNext, needed, notOwed, reportedByStep, unknownVisit } from "./words.ts";

/** What came of it: they were met, were not reached, or another time was promised (GAS-29). */
export const OUTCOMES = ["done", "unreachable", "rebooked"] as const;

/** A visit or call that a case causes (回访), as whoever made it wrote it down. */
export const visitRecorded = z.strictObject({
  ...keyed,
  ...brought,
  type: z.literal("visitRecorded"),
  visit: Slug,
  /** When that happened after which it is owed. */
  of: Instant,
  outcome: z.enum(OUTCOMES),
  channel: Channel,
  doneAt: Instant,
  whom: z.string().optional(),
  opinion: z.string().optional(),
  satisfied: z.boolean().optional(),
  apology: z.string().optional(),
  next: Instant.optional(),
  /** Facts that it settles: the new time that is promised. */
  facts: Answers.optional(),
});

export type VisitCommand = {
  readonly do: "visit";
  readonly visit: string;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly channel: z.infer<typeof Channel>;
  readonly doneAt?: string | undefined;
  readonly whom?: string | undefined;
  readonly opinion?: string | undefined;
  readonly satisfied?: boolean | undefined;
  readonly apology?: string | undefined;
  readonly next?: string | undefined;
};

/** The step that reports a visit as done, where the workflow has one. */
const stepOf = (policy: Policy, { event }: VisitRule) =>
  event === undefined ? undefined : policy.workflow?.steps.find((step) => step.event === event);

/** Why a visit cannot be written down now, whoever asks; undefined when it can. */
export const closedVisit = (
  policy: Policy,
  current: Case,
  { rule, applies, since, state }: VisitReading,
): Refusal | undefined => {
  const open = applies && since !== undefined && state !== "signed" && !isFinal(policy, current.state);
  const over = state === "done" && rule.signature;
  return open && !over ? undefined : { code: "nothing-to-do", says: notOwed(rule), rules: rule.rules };
};

type Read = Omit<VisitCommand, "do" | "visit" | "doneAt" | "next"> & { doneAt: Instant; next?: Instant | undefined };

/** What was written down, with every field at fault. */
const read = (
  policy: Policy,
  { rule, since }: VisitReading,
  command: VisitCommand,
  { at }: Asked,
): { read: Read; faults: readonly FieldFault[] } => {
  const { outcome, channel, satisfied } = command;
  const text = (given: string | undefined, lines: boolean) => clean(given ?? "", lines) || undefined;
  const [whom, opinion, apology] = [
    text(command.whom, false),
    text(command.opinion, true),
    text(command.apology, true),
  ];
  const given = command.doneAt === undefined ? at : Instant.safeParse(command.doneAt).data;
  const next = command.next === undefined ? undefined : momentOf(command.next, policy.calendar.timeZone);
  const late = next === undefined || next <= at;
  const faults = [
    ...(rule.channels.includes(channel) ? [] : [badChannel(rule)]),
    ...(given === undefined || given > at || (since !== undefined && given < since) ? [badDoneAt] : []),
    ...(outcome === "done" && whom === undefined ? [needed("/whom", "受访人", "whom you met")] : []),
    ...(outcome === "done" && opinion === undefined ? [needed("/opinion", "对方意见", "what they said")] : []),
    ...(outcome === "rebooked" && apology === undefined ? [needed("/apology", "致歉内容", "the apology")] : []),
    ...(outcome === "rebooked" && late ? [badNext] : []),
  ];
  return { read: { outcome, channel, satisfied, whom, opinion, apology, doneAt: given ?? at, next }, faults };
};

/** What a recorded visit brings about: that it is done as often as it must be, or that another time is promised. */
const eventOf = ({ rule, contacts }: VisitReading, outcome: VisitCommand["outcome"]): string | undefined => {
  if (outcome === "rebooked") return rule.rebooked;
  return outcome === "done" && contacts + 1 === rule.contacts ? rule.event : undefined;
};

/**
 * Writing down a visit that the case owes (IPP-10, CHN-09, GAS-28, GAS-29): by the roles that make it, over one of its
 * channels, after what it is for. One that could not be kept is rebooked with an apology and a new time.
 */
export const visit: Act<VisitCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const found = visitsOf(policy, current).find(({ rule }) => rule.id === command.visit);
    if (found === undefined) return refuse(unknownVisit(policy));
    const { rule, since } = found;
    const closed = notOfRoles(policy, asked.by, rule.by, rule.rules) ?? closedVisit(policy, current, found);
    if (closed !== undefined) return refuse(closed);
    const step = command.outcome === "done" ? stepOf(policy, rule) : undefined;
    if (step !== undefined) return refuse({ code: "nothing-to-do", says: reportedByStep(step), rules: rule.rules });
    const { read: told, faults } = read(policy, found, command, asked);
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: rule.rules });
    const until = policy.clocks.find(({ id }) => id === rule.within)?.until;
    const promises = told.next !== undefined && until !== undefined && told.outcome === "rebooked";
    const facts = promises && told.next !== undefined ? { [until]: told.next } : undefined;
    const then = bringing(policy, current, eventOf(found, told.outcome));
    const of = since ?? asked.at;
    return accept([{ type: "visitRecorded", ...asked, key: command.key, visit: rule.id, of, ...told, facts, ...then }]);
  },
  led: (_policy, event, { visit: of, outcome, whom }) =>
    event.type === "visitRecorded" &&
    event.visit === of &&
    event.outcome === outcome &&
    event.whom === (clean(whom ?? "", false) || undefined),
};

export const sayOutcome = {
  done: say("已回访", "Visited"),
  unreachable: say("未能联系上", "Not reached"),
  rebooked: say("已另约时间", "Another time promised"),
} as const;
