import { CivilDate } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { InspectionEvent, Person } from "./event.ts";
import type { Finding } from "./finding.ts";
import type { Inspection } from "./inspection.ts";
import {
  approvalOf,
  type Ground,
  notToAssign,
  notToRectify,
  notToSign,
  notToVerify,
  procedureOf,
  signersOf,
} from "./sides.ts";

/** What somebody does about a line of an inspection. */
export type InspectionCommand = { readonly key?: string | undefined; readonly n: number } & (
  | { readonly do: "signed"; readonly remark?: string | undefined }
  | { readonly do: "assigned"; readonly rectifier: Person; readonly dueOn?: string | undefined }
  | { readonly do: "rectified"; readonly measure: string }
  | { readonly do: "verified"; readonly passed: boolean; readonly result: string }
  | { readonly do: "approved"; readonly passed: boolean; readonly plan: string }
);

type Decided = Result<readonly InspectionEvent[], Refusal>;

const no = (code: "nothing-to-do" | "finding-not-signed", says: Text, rules: readonly string[]): Decided =>
  refuse({ code, says, rules });

const words = (path: string, said: string, zh: string, en: string): readonly FieldFault[] =>
  clean(said, true) === "" ? [{ path, code: "required", says: say(zh, en) }] : [];

const orFaults = (faults: readonly FieldFault[], rules: readonly string[], event: () => InspectionEvent): Decided =>
  faults.length > 0 ? refuse({ code: "bad-fields", fields: faults, rules }) : accept([event()]);

const mustSign = (ground: Ground): boolean => signersOf(ground).length > 0;

/** Whether a finding waits for something now, whoever asks. */
export const awaits = (ground: Ground, { state, signed }: Finding, does: InspectionCommand["do"]): boolean => {
  const free = signed !== undefined || !mustSign(ground);
  switch (does) {
    case "signed":
      return state === "OPEN" && mustSign(ground);
    case "assigned":
      return free && state !== "RECTIFIED" && state !== "CLOSED";
    case "rectified":
      return free && (state === "OPEN" || state === "SIGNED" || state === "RECTIFYING");
    case "verified":
      return state === "RECTIFIED";
    case "approved":
      return false;
  }
};

/** Who may not do something about a finding, before anything else is said of it. */
export const notTheirs = (
  ground: Ground,
  { filed }: Inspection,
  finding: Finding,
  does: InspectionCommand["do"],
  by: Asked["by"],
): Refusal | undefined => {
  switch (does) {
    case "signed":
      return notToSign(ground, filed, by);
    case "assigned":
      return notToAssign(ground, by);
    case "rectified":
      return notToRectify(ground, finding, by);
    case "verified":
      return notToVerify(ground, finding, by);
    case "approved":
      return undefined;
  }
};

const unsigned = say(
  "责任部门负责人尚未签字确认，不能登记整改",
  "the head of the responsible department has not signed; nothing can be put right before",
);
const gone = say("此项目前没有可办理的内容", "nothing of the kind is to be done about this now");

const ofFinding = (ground: Ground, finding: Finding, command: InspectionCommand, { at, by }: Asked): Decided => {
  const rules = procedureOf(ground)?.rules ?? ground.schedule.rules;
  const said = { at, by, key: command.key, n: command.n };
  if (!awaits(ground, finding, command.do)) {
    const early = finding.state === "OPEN" && mustSign(ground) && command.do !== "verified" && command.do !== "signed";
    return early ? no("finding-not-signed", unsigned, rules) : no("nothing-to-do", gone, rules);
  }
  switch (command.do) {
    case "signed":
      return accept([{ ...said, type: "signed", remark: clean(command.remark ?? "", true) || undefined }]);
    case "assigned": {
      const { dueOn } = command;
      const day = dueOn === undefined ? undefined : CivilDate.safeParse(dueOn).data;
      const late = day === undefined ? dueOn !== undefined : day < civilDate(at, ground.policy.calendar.timeZone);
      const faults: FieldFault[] = [
        ...words("/rectifier/name", command.rectifier.name, "请填写整改人", "say who puts it right"),
        ...(late
          ? [{ path: "/dueOn", code: "invalid", says: say("须为今天或以后的日期", "today or a day to come") }]
          : []),
      ];
      const rectifier = { ...command.rectifier, name: clean(command.rectifier.name, false) };
      return orFaults(faults, rules, () => ({ ...said, type: "assigned", rectifier, dueOn: day }));
    }
    case "rectified": {
      const measure = clean(command.measure, true);
      const faults = words("/measure", measure, "请填写整改措施", "say what was done");
      return orFaults(faults, rules, () => ({ ...said, type: "rectified", measure }));
    }
    case "verified": {
      const result = clean(command.result, true);
      const faults = words("/result", result, "请填写验证结果", "say what the verification showed");
      return orFaults(faults, rules, () => ({ ...said, type: "verified", passed: command.passed, result }));
    }
    case "approved":
      return no("nothing-to-do", gone, rules);
  }
};

const approve = (
  ground: Ground,
  current: Inspection,
  command: InspectionCommand & { do: "approved" },
  { at, by }: Asked,
): Decided => {
  const { n, key, passed } = command;
  const asked = approvalOf(ground, current.filed.lines.find((one) => one.n === n)?.of);
  const approval = current.approvals.find((one) => one.n === n);
  const rules = asked?.rules ?? ground.schedule.rules;
  const foreign = notOfRoles(ground.policy, by, asked?.by ?? ground.schedule.by, rules);
  if (foreign !== undefined) return refuse(foreign);
  if (asked === undefined || approval === undefined || approval.decided !== undefined)
    return no("nothing-to-do", gone, rules);
  const plan = clean(command.plan, true);
  const faults = words("/plan", plan, "请写明批准的方案或不批准的理由", "say what is approved, or why it is not");
  return orFaults(faults, rules, () => ({ at, by, key, n, type: "approved", passed, plan }));
};

/**
 * What follows from what somebody does about a finding: the head signs, somebody is named, it is put right, the inspecting
 * side verifies it or sends it back (PSI-08 … PSI-10, AS-34); or from an approval (AS-104). Repeating changes nothing.
 */
export const decideInspection = (
  ground: Ground,
  current: Inspection,
  timeline: readonly InspectionEvent[],
  command: InspectionCommand,
  asked: Asked,
): Decided => {
  const before = timeline.find((event) => command.key !== undefined && "key" in event && event.key === command.key);
  if (before !== undefined) {
    const same = before.type === command.do && "n" in before && before.n === command.n;
    return same ? accept([]) : refuse({ code: "key-reused", rules: [] });
  }
  if (command.do === "approved") return approve(ground, current, command, asked);
  const finding = current.findings.find(({ n }) => n === command.n);
  const stand = finding ?? current.findings[0];
  const foreign =
    stand === undefined
      ? notOfRoles(ground.policy, asked.by, ground.schedule.by, ground.schedule.rules)
      : notTheirs(ground, current, stand, command.do, asked.by);
  if (foreign !== undefined) return refuse(foreign);
  return finding === undefined
    ? no("nothing-to-do", gone, ground.schedule.rules)
    : ofFinding(ground, finding, command, asked);
};
