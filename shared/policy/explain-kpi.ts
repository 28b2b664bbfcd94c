import { never } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import { kindTitle } from "./case-kind.ts";
import { eventTitle, line, lineOf, onlyWhen, people, titles } from "./explain-words.ts";
import type { Counted, Kpi } from "./kpi.ts";
import type { Policy } from "./policy.ts";
import { listed } from "./wording.ts";

/** Of what cases one side of a rate is made. */
const sideSays = (policy: Policy, side: Counted): Text => {
  switch (side.of) {
    case "received":
      return say("当期收到的案件", "cases received in the period");
    case "event": {
      const title = eventTitle(policy, side.event);
      return side.each
        ? say(`当期每次“${title["zh-CN"]}”`, `each "${title.en}" of the period`)
        : say(`当期首次“${title["zh-CN"]}”的案件`, `cases with a first "${title.en}" in the period`);
    }
    case "ended":
      return say("当期结束的案件", "cases that ended in the period");
    case "redone":
      return say("当期重新办理或更正的案件", "cases taken up again or corrected in the period");
    case "given":
      return say("由人填写", "written down");
    default:
      return never(side);
  }
};

const sideLines = (policy: Policy, [zh, en]: readonly [string, string], side: Counted | undefined): readonly Text[] => {
  if (side === undefined) return [];
  const kinds = side.of === "given" ? [] : side.kinds.map(kindTitle);
  return [
    line(zh, en, sideSays(policy, side)),
    ...lineOf("案件类型", "Kinds", kinds),
    ...(side.of === "given" ? [] : onlyWhen(policy, side.when)),
  ];
};

const COUNTED = say("由系统统计", "Counted by the system");

const between = (policy: Policy, { from, to }: { readonly from: string; readonly to: string }) => {
  const [begin, end] = [eventTitle(policy, from), eventTitle(policy, to)];
  return {
    zh: `从“${begin["zh-CN"]}”到其后首次“${end["zh-CN"]}”`,
    en: `from "${begin.en}" to the first "${end.en}" after it`,
  };
};

/** Who writes a figure down where nothing counts it. */
const brought = (policy: Policy, { broughtBy }: Kpi): Text => {
  const by = listed(people(policy, broughtBy));
  return say(`由${by["zh-CN"]}按期填写`, `written down for each period by: ${by.en}`);
};

/** How a figure comes about, in words: what counts, in which period, and who says what nothing counts. */
export const sayFormula = (policy: Policy, kpi: Kpi): readonly Text[] => {
  const { formula } = kpi;
  switch (formula?.is) {
    case undefined:
      return [brought(policy, kpi)];
    case "clocks": {
      const clocks = listed(titles([policy.clocks], kpi.clocks));
      return [
        COUNTED,
        say(
          `期限“${clocks["zh-CN"]}”在当期到期的：按时完成的 ÷ 全部；获准例外的不计，逾期后才延期的计为逾期`,
          `of the clocks that fell due in the period (${clocks.en}): those met in time; excused ones are left out, and an extension after the due saves none`,
        ),
      ];
    }
    case "cases": {
      const sides = [formula.numerator, formula.denominator];
      return [
        COUNTED,
        ...sideLines(policy, ["分子", "Above the line"], formula.numerator),
        ...sideLines(policy, ["分母", "Below the line"], formula.denominator),
        ...(sides.some((side) => side?.of === "given") ? [brought(policy, kpi)] : []),
      ];
    }
    case "duties": {
      const asked = listed(titles([policy.schedules], formula.schedules));
      const done = formula.late
        ? say("已完成的（含逾期完成）", "those done, late or not")
        : say("按时完成的", "those done in time");
      return [
        COUNTED,
        say(
          `“${asked["zh-CN"]}”当期应做的：${done["zh-CN"]} ÷ 全部；豁免的不计`,
          `of what is owed in the period (${asked.en}): ${done.en}; what was waived is left out`,
        ),
      ];
    }
    case "hours": {
      const { zh, en } = between(policy, formula);
      return [COUNTED, say(`${zh}的平均小时数，按后者发生的时期计`, `mean hours ${en}, in the period of the latter`)];
    }
    case "fall-of-hours": {
      const { zh, en } = between(policy, formula);
      return [
        COUNTED,
        say(`${zh}的平均时间比上期缩短的百分比`, `by how much the mean time ${en} fell against the period before`),
      ];
    }
    case "response-rate":
    case "satisfied-share":
      return [
        say(
          "调查结束并统计后由系统计入，计入发出调查的时期",
          "Counted by the system once a survey is over, in the period in which it was sent",
        ),
      ];
    default:
      return never(formula);
  }
};
