import { blockedSteps, missingOf } from "../evidence/count.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, never, type Result, refuse } from "../kernel/result.ts";
import { both, type Text } from "../kernel/text.ts";
import { holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import { sayCondition } from "../policy/wording.ts";
import type { Step } from "../policy/workflow.ts";
import { readAnswers } from "./answers.ts";
import type { Case } from "./case.ts";
import { clean } from "./clean.ts";
import type { Rulebook } from "./clocks.ts";
import type { Actor, CaseEvent } from "./event.ts";
import { evidenceOf } from "./evidence.ts";
import { decideException, recordException } from "./excuse.ts";
import { decideExtension, requestExtension } from "./extend.ts";
import type { Refusal } from "./fault.ts";
import { momentOf } from "./moment.ts";
import { mayNote, notOfRoles } from "./roles.ts";
import { noteNeeded } from "./sayings.ts";

/** What somebody wants done to a case. `key` makes its repeat harmless. */
export type Command = { readonly key?: string | undefined } & (
  | { readonly do: "step"; readonly step: string; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly do: "note"; readonly text: string }
  | { readonly do: "requestExtension"; readonly clock: string; readonly newDue: string; readonly reason: string }
  | {
      readonly do: "decideExtension";
      readonly extension: string;
      readonly approve: boolean;
      readonly remark?: string | undefined;
    }
  | {
      readonly do: "recordException";
      readonly clock: string;
      readonly reason: string;
      readonly promised: string;
      readonly remark?: string | undefined;
    }
  | {
      readonly do: "decideException";
      readonly exception: string;
      readonly approve: boolean;
      readonly remark?: string | undefined;
    }
);

export type Asked = { readonly by: Actor; readonly at: Instant };
export type Decision = Result<readonly CaseEvent[], Refusal>;

const stateTitles = (policy: Policy, states: readonly string[]): readonly Text[] =>
  states.map((state) => policy.workflow?.states.find(({ id }) => id === state)?.title ?? both(state));

/** Why a step is not open to somebody now; undefined when it is. Role first: who may not know the state learns nothing of it. */
export const closedTo = ({ policy }: Rulebook, current: Case, step: Step, by: Actor): Refusal | undefined => {
  const { rules } = step;
  const foreign = notOfRoles(policy, by, step.by, rules);
  if (foreign !== undefined) return foreign;
  if (step.when !== undefined && holds(policy, step.when, current.facts).is !== true) {
    return { code: "not-for-this-case", only: sayCondition(policy, step.when), rules };
  }
  if (!step.from.includes(current.state)) {
    const [state = both(current.state)] = stateTitles(policy, [current.state]);
    return { code: "wrong-state", state, needs: stateTitles(policy, step.from), rules };
  }
  const evidence = evidenceOf(policy, current);
  if (blockedSteps(evidence).includes(step.id)) {
    const needs = missingOf(evidence);
    return { code: "evidence-incomplete", needs, rules: needs.flatMap(({ rule }) => rule.rules) };
  }
  return undefined;
};

const takeStep = (
  rulebook: Rulebook,
  current: Case,
  command: Extract<Command, { do: "step" }>,
  asked: Asked,
): Decision => {
  const { policy } = rulebook;
  const steps = policy.workflow?.steps ?? [];
  const step = steps.find(({ id }) => id === command.step);
  if (step === undefined) return refuse({ code: "unknown-step", known: steps.map(({ id }) => id), rules: [] });
  const closed = closedTo(rulebook, current, step, asked.by);
  if (closed !== undefined) return refuse(closed);
  const { answers, faults } = readAnswers(policy, step.fields, command.answers, { facts: current.facts });
  if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: step.rules });
  const { event, to } = step;
  return accept([{ type: "step", ...asked, key: command.key, step: step.id, event, to, answers }]);
};

const note = (policy: Policy, command: Extract<Command, { do: "note" }>, asked: Asked): Decision => {
  const foreign = notOfRoles(policy, asked.by, mayNote(policy), []);
  if (foreign !== undefined) return refuse(foreign);
  const text = clean(command.text, true);
  return text === ""
    ? refuse({ code: "bad-fields", fields: [{ path: "/text", code: "required", says: noteNeeded }], rules: [] })
    : accept([{ type: "noted", ...asked, key: command.key, text }]);
};

/** What a command with this key led to before. */
const obeyed = (current: Case, key: string | undefined): CaseEvent | undefined =>
  key === undefined ? undefined : current.timeline.find((event) => "key" in event && event.key === key);

const isOf = ({ calendar }: Policy, event: CaseEvent, command: Command): boolean => {
  switch (command.do) {
    case "step":
      return event.type === "step" && event.step === command.step;
    case "note":
      return event.type === "noted" && event.text === clean(command.text, true);
    case "requestExtension":
      return (
        event.type === "extensionRequested" &&
        event.clock === command.clock &&
        event.reason === clean(command.reason, true)
      );
    case "decideExtension":
      return (
        event.type === "extensionDecided" && event.extension === command.extension && event.approved === command.approve
      );
    case "recordException":
      return (
        event.type === "exceptionRecorded" &&
        event.clock === command.clock &&
        event.reason === command.reason &&
        event.promised === momentOf(command.promised, calendar.timeZone)
      );
    case "decideException":
      return (
        event.type === "exceptionDecided" && event.exception === command.exception && event.approved === command.approve
      );
    default:
      return never(command);
  }
};

/**
 * What follows from a command: events to append, none when the same command was obeyed before, or a refusal that says
 * which clause says no. Never looks at a clock: `asked.at` is when it was asked.
 */
export const decide = (rulebook: Rulebook, current: Case, command: Command, asked: Asked): Decision => {
  const before = obeyed(current, command.key);
  if (before !== undefined)
    return isOf(rulebook.policy, before, command) ? accept([]) : refuse({ code: "key-reused", rules: [] });
  switch (command.do) {
    case "step":
      return takeStep(rulebook, current, command, asked);
    case "note":
      return note(rulebook.policy, command, asked);
    case "requestExtension":
      return requestExtension(rulebook, current, command, asked);
    case "decideExtension":
      return decideExtension(rulebook, current, command, asked);
    case "recordException":
      return recordException(rulebook, current, command, asked);
    case "decideException":
      return decideException(rulebook, current, command, asked);
    default:
      return never(command);
  }
};
