import { Instant } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { OutsideEvent } from "../policy/outside.ts";
import type { Policy } from "../policy/policy.ts";
import type { Act } from "./act.ts";
import { readAnswers } from "./answers.ts";
import { bringing } from "./bring.ts";
import type { Case } from "./case.ts";
import { clean } from "./clean.ts";
import type { FieldFault } from "./fault.ts";
import { holders, notOfRoles } from "./roles.ts";

export type RecordEvent = {
  readonly do: "recordEvent";
  readonly event: string;
  /** When it happened, with its offset; absent: now. */
  readonly at?: string | undefined;
  /** Why it is recorded only now. */
  readonly reason?: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * What people may record of what happens outside the workflow. The start of a promise that excuses is the engine's own,
 * and what a signature, a visit or an acknowledgement brings about is not told by anybody.
 */
export const recordable = (policy: Policy): readonly OutsideEvent[] => {
  const { events, exceptions, clocks, signoffs, visits, forms } = policy;
  const own = [
    ...exceptions.map(({ promise }) => clocks.find(({ id }) => id === promise)?.start),
    ...signoffs.flatMap(({ event, objected }) => [event, objected]),
    ...visits.flatMap(({ event, rebooked }) => [event, rebooked]),
    ...forms.map(({ acknowledged }) => acknowledged),
  ];
  return events.filter(({ id }) => !own.includes(id));
};

/** Who may record an event. */
export const recordersOf = (policy: Policy, { by }: OutsideEvent): readonly string[] => by ?? holders(policy, "note");

/** The clauses behind an event: those of the clocks that it starts, stops or lets stand still. */
export const clausesOf = ({ clocks }: Policy, event: string): readonly string[] => [
  ...new Set(
    clocks
      .filter(({ start, stop, pauses }) =>
        [start, stop, ...pauses.flatMap(({ from, to }) => [from, to])].some((one) => one === event),
      )
      .flatMap(({ rules }) => rules),
  ),
];

const unknown = (known: readonly OutsideEvent[]): Text =>
  say(
    `没有可登记的此事件；有：${known.map(({ id, title }) => `${id}（${title["zh-CN"]}）`).join("、")}`,
    `there is no such event to record; there is ${known.map(({ id, title }) => `${id} (${title.en})`).join(", ")}`,
  );

const SAYINGS = {
  future: say("发生时间不能晚于现在", "it cannot have happened in the future"),
  early: say("发生时间不能早于收到投诉的时间", "it cannot have happened before the case was received"),
  moment: say(
    "请填写带时区的时间，如 2026-03-10T09:30:00+08:00",
    "give a time with its offset, like 2026-03-10T09:30:00+08:00",
  ),
  reason: say("补记须写明原因", "what is recorded later than it happened needs a reason"),
} as const;

/** When it happened, or what is wrong with that: never in the future, nor before the receipt, and late only with a reason. */
const whenOf = (
  current: Case,
  { mayPrecede }: OutsideEvent,
  { at, reason }: RecordEvent,
  now: Instant,
): { readonly when: Instant } | FieldFault => {
  if (at === undefined) return { when: now };
  const read = Instant.safeParse(at);
  const wrong = (says: Text): FieldFault => ({ path: "/at", code: "invalid", says });
  if (!read.success) return wrong(SAYINGS.moment);
  if (read.data > now) return wrong(SAYINGS.future);
  if (read.data < current.receivedAt && !mayPrecede) return wrong(SAYINGS.early);
  if (read.data < now && clean(reason ?? "", true) === "")
    return { path: "/reason", code: "required", says: SAYINGS.reason };
  return { when: read.data };
};

/**
 * Records what happened outside the workflow, so that clocks follow; what is recorded later than it happened keeps both
 * dates and says why. Nothing keeps a closed case from learning of what happened before.
 */
export const recordEvent: Act<RecordEvent> = {
  decide: ({ policy }, current, command, asked) => {
    const known = recordable(policy);
    const outside = known.find(({ id }) => id === command.event);
    if (outside === undefined) return refuse({ code: "unknown-event", says: unknown(known), rules: [] });
    const rules = clausesOf(policy, outside.id);
    const foreign = notOfRoles(policy, asked.by, recordersOf(policy, outside), rules);
    if (foreign !== undefined) return refuse(foreign);
    const { facts } = current;
    const { answers, faults } = readAnswers(policy, outside.fields, command.facts ?? {}, { at: "/facts", facts });
    const told = whenOf(current, outside, command, asked.at);
    const all = "when" in told ? faults : [{ ...told, rule: rules[0] }, ...faults];
    if (!("when" in told) || all.length > 0) return refuse({ code: "bad-fields", fields: all, rules });
    const { when } = told;
    const reason = clean(command.reason ?? "", true) || undefined;
    const { to } = bringing(policy, current, outside.id);
    return accept([{ type: "happened", ...asked, key: command.key, event: outside.id, to, when, reason, answers }]);
  },
  led: (_policy, event, { event: id, at }) =>
    event.type === "happened" && event.event === id && (at === undefined || event.when === Instant.safeParse(at).data),
};
