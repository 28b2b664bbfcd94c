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
};
