import { say, type Text } from "../kernel/text.ts";
import type { Shows } from "./duty.ts";

/** What a report counts, as its reader knows it. */
export const SHOWS: Readonly<Record<Shows, Text>> = {
  cases: say("受理案件", "cases received"),
  clocks: say("时限执行", "deadlines kept"),
  closed: say("结案案件", "cases closed"),
  sanctions: say("处分", "discipline"),
  kpis: say("考核指标", "KPIs"),
  findings: say("检查发现", "findings"),
  ranking: say("评比", "ranking"),
  duties: say("定期工作的完成情况", "recurring duties"),
  entries: say("台账记录", "register entries"),
  campaigns: say("调查回收与满意情况", "surveys and their answers"),
};
