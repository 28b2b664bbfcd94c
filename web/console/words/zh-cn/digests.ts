/** The page of digests, in Chinese. */
export const digestsWords = {
  digests: {
    title: "汇总",
    lead: "按制度定期发给您岗位的汇总邮件：现在会说什么，此前说过什么。此处不会发送邮件。",
    now: "现在的汇总",
    nothing: "没有可说的事项：没有逾期、到期或变化，或您的岗位不接收汇总。",
    past: "本月已有的汇总",
    none: "本月没有发给您岗位的汇总。",
    day: "日期",
    to: "收件",
    standing: "状态",
    overdue: "逾期",
    due: "将到期",
    show: "查看",
    frame: "汇总邮件",
    at: (day: string) => `${day}的汇总`,
    is: { sending: "正在发送", sent: "已发送", empty: "无事项，未发送", notSent: "未能发送" },
  },
};
