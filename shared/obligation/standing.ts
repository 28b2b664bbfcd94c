import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { type DutyObject, type RETIRED_FOR, retiredOf, type Standing } from "./object.ts";

/** What somebody says of whether something is visited at all. */
export type StandingCommand = { readonly key?: string | undefined } & (
  | { readonly do: "retire"; readonly for: (typeof RETIRED_FOR)[number]; readonly note?: string | undefined }
  | { readonly do: "relist"; readonly note: string }
);

const TYPES = { retire: "retired", relist: "relisted" } as const;

const NO_REASON: FieldFault = { path: "/note", code: "required", says: say("须写明原因", "a reason is needed") };

/**
 * What follows from taking something off the list of what is visited, or putting it back: by those who visit it, with a
 * reason in words unless one of the usual ones says it.
 */
export const decideStanding = (
  { policy, schedule }: { readonly policy: Policy; readonly schedule: Schedule },
  object: Pick<DutyObject, "standing">,
  command: StandingCommand,
  { at, by }: Asked,
): Result<readonly Standing[], Refusal> => {
  const { rules } = schedule;
  const before = object.standing.find(({ key }) => command.key !== undefined && key === command.key);
  const foreign = notOfRoles(policy, by, schedule.by, rules);
  if (foreign !== undefined) return refuse(foreign);
  if (before !== undefined)
    return before.type === TYPES[command.do] ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const isRetired = retiredOf(object) !== undefined;
  if (isRetired === (command.do === "retire")) {
    const says = isRetired
      ? say("此对象已不再回访", "this is not visited any more")
      : say("此对象仍在回访", "this is still visited");
    return refuse({ code: "nothing-to-do", says, rules });
  }
  const note = clean(command.note ?? "", true) || undefined;
  const { key } = command;
  if (command.do === "retire") {
    if (command.for === "other" && note === undefined)
      return refuse({ code: "bad-fields", fields: [NO_REASON], rules });
    return accept([{ type: "retired", at, by, key, for: command.for, note }]);
  }
  if (note === undefined) return refuse({ code: "bad-fields", fields: [NO_REASON], rules });
  return accept([{ type: "relisted", at, by, key, note }]);
};
