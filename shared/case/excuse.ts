import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { both, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Act, Decision } from "./act.ts";
import type { Case } from "./case.ts";
import { clean } from "./clean.ts";
import { isRunning, type Rulebook, readClocks, readingOf } from "./clocks.ts";
import { momentOf } from "./moment.ts";
import { holders, notOfRoles } from "./roles.ts";
import { badPromise, badReason } from "./sayings.ts";

export type RecordException = {
  readonly do: "recordException";
  readonly clock: string;
  readonly reason: string;
  readonly promised: string;
  readonly remark?: string | undefined;
};

export type DecideException = {
  readonly do: "decideException";
  readonly exception: string;
  readonly approve: boolean;
  readonly remark?: string | undefined;
};

const bad = (path: string, says: Text, rules: readonly string[]): Decision =>
  refuse({ code: "bad-fields", fields: [{ path, code: "invalid", rule: rules[0], says }], rules });

type NotNow = "clock-not-running" | "too-late" | "exception-pending" | "already-decided";

/** The due of a clock for which an exception can be recorded now, or why none can, whoever asks. */
export const excusable = (rulebook: Rulebook, current: Case, id: string, now: Instant): Result<Instant, NotNow> => {
  const clock = readingOf(readClocks(rulebook, current, now), id);
  if (clock?.due === undefined || !isRunning(clock)) return refuse("clock-not-running");
  if (now >= clock.due) return refuse("too-late");
  const before = current.exceptions.filter((one) => one.clock === id);
  if (before.some(({ decision }) => decision === undefined)) return refuse("exception-pending");
  // Only a late approval leaves the clock running: its promise was given, and is not given a second time.
  return before.some(({ decision }) => decision?.approved) ? refuse("already-decided") : accept(clock.due);
};

/**
 * Recording what excuses a clock (DTS-14): before its due, for a reason that the regulation names, with a new promise
 * later than the present due; nothing is excused yet. A rule names its approver alone, so whoever may leave a
 * note may record: it is a statement of fact, and counts for nothing until the approver has said yes.
 */
export const recordException: Act<RecordException> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const rule = policy.exceptions.find(({ clock }) => clock === command.clock);
    const known = policy.exceptions.map(({ clock }) => clock);
    if (rule === undefined) return refuse({ code: "not-excusable", known, rules: [] });
    const { rules, reasons } = rule;
    const foreign = notOfRoles(policy, asked.by, holders(policy, "note"), rules);
    if (foreign !== undefined) return refuse(foreign);
    const due = excusable(rulebook, current, command.clock, asked.at);
    if (!due.ok) return refuse({ code: due.error, rules });
    if (!reasons.some(({ value }) => value === command.reason)) return bad("/reason", badReason(reasons), rules);
    const promised = momentOf(command.promised, policy.calendar.timeZone);
    if (promised === undefined || promised <= due.value) return bad("/promised", badPromise, rules);
    const exception = `${command.clock}-${current.exceptions.filter((one) => one.clock === command.clock).length + 1}`;
    const { key, clock: of, reason } = command;
    const remark = clean(command.remark ?? "", true) || undefined;
    return accept([{ type: "exceptionRecorded", ...asked, key, exception, clock: of, reason, promised, remark }]);
  },
  led: ({ calendar }, event, { clock, reason, promised }) =>
    event.type === "exceptionRecorded" &&
    event.clock === clock &&
    event.reason === reason &&
    event.promised === momentOf(promised, calendar.timeZone),
};

/** A reason of an exception in words; its value where the policy has none. */
export const reasonLabel = (policy: Policy, clock: string, reason: string): Text =>
  policy.exceptions.find((rule) => rule.clock === clock)?.reasons.find(({ value }) => value === reason)?.label ??
  both(reason);

/**
 * Only the approver's word excuses a clock, only while it runs, and only before its due: later the breach stands and the
 * new promise is kept beside it. A promise that has passed by then is no promise, and is refused.
 */
export const decideException: Act<DecideException> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const recorded = current.exceptions.find(({ id }) => id === command.exception);
    const rule = policy.exceptions.find(({ clock }) => clock === recorded?.clock);
    if (recorded === undefined || rule === undefined) return refuse({ code: "unknown-exception", rules: [] });
    const { rules, approver } = rule;
    const foreign = notOfRoles(policy, asked.by, [approver], rules);
    if (foreign !== undefined) return refuse(foreign);
    if (recorded.decision !== undefined) return refuse({ code: "already-decided", rules });
    const { key, approve } = command;
    if (approve) {
      const clock = readingOf(readClocks(rulebook, current, asked.at), recorded.clock);
      if (clock === undefined || !isRunning(clock)) return refuse({ code: "clock-not-running", rules });
      if (recorded.promised <= asked.at) return refuse({ code: "promise-passed", rules });
    }
    const remark = clean(command.remark ?? "", true) || undefined;
    const { id: exception, clock } = recorded;
    return accept([{ type: "exceptionDecided", ...asked, key, exception, clock, approved: approve, remark }]);
  },
  led: (_policy, event, { exception, approve }) =>
    event.type === "exceptionDecided" && event.exception === exception && event.approved === approve,
};
