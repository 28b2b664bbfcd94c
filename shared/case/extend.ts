import { HOUR, plusMs } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Act, Asked, Decision } from "./act.ts";
import type { Extension } from "./case.ts";
import { clean } from "./clean.ts";
import { isRunning, readClocks, readingOf } from "./clocks.ts";
import type { Refusal } from "./fault.ts";
import { momentOf } from "./moment.ts";
import { notOfRoles } from "./roles.ts";
import { badDueDate, reasonNeeded, tooLongExtension } from "./sayings.ts";

export type RequestExtension = {
  readonly do: "requestExtension";
  readonly clock: string;
  readonly newDue: string;
  readonly reason: string;
};

export type DecideExtension = {
  readonly do: "decideExtension";
  readonly extension: string;
  readonly approve: boolean;
  readonly remark?: string | undefined;
};

const unknown: Refusal = { code: "unknown-extension", rules: [] };

const bad = (path: string, code: string, says: Text, rules: readonly string[]): Decision =>
  refuse({ code: "bad-fields", fields: [{ path, code, rule: rules[0], says }], rules });
const badDue = (says: Text, rules: readonly string[]): Decision => bad("/newDue", "invalid", says, rules);

/** Asking for a later due: by the roles that may, with a reason and a date, one at a time; nothing moves yet (DFA-04, DFA-07, A-08). */
export const requestExtension: Act<RequestExtension> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const known = policy.extensions.map(({ clock }) => clock);
    const rule = policy.extensions.find(({ clock }) => clock === command.clock);
    if (rule === undefined) return refuse({ code: "unknown-clock", known, rules: [] });
    const { rules } = rule;
    const foreign = notOfRoles(policy, asked.by, rule.requestedBy, rules);
    if (foreign !== undefined) return refuse(foreign);
    const clock = readingOf(readClocks(rulebook, current, asked.at), command.clock);
    if (clock?.due === undefined || !isRunning(clock)) return refuse({ code: "clock-not-running", rules });
    if (current.extensions.some((one) => one.clock === command.clock && one.decision === undefined)) {
      return refuse({ code: "extension-pending", rules });
    }
    const reason = clean(command.reason, true);
    if (reason === "") return bad("/reason", "required", reasonNeeded, rules);
    const newDue = momentOf(command.newDue, policy.calendar.timeZone);
    if (newDue === undefined || newDue <= clock.due || newDue <= asked.at) return badDue(badDueDate, rules);
    if (rule.maxDays !== undefined && newDue > plusMs(clock.due, rule.maxDays * 24 * HOUR)) {
      return badDue(tooLongExtension(rule.maxDays), rules);
    }
    const extension = `${command.clock}-${current.extensions.filter((one) => one.clock === command.clock).length + 1}`;
    const { key } = command;
    return accept([{ type: "extensionRequested", ...asked, key, extension, clock: command.clock, newDue, reason }]);
  },
  led: (_policy, event, { clock, reason }) =>
    event.type === "extensionRequested" && event.clock === clock && event.reason === clean(reason, true),
};

/**
 * Why somebody cannot decide a request now. It is submitted to the approver (呈报…审核, DFA-04, DFA-06): whoever asked for
 * it does not approve it too, though they hold both roles.
 */
export const closedToExtend = (policy: Policy, request: Extension, by: Asked["by"]): Refusal | undefined => {
  const rule = policy.extensions.find(({ clock }) => clock === request.clock);
  if (rule === undefined) return unknown;
  const { rules } = rule;
  const foreign = notOfRoles(policy, by, [rule.approver], rules);
  if (foreign !== undefined) return foreign;
  if (by.kind === "staff" && request.requestedBy.kind === "staff" && by.sub === request.requestedBy.sub) {
    const says = say("申请人不得自行批准", "whoever asked for it does not decide it");
    return { code: "same-side", says, rules };
  }
  return request.decision === undefined ? undefined : { code: "already-decided", rules };
};

/** Only the approver's word moves a due, and only from that moment (DFA-04, DFA-06, DFA-07). */
export const decideExtension: Act<DecideExtension> = {
  decide: ({ policy }, current, command, asked) => {
    const request = current.extensions.find(({ id }) => id === command.extension);
    if (request === undefined) return refuse(unknown);
    const closed = closedToExtend(policy, request, asked.by);
    if (closed !== undefined) return refuse(closed);
    const { key, approve: approved } = command;
    const remark = clean(command.remark ?? "", true) || undefined;
    return accept([
      { type: "extensionDecided", ...asked, key, extension: request.id, clock: request.clock, approved, remark },
    ]);
  },
  led: (_policy, event, { extension, approve }) =>
    event.type === "extensionDecided" && event.extension === extension && event.approved === approve,
};
