import { say, type Text } from "../kernel/text.ts";

/** What no order takes away, and why: whoever orders an erasure reads it before and after. */
export const STAYS: readonly { readonly what: string; readonly says: Text }[] = [
  {
    what: "cases",
    says: say(
      "案件的编号、日期、状态、数字、选项、照片的摘要以及经办员工：用于统计和证明时间线未被改动",
      "of a case its number, dates, states, figures and choices, the digests of its photos and who of the staff did what: for statistics, and as proof that its timeline was not altered",
    ),
  },
  {
    what: "surveys",
    says: say(
      "问卷的评分及其分组：用于统计",
      "the scores of a survey and the groups that they are counted in: for statistics",
    ),
  },
  {
    what: "visits",
    says: say(
      "回访的日期、渠道、数字以及回访人：用于统计；对象本身仍按计划回访",
      "of a visit its days, channel, figures and who of the staff made it: for statistics; the object itself goes on being visited",
    ),
  },
  {
    what: "inspections",
    says: say(
      "检查的日期、结果、测量值、检查人及整改验证记录：作为公司的安全检查记录",
      "of an inspection its days, results, measured values, who inspected and that findings were put right: the company's record of its safety checks",
    ),
  },
  {
    what: "entries",
    says: say(
      "登记的日期、选项、数字及登记人；仅提及此人的记录（如会议纪要），其余文字保留",
      "of an entry of a register its days, choices and figures and who wrote it; where somebody is only mentioned, as in minutes, all other words",
    ),
  },
  {
    what: "addresses",
    says: say(
      "已停止发送的邮箱，仅存加密摘要：以免再向其发信",
      "that nothing is sent to an address any more, as a digest that only the company's key can make: so that nobody writes to it again",
    ),
  },
  {
    what: "backups",
    says: say("数据表的备份，最长 35 天", "backups of the table, for 35 days at most"),
  },
];
