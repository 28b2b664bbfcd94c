import type { Case } from "../../../case/case.ts";
import { actsAs } from "../../../case/roles.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { isNamed, type Unit } from "../../../report/author.ts";
import type { Counting } from "./counting.ts";

type Of = Pick<Counting, "schedule" | "unit" | "units">;

/** The unit whose people did something about a case last. */
const workedOnBy = (units: readonly Unit[], { timeline }: Case): Unit | undefined => {
  for (const { by } of timeline.toReversed()) {
    const unit = by.kind === "staff" ? units.find(({ role }) => actsAs(by, [role])) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
};

/**
 * Whether a case is that of the unit that reports: the one that it names, as the regulation says where; where it names
 * nobody, the one whose people worked on it last. Undefined when neither is known. A report of no unit has every case.
 */
export const isOwn = ({ schedule, unit, units }: Of, current: Case): boolean | undefined => {
  if (unit === undefined) return true;
  const said = schedule.duty.unitIn === undefined ? undefined : current.facts[schedule.duty.unitIn];
  if (typeof said === "string" && said.trim() !== "") return isNamed(unit, said);
  const worked = workedOnBy(units, current);
  return worked === undefined ? undefined : worked.id === unit.id;
};

/** What a department's report says about the cases that it counts; nothing where it counts those of all. */
export const saysWhose = ({ schedule, unit }: Of, unknown: number): readonly Text[] => {
  if (unit === undefined) return [];
  const how =
    schedule.duty.unitIn === undefined
      ? say("按经办人所在部门统计", "Counted by the department of whoever worked on a case")
      : say(
          "按案件所注明的部门统计，未注明的按经办人所在部门",
          "Counted by the department that a case names, or else of whoever worked on it",
        );
  if (unknown === 0) return [say(`${how["zh-CN"]}。`, `${how.en}.`)];
  return [
    say(
      `${how["zh-CN"]}；另有${unknown}件不能确定部门，未计入。`,
      `${how.en}; ${unknown} more of no known department ${unknown === 1 ? "is" : "are"} not in it.`,
    ),
  ];
};
