import * as z from "zod";
import type { Asked } from "../case/act.ts";
import { Owner } from "../case/actions/actions.ts";
import { keyed } from "../case/actor.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { momentOf } from "../case/moment.ts";
import { actsAs, notOfRoles } from "../case/roles.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, never, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Corrective } from "../policy/liability.ts";
import type { Policy } from "../policy/policy.ts";

/** What can happen to the action on a common problem. The list only grows. */
export const ActionEvent = z.discriminatedUnion("type", [
  z.strictObject({
    ...keyed,
    type: z.literal("planned"),
    cause: z.string(),
    measure: z.string(),
    prevention: z.string().optional(),
    owner: Owner,
    due: Instant,
  }),
  z.strictObject({ ...keyed, type: z.literal("done"), result: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("verified"), passed: z.boolean(), result: z.string() }),
]);
export type ActionEvent = z.infer<typeof ActionEvent>;

export type ActionState = "PLANNED" | "DONE" | "VERIFIED" | "REOPENED";

/** What somebody does about a common problem. */
export type ActionCommand = { readonly key?: string | undefined } & (
  | {
      readonly do: "planned";
      readonly cause: string;
      readonly measure: string;
      readonly prevention?: string | undefined;
      readonly owner: Owner;
      readonly due: string;
    }
  | { readonly do: "done"; readonly result: string }
  | { readonly do: "verified"; readonly passed: boolean; readonly result: string }
);

/** Where an action stands. @throws when it has no plan. */
export const stateOf = (timeline: readonly ActionEvent[]): ActionState => {
  const last = timeline.at(-1);
  if (last === undefined) throw new Error("an action begins with its plan");
  switch (last.type) {
    case "planned":
      return "PLANNED";
    case "done":
      return "DONE";
    case "verified":
      return last.passed ? "VERIFIED" : "REOPENED";
    default:
      return never(last);
  }
};

/** Its plan in force. */
export const planOf = (timeline: readonly ActionEvent[]) =>
  timeline.findLast((event): event is Extract<ActionEvent, { type: "planned" }> => event.type === "planned");

const subOf = (by: ActionEvent["by"]) => (by.kind === "staff" ? by.sub : undefined);

const must = (path: string, said: string, zh: string, en: string): readonly FieldFault[] =>
  clean(said, true) === "" ? [{ path, code: "required", says: say(zh, en) }] : [];

/** Why somebody may not do this; verifying is not for whoever owns the action or did it (decision 020). */
const notTheirs = (
  policy: Policy,
  rule: Corrective,
  timeline: readonly ActionEvent[],
  does: ActionCommand["do"],
  by: Asked["by"],
) => {
  if (does !== "verified" || rule.verifiedBy.length === 0) return notOfRoles(policy, by, rule.by, rule.rules);
  const done = timeline.findLast(({ type }) => type === "done");
  const owner = planOf(timeline)?.owner.role;
  const own = (done !== undefined && subOf(done.by) === subOf(by)) || (owner !== undefined && actsAs(by, [owner]));
  if (!own) return notOfRoles(policy, by, rule.verifiedBy, rule.rules);
  const says = say(
    "责任部门及采取措施的人不能自行验证",
    "whoever answers for an action, or took it, does not verify it",
  );
  return { code: "same-side", says, rules: rule.rules } as const;
};

const AFTER: Readonly<Record<ActionCommand["do"], readonly (ActionState | undefined)[]>> = {
  planned: [undefined, "PLANNED", "REOPENED"],
  done: ["PLANNED"],
  verified: ["DONE"],
};
const gone: Text = say("此项措施目前不能这样办理", "nothing of the kind is to be done about this action now");

/**
 * What follows from what somebody does about a common problem: it is planned with its cause and measures, done, verified by
 * another side or sent back (PSI-24). Repeating a command changes nothing.
 */
export const decideAction = (
  policy: Policy,
  rule: Corrective,
  timeline: readonly ActionEvent[],
  command: ActionCommand,
  asked: Asked,
): Result<readonly ActionEvent[], Refusal> => {
  const { key } = command;
  const { rules } = rule;
  const before = timeline.find((event) => key !== undefined && event.key === key);
  if (before !== undefined) return before.type === command.do ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const foreign = notTheirs(policy, rule, timeline, command.do, asked.by);
  if (foreign !== undefined) return refuse(foreign);
  if (!AFTER[command.do].includes(timeline.length === 0 ? undefined : stateOf(timeline)))
    return refuse({ code: "nothing-to-do", says: gone, rules });
  const bad = (fields: readonly FieldFault[]) => refuse({ code: "bad-fields" as const, fields, rules });
  if (command.do !== "planned") {
    const result = clean(command.result, true);
    const faults = must("/result", result, "请填写结果", "say what came of it");
    if (faults.length > 0) return bad(faults);
    return accept([
      command.do === "done"
        ? { type: "done", ...asked, key, result }
        : { type: "verified", ...asked, key, result, passed: command.passed },
    ]);
  }
  const due = momentOf(command.due, policy.calendar.timeZone);
  const owner = { role: command.owner.role, person: clean(command.owner.person, false) };
  const [cause, measure] = [clean(command.cause, true), clean(command.measure, true)];
  const known = policy.roles.some(({ id }) => id === owner.role);
  const faults = [
    ...must("/cause", cause, "请填写原因", "say the cause"),
    ...must("/measure", measure, "请填写措施", "say what is done about it"),
    ...must("/owner/person", owner.person, "请填写责任人", "say who carries it out"),
    ...(known
      ? []
      : [
          { path: "/owner/role", code: "unknown-role", says: say("制度没有此岗位", "the regulation has no such role") },
        ]),
    ...(due === undefined || due <= asked.at
      ? [{ path: "/due", code: "invalid", says: say("须为以后的日期", "a day to come") }]
      : []),
  ];
  if (faults.length > 0 || due === undefined) return bad(faults);
  const prevention = clean(command.prevention ?? "", true) || undefined;
  return accept([{ type: "planned", ...asked, key, cause, measure, prevention, owner, due }]);
};
