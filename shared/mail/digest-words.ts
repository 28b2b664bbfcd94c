import type { Change, Point, Work } from "../digest/digest.ts";
import { HOUR, type Instant, toMs } from "../kernel/instant.ts";
import { type Locale, say, type Text } from "../kernel/text.ts";

/** What digests say. */
export const DIGEST_WORDS = {
  heading: say("工作汇总", "How things stand"),
  says: {
    "zh-CN": (day: string) => `截至${day}，您各岗位的事项如下。`,
    en: (day: string) => `This is how the work of your roles stands on ${day}.`,
  },
  quiet: say(
    "没有逾期或近期到期的事项，自上次汇总以来也没有变化。",
    "Nothing is overdue or due soon, and nothing has changed since the last digest.",
  ),
  count: {
    overdue: say("逾期", "Overdue"),
    due: say("7日内到期", "Due within 7 days"),
    opened: say("新增", "Opened"),
    closed: say("结案", "Closed"),
  },
  overdue: {
    cases: say("逾期案件", "Overdue cases"),
    duties: say("未完成的定期工作", "Work that was missed"),
    reports: say("未报送的报告", "Reports not handed in"),
    findings: say("逾期未整改的问题", "Findings past their time"),
    entries: say("逾期待办的登记", "Entries past their time"),
  } satisfies Record<Work, Text>,
  due: {
    cases: say("7日内到期的案件", "Cases due within 7 days"),
    duties: say("7日内到期的定期工作", "Work due within 7 days"),
    reports: say("7日内应报送的报告", "Reports due within 7 days"),
    findings: say("7日内应整改的问题", "Findings due within 7 days"),
    entries: say("7日内待办的登记", "Entries due within 7 days"),
  } satisfies Record<Work, Text>,
  /** What the first column of each list holds. */
  name: {
    cases: say("编号", "Number"),
    duties: say("对象", "For"),
    reports: say("报告期", "Covers"),
    findings: say("检查日期", "Inspected"),
    entries: say("编号", "Number"),
  } satisfies Record<Work, Text>,
  head: {
    number: say("编号", "Number"),
    what: say("事项", "What"),
    whose: say("岗位", "With"),
    late: say("逾期", "Late by"),
    due: say("期限", "Due"),
    when: say("时间", "When"),
  },
  advisory: say("参考", "target only"),
  forgotten: say("明细只保存31天", "its lines were kept for 31 days"),
  more: {
    "zh-CN": (n: string) => `另有${n}项，见附件和控制台`,
    en: (n: string) => `and ${n} more, in the file attached and in the console`,
  },
  all: say("在控制台查看全部", "See all in the console"),
  kpis: say("指标与目标", "Figures against their targets"),
  kpi: {
    name: say("指标", "Figure"),
    target: say("目标", "Target"),
    value: say("结果", "Result"),
    before: say("上期", "Before"),
  },
  none: say("无", "none"),
  noData: say("无数据", "no data"),
  standing: {
    met: say("达标", "met"),
    missed: say("未达标", "missed"),
    "not-reached": say("未达到（力争）", "not reached (aspired to)"),
    "no-data": say("无数据", "no data"),
    "no-target": say("–", "–"),
  } satisfies Record<Point["standing"], Text>,
  chart: {
    "zh-CN": (title: string, points: string, target: string) =>
      `${title}走势：${points}${target === "" ? "" : `；目标${target}`}`,
    en: (title: string, points: string, target: string) =>
      `Trend of ${title}: ${points}${target === "" ? "" : `; target ${target}`}`,
  },
  flip: {
    "zh-CN": (title: string, was: string, is: string) => `${title}：由“${was}”变为“${is}”`,
    en: (title: string, was: string, is: string) => `${title}: was ${was}, is ${is}`,
  },
  news: {
    "zh-CN": (since: string) => `自${since}以来的变化`,
    en: (since: string) => `Changes since ${since}`,
  },
  changes: {
    opened: say("新增案件", "Cases opened"),
    closed: say("结案", "Cases closed"),
    escalated: say("超期上报", "Escalated as overdue"),
    flipped: say("判定改变", "Judged otherwise"),
  } satisfies Record<Change, Text>,
  open: say("打开控制台", "Open the console"),
  why: {
    "zh-CN": (roles: string, title: string, digests: string, rules: string) =>
      `您收到本邮件，因为您担任${roles}；依据《${title}》的${digests}${rules === "" ? "（本系统设定）" : `（${rules}）`}。`,
    en: (roles: string, title: string, digests: string, rules: string) =>
      `You get this mail as ${roles}, by “${title}”: ${digests}${rules === "" ? " (our choice)" : ` (${rules})`}.`,
  },
  duty: say(
    "这是岗位邮件，不能退订；如不再担任该岗位，请联系管理员。",
    "It belongs to the role and cannot be unsubscribed from; if the role is not yours any more, tell the administrator.",
  ),
} as const;

/** A count as people read it: `1,234`. */
export const counted = (n: number): string => `${n}`.replace(/\B(?=(\d{3})+$)/g, ",");

/** How late something is: hours up to two days, then days; a begun one counts. */
export const sayLate = (due: Instant, now: Instant, locale: Locale): string => {
  const hours = Math.max(1, Math.ceil((toMs(now) - toMs(due)) / HOUR));
  const [n, zh, en] = hours <= 48 ? [hours, "小时", "hour"] : [Math.ceil(hours / 24), "天", "day"];
  return locale === "en" ? `${counted(n)} ${en}${n === 1 ? "" : "s"}` : `${counted(n)}${zh}`;
};
