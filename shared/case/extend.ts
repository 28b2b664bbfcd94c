import { HOUR, plusMs } from "../kernel/instant.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import type { Act, Decision } from "./act.ts";
import { clean } from "./clean.ts";
import { isRunning, readClocks, readingOf } from "./clocks.ts";
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

/** Only the approver's word moves a due, and only from that moment (DFA-04, DFA-06, DFA-07). */
export const decideExtension: Act<DecideExtension> = {
  decide: ({ policy }, current, command, asked) => {
    const request = current.extensions.find(({ id }) => id === command.extension);
    const rule = policy.extensions.find(({ clock }) => clock === request?.clock);
    if (request === undefined || rule === undefined) return refuse({ code: "unknown-extension", rules: [] });
    const { rules } = rule;
    const foreign = notOfRoles(policy, asked.by, [rule.approver], rules);
    if (foreign !== undefined) return refuse(foreign);
    if (request.decision !== undefined) return refuse({ code: "already-decided", rules });
    const { key, approve: approved } = command;
    const remark = clean(command.remark ?? "", true) || undefined;
    return accept([
      { type: "extensionDecided", ...asked, key, extension: request.id, clock: request.clock, approved, remark },
    ]);
  },
  led: (_policy, event, { extension, approve }) =>
    event.type === "extensionDecided" && event.extension === extension && event.approved === approve,
};
