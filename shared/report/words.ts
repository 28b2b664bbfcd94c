import { say } from "../kernel/text.ts";

/** What a report says of itself, on paper, in a mail and in a sheet. */
export const WORDS = {
  covers: say("报告期", "Covers"),
  counted: say("统计时段", "Counted"),
  running: say("报告期未结束，统计至编制之时", "the period is not over: counted until it was compiled"),
  author: say("编制", "By"),
  unit: say("部门", "Department"),
  to: say("报送", "To"),
  due: say("报送期限", "Due"),
  rules: say("依据", "By the rules"),
  inputs: say("汇总依据", "Made from"),
  input: say("报告", "Report"),
  period: say("期间", "Period"),
  state: say("状态", "State"),
  at: say("报送时间", "Submitted"),
  empty: say("本期没有可统计的记录。", "Nothing happened in this period that is counted."),
  blank: say("（编制人填写）", "(for its author to write)"),
  recount: say(
    "每个数字都注明所依据的记录；记录清单见同一报告的 JSON 文件。",
    "Each figure says how many records made it; the JSON file of this report lists them.",
  ),
  is: {
    missing: say("缺", "missing"),
    draft: say("未报送", "not submitted"),
    submitted: say("已报送", "submitted"),
    late: say("逾期报送", "submitted late"),
    source: say("见统计", "see the figures"),
  },
} as const;
